// Quantities for tests: languages straight from their packs, a block of a text, an amount in one line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Language } from '../server/src/engine/language/language.ts';
import type { Block } from '../server/src/engine/prose/block.ts';
import { readQuantities } from '../server/src/engine/quantity/quantities.ts';
import type { Quantity } from '../server/src/engine/quantity/quantity.ts';
import { type RawPack, toLanguage } from '../server/src/load/pack.ts';

const data = fileURLToPath(new URL('../data', import.meta.url));
const yaml = (path: string): unknown => parse(readFileSync(join(data, path), 'utf8'), { schema: 'core' });

export const tags: readonly string[] = readdirSync(join(data, 'languages')).sort();

/** A pack's files, parsed, examples and all. */
export function rawPack(tag: string): Record<string, unknown> {
  const raw: Record<string, unknown> = { signs: yaml('signs.yaml') };
  for (const file of readdirSync(join(data, 'languages', tag)))
    if (file.endsWith('.yaml')) raw[file.slice(0, -'.yaml'.length)] = yaml(join('languages', tag, file));
  return raw;
}

const languages = new Map<string, Language>();

export function language(tag: string): Language {
  const known = languages.get(tag);
  if (known) return known;
  const made = toLanguage(tag, rawPack(tag) as RawPack);
  languages.set(tag, made);
  return made;
}

/** A paragraph, or a cell under headers. */
export const block = (text: string, table: Partial<NonNullable<Block['table']>> | null = null): Block => ({
  kind: table ? 'cell' : 'paragraph',
  start: 0,
  end: text.length,
  text,
  sentences: [{ start: 0, end: text.length }],
  headings: [],
  level: null,
  table: table && { column: '', row: '', caption: '', index: 0, ...table },
  language: null,
  quoted: [],
  links: [],
  frozen: [],
});

export const read = (
  text: string,
  tag: string,
  table: Partial<NonNullable<Block['table']>> | null = null,
): Quantity[] => readQuantities(block(text, table), language(tag));

const SIGNS = {
  eq: '',
  approx: '~',
  more_than: '>',
  at_least: '>=',
  less_than: '<',
  at_most: '<=',
  range: '',
  vague: '?',
};

/** `~1.6e9 EUR per year`, `3e9..4e9 USD`, `?1e10..9e10 USD`, `10 ratio less`, `... =0` where it restates the first. */
export function amount(quantity: Quantity): string {
  const { value, low, high, unit, op, hedge, perUnit, direction, priceYear, restates } = quantity;
  const sign = op === 'range' ? (hedge ? SIGNS[hedge.op] : '') : SIGNS[op];
  return [
    sign + (value !== null ? value : `${low}..${high}`),
    unit,
    ...(perUnit ? ['per', perUnit] : []),
    ...(direction ? [direction] : []),
    ...(priceYear ? ['in', priceYear] : []),
    ...(restates !== null ? [`=${restates}`] : []),
  ].join(' ');
}

export const amounts = (quantities: readonly Quantity[]): string => quantities.map(amount).join('; ');

const NUMBER = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** The same text with every number spelt as JavaScript spells it, to nine digits. */
export const canonical = (text: string): string =>
  text.replaceAll(NUMBER, (number) => String(Number(Number(number).toPrecision(9))));
