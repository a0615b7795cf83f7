import type { Draft, Hedge } from './draft.ts';
import { decimalString, stepOf } from './numeral.ts';
import type { Op, Quantity } from './quantity.ts';
import { find, type Reader } from './reader.ts';
import { readShare } from './share.ts';

const MOST = 1000;

/** 'doubled', 'tenfold', 'half of', '1/18 of', 'three quarters': factors written without a number and a unit. */
export function readFactor(r: Reader, at: number, hedge: Hedge, op: Op): Draft | null {
  const word = find(r, r.words.factors, at);
  const part = find(r, r.words.numbers, at);
  // 'a quarter of a million' is a number.
  if (part && word && part.next > word.next) return null;
  if (word && word.value.value !== null)
    return factor(r, at, word.next, word.value.value, word.value.unit, word.value.direction, hedge, op);
  const share = part && readShare(r, at);
  if (share && !find(r, r.words.scales, afterLink(r, share.next)))
    return factor(r, at, share.next, share.mantissa, share.unit, null, hedge, op);
  return fraction(r, at, hedge, op);
}

const afterLink = (r: Reader, at: number): number => find(r, r.words.links, at)?.next ?? at;

/** '1/18 of', '1/25th': only where 'of' or an ordinal ending shows that it is a share. */
function fraction(r: Reader, at: number, hedge: Hedge, op: Op): Draft | null {
  const [top, slash, bottom] = [r.tokens[at], r.tokens[at + 1], r.tokens[at + 2]];
  if (top?.kind !== 'digits' || slash?.text !== '/' || slash.spaced || bottom?.kind !== 'digits' || bottom.spaced)
    return null;
  const a = Number(top.text);
  const b = Number(bottom.text);
  if (!(a >= 1 && a < b && b <= MOST)) return null;
  const ending = find(r, r.words.ordinals, at + 3);
  const next = ending && !r.tokens[at + 3]!.spaced ? ending.next : at + 3;
  if (!find(r, r.words.links, next)) return null;
  return factor(r, at, next, decimalString(a / b), 'ratio', null, hedge, op);
}

function factor(
  r: Reader,
  first: number,
  next: number,
  mantissa: string,
  unit: string,
  direction: Quantity['direction'],
  hedge: Hedge,
  op: Op,
): Draft {
  const start = r.tokens[first]!.start;
  const end = r.tokens[next - 1]!.end;
  const quantity: Quantity = {
    start,
    end,
    value: Number(mantissa),
    low: null,
    high: null,
    unit,
    op,
    perUnit: null,
    digits: r.text.slice(start, end),
    step: stepOf(mantissa, 0),
    number: { start, end },
    scale: null,
    unitSpan: null,
    hedge,
    direction,
    restates: null,
    noun: null,
    priceYear: null,
    form: null,
    sharedWith: null,
  };
  return { quantity, first, next, money: false, waits: false, amount: null, sharedFrom: null };
}
