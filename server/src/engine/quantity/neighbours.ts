import { amountValue } from './amount.ts';
import { type Draft, NUMBER } from './draft.ts';
import type { HeaderUnit } from './header.ts';
import { numeral, stepOf } from './numeral.ts';
import { isOther, otherNoun } from './other.ts';
import type { Quantity } from './quantity.ts';
import { find, type Reader } from './reader.ts';

/** Tokens that may stand between an amount and its restatement. */
const PAIR_GAP = 4;

/** Gives bare numbers the unit of their header or neighbour, marks restatements, drops what is no amount. */
export function linkNeighbours(r: Reader, drafts: readonly Draft[], header: HeaderUnit | null): Quantity[] {
  const out: Quantity[] = [];
  let lastUnit: { unit: string; index: number; money: boolean } | null = null;
  let previous: Draft | null = null;
  for (const draft of drafts) {
    let { quantity } = draft;
    if (draft.waits) {
      const named = header ? withHeader(draft, header) : null;
      const other = named ? null : otherNoun(r, draft);
      if (named) quantity = named;
      else if (other) quantity = { ...quantity, ...other };
      else if (!isAmount(draft)) continue;
      else if (lastUnit && draft.amount?.number.scale)
        quantity = { ...quantity, unit: lastUnit.unit, sharedWith: lastUnit.index };
    } else if (header && draft.money && header.money && header.unit.startsWith(`${quantity.unit}/`)) {
      quantity = { ...quantity, unit: header.unit };
    }
    if (previous && restates(r, previous, draft)) quantity = { ...quantity, restates: out.length - 1 };
    if (quantity.unit !== NUMBER && !isOther(quantity.unit) && (draft.money || isScaled(draft)))
      lastUnit = { unit: quantity.unit, index: out.length, money: draft.money };
    out.push(quantity);
    previous = draft;
  }
  return out;
}

const isScaled = (draft: Draft): boolean => draft.amount?.number.scale != null || draft.quantity.sharedWith !== null;

/** A number with no unit at all is an amount where its writing says so. */
const isAmount = (draft: Draft): boolean =>
  draft.amount === null ||
  draft.amount.number.amountLike ||
  (draft.quantity.hedge !== null && draft.amount.number.mantissa.length > 2 && draft.amount.number.kind === 'digits');

function withHeader(draft: Draft, header: HeaderUnit): Quantity | null {
  const { amount, quantity } = draft;
  if (!amount) return null;
  const scaled = amount.number.scale ? header.exponent - scaleOf(header) : header.exponent;
  const exponent = amount.exponent + scaled;
  const counted = amount.number.grouped !== null && Number.isInteger(Number(amount.number.grouped)) && !header.money;
  const mantissa = counted ? amount.number.grouped! : amount.mantissa;
  const shift = (value: number | null): number | null =>
    value === null ? null : Number(`${value}e${scaled}`) * header.factor;
  const value =
    quantity.value === null
      ? null
      : (amountValue({ ...amount, mantissa, factor: header.factor }, exponent) ?? numeral(mantissa, exponent));
  return {
    ...quantity,
    value,
    low: shift(quantity.low),
    high: shift(quantity.high),
    unit: header.unit,
    perUnit: header.perUnit,
    step: stepOf(mantissa, exponent),
  };
}

/** The part of a header's exponent that a cell's own scale word replaces. */
const scaleOf = (header: HeaderUnit): number => (header.money ? header.exponent : 0);

/** '$1.6B (1,5 milliard d’euros)', 'soit', 'or about': the same amount in another currency. */
function restates(r: Reader, first: Draft, second: Draft): boolean {
  if (!first.money || !second.money) return false;
  const [a, b] = [first.quantity.unit, second.quantity.unit];
  if (a === b || a.includes('/') || b.includes('/')) return false;
  let at = first.next;
  const end = second.first;
  if (end - at > PAIR_GAP + 2) return false;
  let joined = false;
  while (at < end) {
    const pair = find(r, r.words.pairs, at);
    const hedge = pair ? null : find(r, r.words.hedges, at);
    const mark = r.tokens[at]!;
    if (pair) joined = true;
    else if (mark.kind === 'mark' && (mark.text === '(' || mark.text === '[')) joined = true;
    else if (!hedge && mark.text !== ',') return false;
    else if (hedge) joined = true;
    at = pair?.next ?? hedge?.next ?? at + 1;
  }
  return joined;
}
