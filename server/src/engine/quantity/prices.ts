import type { Draft } from './draft.ts';
import { stepOf } from './numeral.ts';
import type { Quantity } from './quantity.ts';
import type { Reader } from './reader.ts';

const MOST_BETWEEN = 25;
const MOST_APART = 1000;
const SENTENCE_ENDS = '.!?';

/** The last price with a rate, for those after it that leave the rate out. */
export interface RatedPrice {
  readonly quantity: Quantity;
  readonly draft: Draft;
}

/** '$0.80 per million input tokens and $3.20 for output': a bare price takes the rate of the one before it in its sentence. */
export function inheritRate(r: Reader, draft: Draft, rated: RatedPrice | null): Quantity | null {
  const { quantity, amount } = draft;
  const form = rated?.quantity.form;
  if (!rated || !form || !amount || !draft.money || quantity.perUnit !== null || quantity.value === null) return null;
  if (quantity.unit.includes('/') || amount.number.scale || !rated.quantity.unit.startsWith(`${quantity.unit}/`))
    return null;
  if (draft.first - rated.draft.next > MOST_BETWEEN) return null;
  for (let at = rated.draft.next; at < draft.first; at++) {
    const token = r.tokens[at]!;
    if (token.kind === 'mark' && SENTENCE_ENDS.includes(token.text)) return null;
  }
  // the rate alone: cents are in the amounts themselves
  const more = form.unitExponent - (rated.draft.amount?.unitExponent ?? 0);
  const value = Number(`${amount.mantissa}e${amount.exponent + more}`);
  const before = rated.quantity.value ?? rated.quantity.high ?? 0;
  if (!(value < before * MOST_APART && value * MOST_APART > before)) return null;
  return {
    ...quantity,
    unit: rated.quantity.unit,
    value,
    step: stepOf(amount.mantissa, amount.exponent + more),
    form: quantity.form && { ...quantity.form, unitExponent: amount.unitExponent + more },
  };
}
