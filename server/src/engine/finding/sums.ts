import type { Reckoned } from '../report.ts';
import { apart, sumOf } from './addition.ts';
import { alike, amount, type Bench, isAsserted, isLast, reckoned, type Term, together } from './bench.ts';
import { isRelative } from './relative.ts';

/** Relative difference beyond rounding that is clear, of a sum and of a product. */
const CLEAR = 0.04;
const CLEAR_PRODUCT = 0.3;
/** A difference that no writer puts down to rounding, though it could be: 3 and 2 are not 6. */
const PLAIN = 0.12;
const MOST = 8;
/** How many of a period a year holds. */
const A_YEAR: ReadonlyMap<string, number> = new Map(
  Object.entries({ hour: 8760, day: 365, week: 52, month: 12, quarter: 4, year: 1 }),
);

/** Money told for something is added up all the same, money for a stretch of time only with its like. */
const addable = (a: Term, b: Term): boolean =>
  a.quantity.unit === b.quantity.unit && timed(a) === timed(b) && ![a, b].some((one) => one.quantity.perUnit === EACH);
const timed = ({ quantity }: Term): string | null =>
  quantity.perUnit !== null && A_YEAR.has(quantity.perUnit) ? quantity.perUnit : null;
const EACH = 'each';
/** A total so far from its sum is the total of something else. */
const FAR = 5;

const isExact = ({ quantity }: Term): boolean => quantity.op === 'eq' || quantity.op === 'approx';
const period = ({ draft }: Term): string | null => draft.time?.period ?? null;

/** Words behind a total that may still be its noun. */
const BEHIND = 1;

/** The whole that cue words name ('… in all') against all like amounts before it. */
function totalOf(bench: Bench): [Term, Reckoned] | null {
  const totals = bench.hits.filter((hit) => hit.kind === 'total' && hit.terms.length === 1);
  const whole = totals[0]?.terms[0];
  if (!whole || totals.some((hit) => hit.terms[0] !== whole) || isRelative(whole)) return null;
  if (!isLast(bench, Math.max(whole.at, ...totals.map((hit) => hit.to - 1)), BEHIND)) return null;
  const like = bench.terms.filter((one) => one !== whole && addable(one, whole) && one.draft.restates === null);
  const parts = like.filter((one) => one.at < whole.at);
  if (parts.length < 2 || parts.length > MOST || parts.length !== like.length) return null;
  const all = [whole, ...parts];
  // of other times, or counted apart: nobody adds those
  if (new Set(all.map(period)).size > 1 || all.some((one) => !isExact(one) || !isAsserted(one) || one.wrong))
    return null;
  if (parts.some((one) => one.draft.relation !== null && one.draft.relation.kind !== 'added')) return null;
  if (parts.some((one) => one.point >= whole.point) || !together(bench, parts.at(-1)!.at, whole.at)) return null;
  const sum = sumOf(parts);
  const computed = amount(sum.point, whole.quantity.unit, whole.quantity.perUnit);
  if (sum.point > whole.point * FAR || whole.point > sum.point * FAR) return null;
  const exact = all.every((one) => one.quantity.op === 'eq');
  return apart(sum, whole.room, CLEAR) || (exact && Math.abs(sum.point - whole.point) > PLAIN * whole.point)
    ? [whole, reckoned(false, computed, parts, bench.text)]
    : null;
}

/** 'X, of which Y': no part is more than the whole. */
function partOf(bench: Bench): [Term, Reckoned] | null {
  for (const hit of bench.hits) {
    const [whole, part] = hit.terms;
    if (hit.kind !== 'parts' || hit.terms.length !== 2 || !whole || !part) continue;
    if (!alike(whole, part) || isRelative(part) || ![whole, part].every((one) => isExact(one) && isAsserted(one)))
      continue;
    if (whole.wrong || part.wrong || period(whole) !== period(part)) continue;
    if (part.point > whole.point && apart(part.room, whole.room, CLEAR))
      return [
        part,
        reckoned(false, amount(whole.point, whole.quantity.unit, whole.quantity.perUnit), [whole], bench.text),
      ];
  }
  return null;
}

const CURRENCY = /^[A-Z]{3}$/;

/** 'N chips at $P each, $T in all'. */
function productOf(bench: Bench): [Term, Reckoned] | null {
  const hits = bench.hits.filter((hit) => hit.kind === 'each' && hit.terms.length === 2);
  const [count, price] = hits[0]?.terms ?? [];
  if (!count || !price || hits.length > 1 || !CURRENCY.test(price.quantity.unit) || CURRENCY.test(count.quantity.unit))
    return null;
  const totals = bench.terms.filter((one) => one !== price && one.quantity.unit === price.quantity.unit);
  const whole = totals[0];
  if (!whole || totals.length > 1 || isRelative(count) || whole.quantity.perUnit !== null) return null;
  const all = [count, price, whole];
  if (all.some((one) => !isExact(one) || !isAsserted(one) || one.wrong)) return null;
  if (new Set(all.map(period)).size > 1 || count.room.low <= 0) return null;
  const product = {
    low: count.room.low * price.room.low,
    high: count.room.high * price.room.high,
    point: count.point * price.point,
  };
  return apart(product, whole.room, CLEAR_PRODUCT)
    ? [whole, reckoned(false, amount(product.point, whole.quantity.unit), [count, price], bench.text)]
    : null;
}

const CLEAR_RATE = 0.15;

/** '$20 a month, that is $240 a year'. */
function rateOf(bench: Bench): [Term, Reckoned] | null {
  for (const hit of bench.hits) {
    const [first, again] = hit.terms;
    if (hit.kind !== 'same' || hit.terms.length !== 2 || !first || !again) continue;
    const [a, b] = [first, again].map((one) => A_YEAR.get(one.quantity.perUnit ?? ''));
    if (!a || !b || a === b || first.quantity.unit !== again.quantity.unit) continue;
    if (first.wrong || again.wrong || ![first, again].every((one) => isExact(one) && isAsserted(one))) continue;
    const factor = a / b;
    const room = { low: first.room.low * factor, high: first.room.high * factor };
    if (apart(room, again.room, CLEAR_RATE))
      return [
        again,
        reckoned(false, amount(first.point * factor, again.quantity.unit, again.quantity.perUnit), [first], bench.text),
      ];
  }
  return null;
}

/** Sums and products that a sentence states and that do not come out, each with the amount it lies on. */
export const sumsOf = (bench: Bench): (readonly [Term, Reckoned])[] =>
  bench.hits.length === 0
    ? []
    : [totalOf, partOf, productOf, rateOf].map((rule) => rule(bench)).filter((one) => one !== null);
