import type { Language } from '../language/language.ts';
import type { Phrasing } from '../language/quantityWords.ts';
import { foldChar } from '../text/fold.ts';
import { magnitude, marked, plainDigits } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { type Style, styleOf } from './style.ts';
import { unitText } from './unitText.ts';

/** An amount to write, in base units of `unit`. A null value is a range. */
export type PhraseAmount = Pick<Quantity, 'value' | 'low' | 'high' | 'unit' | 'op'>;

/** An amount that stands in a text; `text` is what its spans point into. */
export interface Like {
  readonly quantity: Quantity;
  readonly text: string;
}

/**
 * Writes an amount in the manner of another: what may stand in place of its span. Digits are as many as were
 * written (two at least); the scale word, prefix and currency change where the amount asks for it. Hedges lie
 * outside the span and are left alone.
 */
export function phrase(amount: PhraseAmount, like: Like | Style, language: Language): string {
  const style = 'quantity' in like ? styleOf(like.quantity, like.text, language) : like;
  const ends = amount.value !== null ? [amount.value] : [amount.low, amount.high].filter((end) => end !== null);
  if (ends.length === 0) return '';
  const own = ends.map((end) => end / style.factor);
  const top = own.at(-1)!;
  const scales = chooseScales(style, top, amount.unit, language.quantity.phrasing.seldom);
  const exponent = scales.scale + scales.unit;
  const number = own
    .map((end) => marked(written(end, exponent, style), style.decimal, style.group, style.groupFrom))
    .join(style.join);
  const sign = ends.some((end) => end < 0) ? '-' : '';
  const count = Number(written(top, exponent, style));
  return compose(amount.unit, style, sign + number, scales, count, language.quantity.phrasing);
}

/** Beyond it nobody counts cents. */
const MOST_WITH_CENTS = 4;

/** A price keeps its cents: as many decimals as were written, even where its digits are fewer. */
function written(value: number, exponent: number, { digits, decimals }: Style): string {
  const before = value === 0 ? 1 : magnitude(value, digits) - exponent + 1;
  if (decimals === 0 || before > MOST_WITH_CENTS) return plainDigits(value, exponent, digits);
  return plainDigits(value, exponent, Math.max(digits, before + decimals), decimals);
}

/** 'Mrds' is a suffix, 'million' a word. */
const LONGEST_SUFFIX = 4;
const NO_BREAK = '\u00A0';

interface Scales {
  /** Power of ten of the scale word, and of the unit with its prefix and rate. */
  readonly scale: number;
  readonly unit: number;
  readonly prefix: number;
}

/** Keeps scale and prefix as written where the number stays between 1 and 1000 (or as long as it was). */
function chooseScales(style: Style, top: number, unit: string, seldom: ReadonlySet<string>): Scales {
  const order = top === 0 ? 0 : magnitude(top, style.digits);
  const { scaleExponent, unitExponent, family } = style;
  const length = order - scaleExponent - unitExponent;
  const fits = length >= 0 && length < 3;
  if (family) {
    const kept = scaleExponent === 0 ? null : { scale: scaleExponent, unit: unitExponent, prefix: 0 };
    if (kept && fits) return kept;
    const usual = ([exponent, [one]]: readonly [number, readonly [string, string]]): boolean =>
      exponent <= order - unitExponent && (exponent === scaleExponent || !seldom.has(one));
    const scale = [...family].find(usual)?.[0] ?? 0;
    return { scale, unit: unitExponent, prefix: 0 };
  }
  const least = LEAST_PREFIX.get(unit);
  if (fits || least === undefined || style.unit !== unit) return { scale: 0, unit: unitExponent, prefix: 0 };
  const prefix = Math.max(least, Math.min(MOST_PREFIX, Math.floor(order / 3) * 3));
  return { scale: 0, unit: prefix, prefix: prefix - unitExponent };
}

/** Units that take a prefix, with the least: '100 B' would be read as billions. */
const LEAST_PREFIX: ReadonlyMap<string, number> = new Map([
  ['W', 0],
  ['Wh', 0],
  ['B', 3],
  ['B/s', 3],
  ['FLOP/s', 6],
]);
const MOST_PREFIX = 18;

function compose(
  unit: string,
  style: Style,
  number: string,
  scales: Scales,
  count: number,
  phrasing: Phrasing,
): string {
  const plural = count >= phrasing.pluralFrom && (phrasing.pluralFrom > 0 || count !== 1) ? 1 : 0;
  const { text: scale, space } = scaleWord(style, scales.scale, plural);
  const named = unitText(unit, style, scales, plural === 1 || scales.scale > 0, phrasing);
  const core = number + (scale === '' ? '' : space + scale);
  if (style.place === 'none') return core + style.tail;
  if (named.place === 'before') return named.text + named.space + core + style.tail;
  return core + joint(style, named, scale, phrasing) + named.text + style.tail;
}

/** The scale word for a power of ten, as written where it is the same. */
function scaleWord(style: Style, exponent: number, plural: 0 | 1): { text: string; space: string } {
  if (exponent === 0) return { text: '', space: '' };
  const forms = style.family?.get(exponent);
  const same = exponent === style.scaleExponent;
  const known = forms?.some((form) => form === style.scaleText) ?? false;
  const text = same && !(known && forms![0] !== forms![1]) ? style.scaleText : (forms?.[plural] ?? style.scaleText);
  return { text, space: style.scaleText === '' ? ' ' : style.beforeScale };
}

/** What stands between number and unit: as written, with the language's link after a scale word and only there. */
function joint(
  style: Style,
  named: { text: string; word: boolean; space: string },
  scale: string,
  phrasing: Phrasing,
): string {
  const linked = phrasing.link !== '' && named.word && scale.length > LONGEST_SUFFIX;
  if (!linked) return named.space.trim() === '' ? named.space : ' ';
  const vowel = phrasing.vowels.includes(foldChar(named.text.charAt(0)));
  const head = style.beforeUnit.charAt(0) === NO_BREAK ? NO_BREAK : ' ';
  return head + (vowel ? phrasing.linkVowel : phrasing.link);
}
