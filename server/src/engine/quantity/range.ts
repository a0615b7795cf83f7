import { type Amount, amountValue, readAmount } from './amount.ts';
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

/** Joins an amount with the one after it into a range, where words and values allow. `open` is the word before it; `bare`: a header names the unit. */
export function readRange(r: Reader, low: Amount, open: 'pair' | 'from' | null, bare: boolean): Range | null {
  const spread = r.tokens[low.next]?.text === PLUS_MINUS;
  const to = spread ? low.next + 1 : connector(r, low, open);
  if (to < 0) return null;
  const hedge = find(r, r.words.hedges, to);
  const high = readAmount(r, hedge ? hedge.next : to, low.money && low.signFirst);
  if (!high || 'skipTo' in high) return null;
  const joined = join(low, high, open, spread, bare);
  return joined && { low: joined, high: sameUnit(high, joined), first: low.first, next: high.next, spread };
}

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
function join(low: Amount, high: Amount, open: 'pair' | 'from' | null, spread: boolean, bare: boolean): Amount | null {
  const bothNamed = low.unit !== null && high.unit !== null;
  if (
    bothNamed &&
    (low.unit !== high.unit || low.perUnit !== high.perUnit) &&
    !(high.unit ?? '').startsWith(`${low.unit}/`)
  )
    return null;
  // 'from $3.7 billion to $12.7 billion' is a change, 'from 3 to 4 billion' a range.
  if (open === 'from' && bothNamed) return null;
  if (!bare && low.unit === null && high.unit === null && !(low.number.amountLike || high.number.amountLike))
    return null;
  if (low.unit !== null && high.unit === null && !low.signFirst) return null;
  const unit = high.unit ?? low.unit;
  const unitExponent = low.unit !== null && !low.signFirst ? low.unitExponent : high.unitExponent;
  const shared: Amount = {
    ...low,
    unit,
    money: low.money || high.money,
    factor: high.unit === null ? low.factor : high.factor,
    unitSpan: low.unitSpan ?? high.unitSpan,
    noun: low.noun ?? high.noun,
    perUnit: low.perUnit ?? high.perUnit,
    unitExponent,
  };
  const rate = high.exponent - high.number.exponent - high.unitExponent;
  const withScale = low.number.scale
    ? low.number.exponent + unitExponent + rate
    : low.number.exponent +
      unitExponent +
      rate +
      (low.unit !== null && !low.signFirst && bothNamed ? 0 : (high.number.scale?.exponent ?? 0));
  const candidate: Amount = { ...shared, exponent: withScale };
  const a = amountValue(candidate);
  const b = amountValue(sameUnit(high, candidate));
  if (a === null || b === null) return null;
  return spread ? candidate : a < b ? candidate : null;
}

const sameUnit = (high: Amount, low: Amount): Amount =>
  high.unit === null
    ? { ...high, unit: low.unit, money: low.money, factor: low.factor, exponent: high.exponent + low.unitExponent }
    : high;
