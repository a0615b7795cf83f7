import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { check, DEFAULTS, type FileReport } from '../server/src/engine/index.ts';
import { loadBuiltin } from '../server/src/load/packed.ts';
import { type Case, readCases, rewrite, write } from './caret.ts';

/** `UPDATE=1` writes what the checker says today into the files; the diff is what a reviewer reads. */
const UPDATE = process.env['UPDATE'] === '1';
const folder = fileURLToPath(new URL('cases/', import.meta.url));
const world = loadBuiltin(json);

function report(c: Case, language: string): FileReport {
  const draft = { text: c.text, path: c.name, id: null, format: c.options['plain'] ? 'plain' : 'auto' } as const;
  const writtenOn = c.options['date'] ?? null;
  return check(draft, { ...DEFAULTS, language, writtenOn, knownAt: c.options['known'] ?? '2026-11-20' }, world);
}

for (const language of readdirSync(folder).sort())
  for (const name of readdirSync(`${folder}${language}`).sort()) {
    const file = `${folder}${language}/${name}`;
    const cases = readCases(readFileSync(file, 'utf8'));
    if (UPDATE)
      writeFileSync(file, cases.map((c) => (c.options['gap'] ? write(c) : rewrite(c, report(c, language)))).join('\n'));
    describe(`${language}/${name}`, () => {
      const holds = (c: Case): boolean => rewrite(c, report(c, language)) === write(c);
      for (const c of UPDATE ? [] : cases)
        it.skipIf(c.options['gap'])(c.name, () => {
          expect(rewrite(c, report(c, language))).toBe(write(c));
        });
      // What the checker does not find yet stays visible as skipped, and must leave the list once it is found.
      if (!UPDATE && cases.some((c) => c.options['gap']))
        it('has no gap that is closed by now', () => {
          expect(cases.filter((c) => c.options['gap'] && holds(c)).map((c) => c.name)).toEqual([]);
        });
      if (UPDATE) it('is rewritten', () => {});
    });
  }
