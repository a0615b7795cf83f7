import { amountValue } from './amount.ts';
import { type Draft, NUMBER } from './draft.ts';
import { isAfterName, isModelSize, looksLikeYear } from './guard.ts';
import type { Header } from './header.ts';
import { listUnits } from './list.ts';
import { stepOf } from './numeral.ts';
import { isOther, otherNoun } from './other.ts';
import { restates } from './pairs.ts';
import { inheritRate, type RatedPrice } from './prices.ts';
import type { Quantity } from './quantity.ts';
import type { Reader } from './reader.ts';
import { settleSigns } from './signs.ts';

/** Gives bare numbers the unit of their header or neighbour, marks restatements, drops what is no amount. */
export function linkNeighbours(r: Reader, read: readonly Draft[], header: Header | null): Quantity[] {
  const drafts = listUnits(r, settleSigns(r, read));
  const out: Quantity[] = [];
  const indexes = new Map<number, number>();
  let last: { readonly unit: string; readonly index: number } | null = null;
  let previous: Draft | null = null;
  let rated: (RatedPrice & { readonly index: number }) | null = null;
  let currency: string | null = null;
  drafts.forEach((one, at) => {
    const draft = centsOf(one, currency);
    let quantity: Quantity | null = draft.quantity;
    let shared: number | null = null;
    if (draft.waits) {
      quantity = named(r, draft, header);
      if (quantity?.unit === NUMBER && last && isScaled(draft))
        quantity = { ...quantity, unit: last.unit, sharedWith: last.index };
    } else if (draft.money) {
      const inherited = inheritRate(r, draft, rated);
      quantity = inherited ?? priced(draft, header);
      if (inherited && rated) shared = rated.index;
    }
    if (!quantity) return;
    if (draft.sharedFrom !== null) quantity = { ...quantity, sharedWith: indexes.get(draft.sharedFrom) ?? null };
    if (previous && restates(r, previous, draft)) quantity = { ...quantity, restates: out.length - 1 };
    if (shared !== null) quantity = { ...quantity, sharedWith: shared };
    if (draft.money && quantity.unit.includes('/')) rated = { quantity, draft, index: out.length };
    indexes.set(at, out.length);
    if (quantity.unit !== NUMBER && !isOther(quantity.unit) && (draft.money || isScaled(draft)))
      last = { unit: quantity.unit, index: out.length };
    if (draft.money) currency = quantity.unit.split('/')[0]!;
    out.push(quantity);
    previous = draft;
  });
  return out;
}

const CENT = -2;

/** '15 dollars ... 55 cents': cents are of the currency spoken of. */
const centsOf = (draft: Draft, currency: string | null): Draft =>
  draft.money && currency !== null && draft.amount?.unitExponent === CENT && !draft.quantity.unit.includes('/')
    ? { ...draft, quantity: { ...draft.quantity, unit: currency } }
    : draft;

const YEAR = 'year';

const isScaled = (draft: Draft): boolean =>
  draft.quantity.op === 'vague' || (draft.amount?.number.scale != null && !draft.amount.number.suffix);

/** A bare number's unit, from its header, its noun or its look; null where it is no amount. */
function named(r: Reader, draft: Draft, header: Header | null): Quantity | null {
  const { amount, quantity } = draft;
  // a word ('One') names a row rather than counts
  const whole = amount?.number.kind === 'digits' && header?.unit != null && fillsCell(r, draft);
  if (whole) return header.unit.unit === YEAR && looksLikeYear(amount.number) ? null : withHeader(draft, header);
  if (amount?.number.suffix) {
    if (isModelSize(r, amount.number)) return { ...quantity, unit: 'parameter' };
    if (isAfterName(r, amount.first) || r.tokens[amount.first - 1]?.kind === 'digits') return null;
  }
  const other = otherNoun(r, draft);
  if (other) return { ...quantity, ...other };
  if (!amount) return quantity;
  if (amount.number.suffix) return null;
  const after = r.tokens[draft.next];
  const joined = after?.kind === 'mark' && !after.spaced && r.tokens[draft.next + 1]?.spaced === false;
  const stands = after?.kind === 'word' ? r.functionWords.has(after.text) : !joined;
  const long = amount.number.kind === 'digits' && amount.mantissa.length > 2 && !looksLikeYear(amount.number);
  const hedged = quantity.hedge !== null && long && stands;
  return amount.number.amountLike || hedged ? quantity : null;
}

/** The number is all that the cell says, marks and hedges apart. */
const fillsCell = (r: Reader, { quantity, next }: Draft): boolean => {
  const first = r.tokens.find((token) => token.kind !== 'mark');
  const start = Math.min(quantity.start, quantity.hedge?.start ?? quantity.start);
  return (
    first !== undefined && first.start >= start && (r.tokens[next] === undefined || r.tokens[next]!.kind === 'mark')
  );
};

function withHeader(draft: Draft, header: Header): Quantity {
  const { amount, quantity } = draft;
  const { unit, scale, exponent, factor, money, perUnit } = header.unit!;
  if (!amount) return quantity;
  const more = exponent + (amount.number.scale ? 0 : scale);
  const counted = amount.number.grouped !== null && !money && more === 0;
  const mantissa = counted ? amount.number.grouped! : amount.mantissa;
  const total = amount.exponent + more;
  const shift = (value: number | null): number | null => (value === null ? null : Number(`${value}e${more}`) * factor);
  return {
    ...quantity,
    value: quantity.value === null ? null : amountValue({ ...amount, mantissa, factor }, total),
    low: shift(quantity.low),
    high: shift(quantity.high),
    unit,
    perUnit,
    step: stepOf(mantissa, total),
  };
}

/** A price under a header that says what it is for ('per 1M tokens'). */
function priced({ quantity, amount }: Draft, header: Header | null): Quantity {
  const rate = quantity.unit.includes('/') ? null : header?.rate(quantity.unit);
  if (!rate || !amount) return quantity;
  const shift = (value: number | null): number | null => (value === null ? null : Number(`${value}e${rate.exponent}`));
  return {
    ...quantity,
    unit: rate.unit,
    value: shift(quantity.value),
    low: shift(quantity.low),
    high: shift(quantity.high),
    step: stepOf(amount.mantissa, amount.exponent + rate.exponent),
  };
}
