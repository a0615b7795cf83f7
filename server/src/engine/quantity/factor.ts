import type { Draft, Hedge } from './draft.ts';
import { decimalString, numeral } from './numeral.ts';
import type { Op, Quantity } from './quantity.ts';
import { find, type Reader } from './reader.ts';
import { readShare } from './share.ts';

const MOST = 1000;
const TENTH = 10;

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

/** Words are as exact as one percent, one whole, or a tenth of a small share. */
const stepOfWords = (value: number, unit: string): number =>
  unit === 'ratio' && !Number.isInteger(value) ? value / 10 : 1;

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
  if (next === at + 3 && b <= TENTH && (a === 1 || b - a === 1)) {
    const whole = shareOf(r, at, next, next, decimalString(a / b), hedge, op);
    if (whole) return whole;
  }
  if (!find(r, r.words.links, next)) return null;
  return factor(r, at, next, decimalString(a / b), 'ratio', null, hedge, op);
}

/** '1/3rd of a watt hour', 'a third of a litre': a share of one unit is an amount of it. */
function ofMeasure(
  r: Reader,
  first: number,
  next: number,
  mantissa: string,
  unit: 'ratio' | 'percent',
  hedge: Hedge,
  op: Op,
): Draft | null {
  const link = find(r, r.words.links, next);
  const article = link && find(r, r.words.numbers, link.next);
  if (article?.value.role !== 'article') return null;
  const share = unit === 'percent' ? decimalString(Number(`${mantissa}e-2`)) : mantissa;
  return shareOf(r, first, next, article.next, share, hedge, op);
}

/** '1/2 kWh': a share before its measure, whose word stands at `at`; `next` is the token after the number. */
function shareOf(
  r: Reader,
  first: number,
  next: number,
  at: number,
  share: string,
  hedge: Hedge,
  op: Op,
): Draft | null {
  const measure = find(r, r.words.units, at);
  if (measure?.value.kind !== 'measure' || measure.value.money) return null;
  const span = { start: r.tokens[first]!.start, end: r.tokens[measure.next - 1]!.end };
  const number = { start: span.start, end: r.tokens[next - 1]!.end };
  const value = numeral(share, measure.value.exponent);
  if (value === null) return null;
  const one = bareFactor(r, first, measure.next, share, measure.value.unit, null, hedge, op);
  const unitSpan = { start: r.tokens[at]!.start, end: span.end };
  const quantity = { ...one.quantity, value: value * measure.value.factor, number, unitSpan };
  return { ...one, quantity };
}

function factor(
  r: Reader,
  first: number,
  next: number,
  mantissa: string,
  unit: 'ratio' | 'percent',
  direction: Quantity['direction'],
  hedge: Hedge,
  op: Op,
): Draft {
  return (
    ofMeasure(r, first, next, mantissa, unit, hedge, op) ??
    bareFactor(r, first, next, mantissa, unit, direction, hedge, op)
  );
}

function bareFactor(
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
    step: stepOfWords(Number(mantissa), unit),
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
