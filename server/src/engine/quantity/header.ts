import type { Language } from '../language/language.ts';
import type { Block } from '../prose/block.ts';
import { tokenize } from '../text/tokens.ts';
import { readRate } from './rate.ts';
import { find, type Reader, reader } from './reader.ts';

/** Unit and scale that a header gives to the bare numbers of its cells. */
export interface HeaderUnit {
  readonly unit: string;
  readonly exponent: number;
  readonly factor: number;
  readonly money: boolean;
  readonly perUnit: string | null;
}

const MOST_TOKENS = 60;

/** The unit named by a cell's column header, else its row header, else the caption. */
export function headerUnit(table: NonNullable<Block['table']>, language: Language): HeaderUnit | null {
  for (const text of [table.column, table.row, table.caption]) {
    const found = unitIn(text, language);
    if (found) return found;
  }
  return null;
}

function unitIn(text: string, language: Language): HeaderUnit | null {
  const r = reader(text, tokenize(text).slice(0, MOST_TOKENS), language);
  let exponent = 0;
  let fallback: HeaderUnit | null = null;
  for (let at = 0; at < r.tokens.length; at++) {
    const cue = find(r, r.words.headers, at);
    if (cue) fallback ??= { unit: cue.value.unit, exponent: 0, factor: 1, money: false, perUnit: null };
    const scale = scaleAt(r, at);
    if (scale !== null) exponent = scale;
    const unit = find(r, r.words.units, at) ?? find(r, r.words.signs, at);
    if (!unit || unit.value.unit === 'ratio' || !stands(r, at)) continue;
    const after = scaleAfter(r, unit.next, unit.value.money);
    const { money, factor } = unit.value;
    const rate = readRate(r, after.next, unit.value.unit, money);
    const scaled = unit.value.exponent + exponent + after.exponent + (rate?.exponent ?? 0);
    return { unit: rate?.unit ?? unit.value.unit, exponent: scaled, factor, money, perUnit: rate?.perUnit ?? null };
  }
  return fallback && { ...fallback, exponent };
}

/** A unit in a header is a word of measure, or a sign or symbol set off by bracket, comma, slash or its place at an end. */
function stands(r: Reader, at: number): boolean {
  const before = r.tokens[at - 1];
  return before?.kind !== 'digits';
}

function scaleAt(r: Reader, at: number): number | null {
  const scale = find(r, r.words.scales, at);
  const before = r.tokens[at - 1];
  if (!scale) return null;
  if (scale.value.kind === 'word' && !scale.value.money) return scale.value.exponent;
  const sign = find(r, r.words.signs, scale.next);
  const bracketed = before?.kind === 'mark' && r.tokens[scale.next]?.kind === 'mark';
  return sign?.value.money || bracketed ? scale.value.exponent : null;
}

/** '$M', '$bn', 'USD millions': the scale after the sign. */
function scaleAfter(r: Reader, at: number, money: boolean): { exponent: number; next: number } {
  const scale = find(r, r.words.scales, at);
  return scale && money ? { exponent: scale.value.exponent, next: scale.next } : { exponent: 0, next: at };
}
