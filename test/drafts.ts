import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Draft, Options } from '../server/src/engine/index.ts';
import { DEFAULTS } from '../server/src/engine/index.ts';
import { readCases } from './caret.ts';

/** A draft of our own and how to check it. */
export interface Sample {
  readonly name: string;
  readonly draft: Draft;
  readonly options: Options;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const KNOWN_AT = '2026-11-20';

function cases(): Sample[] {
  return readdirSync(`${root}test/cases`).flatMap((language) =>
    readdirSync(`${root}test/cases/${language}`).flatMap((file) =>
      readCases(readFileSync(`${root}test/cases/${language}/${file}`, 'utf8')).map((c) => ({
        name: `${language}/${file}: ${c.name}`,
        draft: { text: c.text, path: c.name, id: null, format: c.options['plain'] ? 'plain' : 'auto' } as const,
        options: {
          ...DEFAULTS,
          language,
          writtenOn: c.options['date'] ?? null,
          knownAt: c.options['known'] ?? KNOWN_AT,
        },
      })),
    ),
  );
}

function examples(): Sample[] {
  return readdirSync(`${root}examples`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|txt)$/.test(path))
    .map((path) => ({
      name: `examples/${path}`,
      draft: { text: readFileSync(`${root}examples/${path}`, 'utf8'), path, id: null, format: 'auto' } as const,
      options: { ...DEFAULTS, knownAt: KNOWN_AT },
    }));
}

/** Every draft of the project: the caret cases and the examples. */
export const samples = (): Sample[] => [...cases(), ...examples()];
