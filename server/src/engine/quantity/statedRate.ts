import type { Draft } from './draft.ts';
import { stepOf } from './numeral.ts';
import { type Rate, readPer } from './rate.ts';
import { find, type Reader } from './reader.ts';

/** Tokens between what a price is for and the price. */
const MOST_BETWEEN = 10;
const SENTENCE_ENDS = '.!?\u3002';

/** 'per million output tokens it costs $10': a bare price takes the rate that stands before it in its sentence. */
export function statedRates(r: Reader, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const stated = isBare(draft) ? rateBefore(r, draft, out) : null;
    if (!stated) {
      out.push(draft);
      continue;
    }
    // the lot of the rate is no amount
    while (out.length > 0 && out.at(-1)!.first >= stated.first) out.pop();
    out.push(rated(draft, stated.rate));
  }
  return out;
}

const isBare = ({ quantity, amount, money }: Draft): boolean =>
  money && amount !== null && amount.number.scale === null && quantity.perUnit === null && !quantity.unit.includes('/');

function rateBefore(r: Reader, draft: Draft, before: readonly Draft[]): { rate: Rate; first: number } | null {
  const price = before.findLast((one) => one.money || one.sharedFrom !== null);
  const least = Math.max(price?.next ?? 0, draft.first - MOST_BETWEEN);
  for (let at = draft.first - 1; at >= least; at--) {
    const token = r.tokens[at]!;
    if (token.kind === 'mark' && SENTENCE_ENDS.includes(token.text)) return null;
    const per = find(r, r.words.per, at);
    if (per?.value !== 'any') continue;
    const rate = readPer(r, per.next, per.value, draft.quantity.unit, true);
    if (rate?.whole && rate.next <= draft.first && rate.unit.endsWith(PRICE)) return { rate, first: at };
  }
  return null;
}
const PRICE = '/Mtoken';

function rated(draft: Draft, { unit, exponent }: Rate): Draft {
  const { quantity, amount } = draft;
  const shift = (value: number | null): number | null => (value === null ? null : Number(`${value}e${exponent}`));
  return {
    ...draft,
    quantity: {
      ...quantity,
      unit,
      value: shift(quantity.value),
      low: shift(quantity.low),
      high: shift(quantity.high),
      step: stepOf(amount!.mantissa, amount!.exponent + exponent),
      form: quantity.form && { ...quantity.form, unitExponent: quantity.form.unitExponent + exponent },
    },
  };
}
