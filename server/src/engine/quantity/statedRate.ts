import type { Draft } from './draft.ts';
import { stepOf } from './numeral.ts';
import { readPer } from './rate.ts';
import { find, type Reader } from './reader.ts';

/** Tokens between what a price is for and the price. */
const MOST_BEFORE = 10;
const MOST_AFTER = 6;
/** Between two prices that share the rate behind them ('$3 in / $15 out per million tokens'). */
const MOST_BETWEEN = 3;
const SENTENCE_ENDS = '.!?\u3002';
const PRICE = '/Mtoken';

/** A rate away from its price: what it adds to the power of ten, and the tokens it covers. */
interface Stated {
  readonly exponent: number;
  readonly first: number;
  readonly next: number;
}

/**
 * A bare price takes the rate that stands before it in its sentence ('per million output tokens it costs $10'),
 * or behind it and its like ('$2.50 in and $10 out per million tokens'). The lot of such a rate is no amount.
 */
export function statedRates(r: Reader, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const stated = isBare(draft) ? rateBefore(r, draft, out) : null;
    if (stated) while (out.length > 0 && out.at(-1)!.first >= stated.first) out.pop();
    out.push(stated ? rated(draft, stated.exponent) : draft);
  }
  for (let i = out.length - 1; i >= 0; i--) {
    const draft = out[i]!;
    if (!isBare(draft)) continue;
    const behind = rateAfter(r, draft, out[i + 1]);
    if (behind && out[i + 1] && out[i + 1]!.first < behind.next) out.splice(i + 1, 1);
    const exponent = behind?.exponent ?? sharedRate(r, draft, out[i + 1]);
    if (exponent !== null) out[i] = rated(draft, exponent);
  }
  return out;
}

const isBare = ({ quantity, amount, money }: Draft): boolean =>
  money && amount !== null && amount.number.scale === null && quantity.perUnit === null && !quantity.unit.includes('/');

const endsSentence = (r: Reader, at: number): boolean =>
  r.tokens[at]!.kind === 'mark' && SENTENCE_ENDS.includes(r.tokens[at]!.text);

function statedAt(r: Reader, at: number, unit: string): Stated | null {
  const per = find(r, r.words.per, at);
  if (per?.value !== 'any') return null;
  const rate = readPer(r, per.next, per.value, unit, true);
  return rate?.whole && rate.unit.endsWith(PRICE) ? { exponent: rate.exponent, first: at, next: rate.next } : null;
}

function rateBefore(r: Reader, draft: Draft, before: readonly Draft[]): Stated | null {
  const price = before.findLast((one) => one.money || one.sharedFrom !== null);
  const least = Math.max(price?.next ?? 0, draft.first - MOST_BEFORE);
  for (let at = draft.first - 1; at >= least && !endsSentence(r, at); at--) {
    const stated = statedAt(r, at, draft.quantity.unit);
    if (stated && stated.next <= draft.first) return stated;
  }
  return null;
}

function rateAfter(r: Reader, draft: Draft, after: Draft | undefined): Stated | null {
  const most = Math.min(after?.money ? after.first : r.tokens.length, draft.next + MOST_AFTER, r.tokens.length);
  for (let at = draft.next; at < most && !endsSentence(r, at); at++) {
    const stated = statedAt(r, at, draft.quantity.unit);
    if (stated) return stated;
  }
  return null;
}

/** The rate of the price right behind, in the same currency, where both belong to one list. */
function sharedRate(r: Reader, draft: Draft, after: Draft | undefined): number | null {
  if (after?.quantity.unit !== draft.quantity.unit + PRICE || after.first - draft.next > MOST_BETWEEN) return null;
  let listed = false;
  for (let at = draft.next; at < after.first; at++) {
    if (endsSentence(r, at)) return null;
    listed ||= r.tokens[at]!.kind === 'mark' || find(r, r.words.listAnd, at) !== null;
  }
  return listed ? (after.quantity.form?.unitExponent ?? null) : null;
}

function rated(draft: Draft, exponent: number): Draft {
  const { quantity, amount } = draft;
  const shift = (value: number | null): number | null => {
    if (value === null) return null;
    const [digits, power = '0'] = String(value).split('e');
    return Number(`${digits}e${Number(power) + exponent}`);
  };
  return {
    ...draft,
    quantity: {
      ...quantity,
      unit: quantity.unit + PRICE,
      value: shift(quantity.value),
      low: shift(quantity.low),
      high: shift(quantity.high),
      step: stepOf(amount!.mantissa, amount!.exponent + exponent),
      form: quantity.form && { ...quantity.form, unitExponent: quantity.form.unitExponent + exponent },
    },
  };
}
