import { type Amount, amountValue, readAmount } from './amount.ts';
import type { Header } from './header.ts';
import { find, type Reader } from './reader.ts';

/** Two ends of a range, already of one unit and scale. */
export interface Range {
  readonly low: Amount;
  readonly high: Amount;
  readonly first: number;
  readonly next: number;
  /** '5 ± 0.5': the middle, else null. */
  readonly spread: boolean;
}

const DASHES = '-\u2013\u2014\u2212\u301C\uFF5E';
const TILDE = '~';
const PLUS_MINUS = '\u00B1';

/** Joins an amount with the one after it into a range, where words and values allow. `open` is the word before it. Of bare numbers the `header` must name the unit. */
export function readRange(r: Reader, low: Amount, open: 'pair' | 'from' | null, header: Header | null): Range | null {
  const spread = r.tokens[low.next]?.text === PLUS_MINUS;
  const to = spread ? low.next + 1 : connector(r, low, open);
  if (to < 0) return null;
  const hedge = find(r, r.words.hedges, to);
  const high = readAmount(r, hedge ? hedge.next : to, sharedCurrency(low));
  if (!high || 'skipTo' in high) return null;
  const joined = join(low, high, open, spread, header);
  return joined && { low: joined, high, first: low.first, next: high.next, spread };
}

/** '$3-4 billion': the sign stands for both. */
const sharedCurrency = (low: Amount): string | null =>
  low.money && low.signFirst && !low.unit?.includes('/') ? low.unit : null;

function connector(r: Reader, low: Amount, open: 'pair' | 'from' | null): number {
  const token = r.tokens[low.next];
  if (!token) return -1;
  if (open === 'pair') {
    const and = find(r, r.words.rangeAnd, low.next);
    if (and) return and.next;
  }
  const to = find(r, r.words.rangeTo, low.next);
  if (to) return to.next;
  if (token.kind !== 'mark' || !(DASHES.includes(token.text) || (token.text === TILDE && low.unit === null))) return -1;
  const after = r.tokens[low.next + 1];
  // A dash between words is punctuation: both sides open or both closed.
  return after && after.spaced === token.spaced ? low.next + 1 : -1;
}

/** The low end with the unit and scale it shares; null where the two are no range. */
function join(
  low: Amount,
  high: Amount,
  open: 'pair' | 'from' | null,
  spread: boolean,
  header: Header | null,
): Amount | null {
  const bothNamed = low.unit !== null && high.unitSpan !== null;
  // 'from $3.7 billion to $12.7 billion' is a change, 'from 3 to 4 billion' a range.
  if (bothNamed && (open === 'from' || !sameMeasure(low, high))) return null;
  if (low.unit !== null && high.unit === null) return null;
  const amountLike = low.number.amountLike || high.number.amountLike;
  if (high.unit === null && !amountLike && header?.unit == null) return null;
  const own = low.unit !== null && !low.signFirst;
  const unitExponent = own ? low.unitExponent : high.unitExponent;
  const rate = high.exponent - high.number.exponent - high.unitExponent;
  const scale = low.number.scale || own ? 0 : (high.number.scale?.exponent ?? 0);
  const candidate: Amount = {
    ...low,
    unit: high.unit,
    money: high.money,
    factor: high.factor,
    unitSpan: low.unitSpan ?? high.unitSpan,
    noun: low.noun ?? high.noun,
    perUnit: low.perUnit ?? high.perUnit,
    unitExponent,
    exponent: low.number.exponent + unitExponent + rate + scale,
  };
  const a = amountValue(candidate);
  const b = amountValue(high);
  return a !== null && b !== null && (spread || a < b) ? candidate : null;
}

/** '$3' and '$4 per hour' are of one measure, '$3' and '€4' are not. */
const sameMeasure = (low: Amount, high: Amount): boolean =>
  (low.unit === high.unit && (low.perUnit === null || low.perUnit === high.perUnit)) ||
  (high.unit ?? '').startsWith(`${low.unit}/`);
