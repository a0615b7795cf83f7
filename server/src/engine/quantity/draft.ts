import type { Amount } from './amount.ts';
import { amountValue } from './amount.ts';
import { stepOf } from './numeral.ts';
import type { Form, Op, Quantity } from './quantity.ts';
import type { Range } from './range.ts';
import type { Reader } from './reader.ts';

export type Hedge = Quantity['hedge'];

export const NUMBER = 'number';

/** A quantity with what later passes still need to know of it. */
export interface Draft {
  readonly quantity: Quantity;
  /** Tokens it covers, half open, rate words included. */
  readonly first: number;
  readonly next: number;
  readonly money: boolean;
  /** It has a unit of its own, or may wait for a neighbour's. */
  readonly waits: boolean;
  readonly amount: Amount | null;
  /** Index of the draft whose unit it shares. */
  readonly sharedFrom: number | null;
}

/** How the number of an amount was written. `grouped`: its one mark was read as a thousands separator after all. */
export function formOf(amount: Amount, join: string | null): Form {
  const { number, mantissa, exponent, factor } = amount;
  const point = mantissa.indexOf('.');
  const swapped = point < 0 && number.point !== null;
  return {
    digits: number.kind === 'digits' ? significant(mantissa) : 0,
    decimals: point < 0 ? 0 : mantissa.length - point - 1,
    point: swapped ? null : number.point,
    group: swapped ? number.point : number.group,
    end: number.digitsEnd,
    unitExponent: exponent - number.exponent,
    factor,
    join,
  };
}

/** Digits from the first that is not zero on. */
function significant(mantissa: string): number {
  let count = 0;
  for (const digit of mantissa) if (digit !== '.' && (count > 0 || digit !== '0')) count++;
  return Math.max(1, count);
}

const numberSpan = (r: Reader, amount: Amount): { start: number; end: number } => ({
  start: r.tokens[amount.number.first]!.start,
  end: r.tokens[amount.number.next - 1]!.end,
});

/** The quantity of one amount; null where its value is beyond a number. */
export function single(r: Reader, amount: Amount, hedge: Hedge, op: Op): Draft | null {
  const value = amountValue(amount);
  if (value === null) return null;
  const { number } = amount;
  // Written out field by field: this is the hottest place of the reader, and copying objects would cost most of it.
  const quantity: Quantity = {
    start: amount.start,
    end: amount.end,
    value,
    low: null,
    high: null,
    unit: amount.unit ?? NUMBER,
    op,
    perUnit: amount.perUnit,
    digits: number.digits,
    step: stepOf(amount.mantissa, amount.exponent) * amount.factor,
    number: numberSpan(r, amount),
    scale: number.scale,
    unitSpan: amount.unitSpan,
    hedge,
    direction: amount.direction,
    restates: null,
    noun: amount.noun,
    priceYear: null,
    form: formOf(amount, null),
    sharedWith: null,
  };
  return {
    quantity,
    first: amount.first,
    next: amount.next,
    money: amount.money,
    waits: amount.unit === null,
    amount,
    sharedFrom: null,
  };
}

/** The quantity of a range; of '5 ± 1' the middle with its ends. */
export function ranged(r: Reader, { low, high, next, spread }: Range, hedge: Hedge): Draft | null {
  const a = amountValue(low);
  const b = amountValue(high);
  if (a === null || b === null) return null;
  const [from, to] = spread ? [a - b, a + b] : [a, b];
  const one = single(r, low, hedge, spread ? 'approx' : 'range');
  if (!one) return null;
  const quantity: Quantity = {
    ...one.quantity,
    value: spread ? a : null,
    low: from,
    high: to,
    end: high.end,
    unit: low.unit ?? NUMBER,
    number: { start: numberSpan(r, low).start, end: numberSpan(r, high).end },
    digits: r.text.slice(r.tokens[low.number.first]!.start, r.tokens[high.number.next - 1]!.end),
    step: Math.min(stepOf(low.mantissa, low.exponent), stepOf(high.mantissa, high.exponent)) * low.factor,
    scale: high.number.scale ?? low.number.scale,
    unitSpan: high.unitSpan ?? low.unitSpan,
    form: formOf(high, r.text.slice(low.number.digitsEnd, r.tokens[high.first]!.start)),
  };
  return {
    quantity,
    first: low.first,
    next,
    money: low.money,
    waits: low.unit === null,
    // 'between 3 and 4 billion' is an amount for its second number
    amount: { ...low, number: { ...low.number, amountLike: low.number.amountLike || high.number.amountLike } },
    sharedFrom: null,
  };
}
