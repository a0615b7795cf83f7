import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check, DEFAULTS } from '../../server/src/engine/index.ts';
import { compile, type Pattern } from '../../server/src/engine/language/pattern.ts';
import { fold } from '../../server/src/engine/text/fold.ts';
import type { RawClaimPack } from '../../server/src/load/claimPack.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { root } from './files.ts';

const folder = join(root, 'data/languages');
const TAGS = readdirSync(folder).sort();
const read = (tag: string, name: string): unknown => parse(readFileSync(join(folder, tag, `${name}.yaml`), 'utf8'));
const FILES = ['metrics', 'roles', 'qualifiers', 'modality', 'times', 'clauses'];
const packOf = (tag: string): RawClaimPack => Object.fromEntries(FILES.map((name) => [name, read(tag, name)]));
const METRICS = readdirSync(join(root, 'data/metrics')).map((file) => basename(file, '.yaml'));
/** Amounts that measure nothing published; no file describes them. */
const EXTRA = ['ratio', 'percent_change'];
/** Told by `percent_change` and `ratio`. */
const WORDLESS = ['change'];

const cuesOf = (tag: string): string[] => {
  const texts: string[] = [];
  const gather = (value: unknown, key: string): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) for (const one of value) gather(one, key);
    else if (value && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) {
        const told = ['kinds', 'picks', 'weight', 'grain', 'shift', 'months'].includes(name);
        if (!told) gather(one, name);
      }
  };
  gather(packOf(tag), '');
  return texts;
};

const isEmpty = (pattern: Pattern): boolean => pattern.length === 0;
/** A group may hold an empty alternative (`(a|b)?`), but never only such. */
const isSound = (pattern: Pattern): boolean =>
  !isEmpty(pattern) &&
  pattern.every((one) => one.kind !== 'either' || one.of.some((alternative) => !isEmpty(alternative)));

describe.each(TAGS)('the claim words of %s', (tag) => {
  it('are all readable patterns', () => {
    const wrong = cuesOf(tag).filter((cue) => {
      const plain = cue.replaceAll('\\(', '');
      const open = [...plain].filter((c) => c === '(').length;
      const closed = [...plain].filter((c) => c === ')').length;
      return open !== closed || /\(\s*\||\|\s*\||\|\s*\)/.test(plain) || !isSound(compile(fold(cue)));
    });
    expect(wrong).toEqual([]);
  });

  it('begin no cue with a gap, which would be tried at every word', () => {
    const wrong = cuesOf(tag).filter((cue) => ['gap', 'any'].includes(compile(fold(cue))[0]?.kind ?? ''));
    expect(wrong).toEqual([]);
  });

  it('end no cue with a gap, as an unquoted # would leave it', () => {
    expect(cuesOf(tag).filter((cue) => compile(fold(cue)).at(-1)?.kind === 'gap')).toEqual([]);
  });

  it('name metrics that exist', () => {
    const named = Object.keys(packOf(tag).metrics ?? {});
    expect(named.filter((id) => !METRICS.includes(id) && !EXTRA.includes(id))).toEqual([]);
  });
});

describe('every metric', () => {
  const gaps = (tag: string): string[] =>
    METRICS.filter((id) => !WORDLESS.includes(id) && !(packOf(tag).metrics?.[id]?.length ?? 0));

  it.each(['en', 'fr', 'de', 'es', 'zh'])('has words in %s', (tag) => expect(gaps(tag)).toEqual([]));

  // a light pack: what a news item rarely says
  it('has words in ja, but for these', () =>
    expect(gaps('ja')).toEqual([
      'build_time',
      'datacenter_cost',
      'die_area',
      'emissions_per_query',
      'hardware_cost',
      'instance_price',
      'pue',
      'queries',
      'throughput',
      'tokens_processed',
      'tpp',
      'training_water',
      'writedown',
    ]));
});

const world = loadBuiltin(json);
const options = { ...DEFAULTS, knownAt: '2026-11-23', writtenOn: '2026-03-01' };
const rowsOf = (tag: string): string[][] =>
  readFileSync(join(root, `test/data/sentences/${tag}.tsv`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
const matching = (ids: string): RegExp => new RegExp(`^(?:${ids.replaceAll('*', '.*')})$`);

describe.each(TAGS)('sentences in %s', (tag) => {
  const rows = rowsOf(tag);
  const claimOf = ([text, amount]: readonly string[]) => {
    const draft = { text: text!, path: `${tag}.md`, id: null, format: 'auto' } as const;
    const at = text!.indexOf(amount!);
    const report = check(draft, { ...options, language: tag }, world);
    return report.claims.find((claim) => claim.start < at + amount!.length && at < claim.end);
  };

  it.each(rows)('%s (%s)', (...row) => {
    const claim = claimOf(row);
    expect(claim?.subject?.id).toMatch(matching(row[2]!));
    expect(claim?.metric).toMatch(matching(row[3]!));
  });
});
