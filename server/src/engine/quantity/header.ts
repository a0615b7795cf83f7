import type { Language } from '../language/language.ts';
import type { Block } from '../prose/block.ts';
import { once } from '../text/late.ts';
import { tokenize } from '../text/tokens.ts';
import { readRate } from './rate.ts';
import { find, type Reader, reader } from './reader.ts';

/** Unit and scale that a header gives to the bare numbers of its cells. */
export interface HeaderUnit {
  readonly unit: string;
  /** Power of ten of its scale word ('in billions'): gives way to a scale in the cell. */
  readonly scale: number;
  /** Power of ten of the unit's prefix and rate. */
  readonly exponent: number;
  readonly factor: number;
  readonly money: boolean;
  readonly perUnit: string | null;
}

/** What the headers of a cell say; read when first asked. */
export interface Header {
  readonly unit: HeaderUnit | null;
  /** The rate that prices under it are for, given the currency; null where none is named. */
  rate(currency: string): { readonly unit: string; readonly exponent: number } | null;
}

const MOST_TOKENS = 60;
const OPENERS = '([,/|:';

/** Reads a cell's column header, then its row header; of the caption only what is set off by 'in'. */
export function readHeader(table: NonNullable<Block['table']>, language: Language): Header {
  const [column, row, caption] = [table.column, table.row, table.caption].map((text) =>
    once(() => reader(text, tokenize(text).slice(0, MOST_TOKENS), language)),
  ) as [() => Reader, () => Reader, () => Reader];
  const unit = once(() => unitIn(column(), false) ?? unitIn(row(), false) ?? unitIn(caption(), true));
  return {
    get unit() {
      return unit();
    },
    rate: (currency) => rateIn(column(), currency) ?? rateIn(row(), currency) ?? rateIn(caption(), currency),
  };
}

function unitIn(r: Reader, setOff: boolean): HeaderUnit | null {
  let scale = 0;
  let cued: string | null = null;
  for (let at = 0; at < r.tokens.length; at++) {
    const cue = setOff ? null : find(r, r.words.headers, at);
    if (cue) cued ??= cue.value.unit;
    scale = scaleAt(r, at) ?? scale;
    const unit = find(r, r.words.units, at) ?? find(r, r.words.signs, at);
    if (!unit || unit.value.unit === 'ratio' || !stands(r, at, unit.next, setOff)) continue;
    const after = scaleAfter(r, unit.next, unit.value.money);
    const { money, factor } = unit.value;
    const rate = readRate(r, after.next, unit.value.unit, money);
    return {
      unit: rate?.unit ?? unit.value.unit,
      scale: scale + after.exponent,
      exponent: unit.value.exponent + (rate?.exponent ?? 0),
      factor,
      money,
      perUnit: rate?.perUnit ?? null,
    };
  }
  return cued === null ? null : { unit: cued, scale, exponent: 0, factor: 1, money: false, perUnit: null };
}

/** The unit is named, not used in a number; one of two letters is set off by a bracket, comma or slash. */
function stands(r: Reader, at: number, next: number, setOff: boolean): boolean {
  const before = r.tokens[at - 1];
  if (before?.kind === 'digits') return false;
  if (setOff) {
    for (let back = 1; back <= 3; back++) if (find(r, r.words.headerIn, at - back)) return true;
    return false;
  }
  const length = r.tokens[next - 1]!.end - r.tokens[at]!.start;
  return (
    length > 2 ||
    r.tokens[at]!.kind === 'mark' ||
    before === undefined ||
    OPENERS.includes(before.text) ||
    isScale(r, at - 1)
  );
}

const isScale = (r: Reader, at: number): boolean => find(r, r.words.scales, at) !== null;

function rateIn(r: Reader, currency: string): { unit: string; exponent: number } | null {
  for (let at = 0; at < r.tokens.length; at++) {
    const rate = find(r, r.words.per, at)?.value === 'any' ? readRate(r, at, currency, true) : null;
    if (rate?.whole) return { unit: rate.unit, exponent: rate.exponent };
  }
  return null;
}

function scaleAt(r: Reader, at: number): number | null {
  const scale = find(r, r.words.scales, at);
  const before = r.tokens[at - 1];
  if (!scale) return null;
  if (scale.value.kind === 'word' && !scale.value.money) return before?.kind === 'digits' ? null : scale.value.exponent;
  const sign = find(r, r.words.signs, scale.next);
  const bracketed = before?.kind === 'mark' && r.tokens[scale.next]?.kind === 'mark';
  return sign?.value.money || bracketed ? scale.value.exponent : null;
}

/** '$M', 'USD millions', 'Parameters (B)': the scale after the unit. */
function scaleAfter(r: Reader, at: number, money: boolean): { exponent: number; next: number } {
  const bracketed = r.tokens[at]?.text === '(';
  const scale = find(r, r.words.scales, bracketed ? at + 1 : at);
  const closed = bracketed && scale !== null && r.tokens[scale.next]?.text === ')';
  return scale && (money || closed) ? { exponent: scale.value.exponent, next: scale.next } : { exponent: 0, next: at };
}
