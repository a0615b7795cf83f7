import type { Reckoned } from '../report.ts';
import { type Interval, meet } from '../verdict/interval.ts';
import { alike, amount, type Bench, isAsserted, reckoned, type Term } from './bench.ts';

const RATIO = 'ratio';
const PERCENT = 'percent';
const POINT = 'percentage_point';
/** Bare numbers are too many things to be set in proportion. */
const NEVER: ReadonlySet<string> = new Set([RATIO, POINT, 'number']);

export const isRelative = ({ quantity }: Term): boolean => quantity.unit === RATIO || quantity.unit === PERCENT;

/** One way to understand a factor or a share: what the larger end is to the smaller. */
interface Sense {
  readonly low: number;
  readonly high: number;
  readonly point: number;
  readonly kind: 'times' | 'up' | 'down' | 'part';
}

/** How far a bound on a factor reaches: 'more than double'. */
const BOUND = 1.6;

function stated(term: Term): Interval {
  const { quantity, point, room } = term;
  if (quantity.op === 'at_least' || quantity.op === 'more_than') return { low: room.low, high: point * BOUND };
  if (quantity.op === 'at_most' || quantity.op === 'less_than') return { low: point / BOUND, high: room.high };
  return room;
}

/** All that a writer may mean by it. */
function sensesOf(term: Term): Sense[] {
  const { quantity, point } = term;
  const { low, high } = stated(term);
  const { direction } = quantity;
  if (low <= 0) return [];
  const part = (scale: number): Sense => ({ kind: 'part', low: scale / high, high: scale / low, point: scale / point });
  if (quantity.unit === RATIO) {
    if (point < 1) return [part(1)];
    const times: Sense = { kind: 'times', low, high, point };
    return direction === 'more' || direction === 'up'
      ? [times, { kind: 'times', low: low + 1, high: high + 1, point: point + 1 }]
      : [times];
  }
  const out: Sense[] = [];
  if (direction !== 'down' && direction !== 'less')
    out.push({ kind: 'up', low: 1 + low / 100, high: 1 + high / 100, point: 1 + point / 100 });
  if (direction !== 'up' && direction !== 'more' && high < 100)
    out.push({ kind: 'down', low: 1 / (1 - low / 100), high: 1 / (1 - high / 100), point: 1 / (1 - point / 100) });
  if (direction === null && high < 100) out.push(part(100));
  return out;
}

const CHANGE = 'percent_change';
const SPOKEN = 1;
/** Words beside it say that it is a change. */
const isChange = ({ draft, quantity }: Term): boolean =>
  quantity.direction !== null || (draft.spoken.get(CHANGE) ?? 0) >= SPOKEN;

/** A share without a direction goes the way its ends go, and is a part only of what no word calls a change. */
function possible(sense: Sense, term: Term, [a, b]: readonly [Term, Term], near: boolean): boolean {
  if (term.quantity.unit === RATIO) return true;
  if (sense.kind === 'part') return near && !isChange(term);
  if (term.quantity.direction !== null) return true;
  const grows = a.at < b.at === a.point < b.point;
  return isChange(term) && near && sense.kind === (grows ? 'up' : 'down');
}

/** The larger of two ends to the smaller. */
function proportion(a: Term, b: Term): (Interval & { readonly point: number }) | null {
  const [big, small] = a.point >= b.point ? [a, b] : [b, a];
  if (small.room.low <= 0 || small.point <= 0) return null;
  return { low: big.room.low / small.room.high, high: big.room.high / small.room.low, point: big.point / small.point };
}

/** The number that a writer would have written for a proportion in that sense. */
const written = (sense: Sense, ratio: number): number =>
  sense.kind === 'up' ? (ratio - 1) * 100 : sense.kind === 'down' ? (1 - 1 / ratio) * 100 : ratio;

/** Relative differences up to which a sense and a proportion are the same, are so if rounding allows, may be. */
const SAME = 0.02;
const ROUNDED = 0.13;
const CLEAR = 0.2;
/** Points of percent below which nothing is clear. */
const POINTS = 3;

function distance(sense: Sense, ratio: number): number {
  const [mine, theirs] = [written(sense, sense.point), written(sense, ratio)];
  return Math.abs(mine - theirs) / Math.max(Math.abs(theirs), Number.MIN_VALUE);
}

function agrees(sense: Sense, ends: Interval & { readonly point: number }): boolean {
  const far = distance(sense, ends.point);
  if (far <= SAME) return true;
  if (!meet(sense, ends)) return false;
  return far <= ROUNDED || (sense.low <= ends.point && ends.point <= sense.high);
}

/** Clearly neither this sense nor near it. */
function differs(sense: Sense, ends: Interval & { readonly point: number }): boolean {
  if (meet(sense, ends)) return false;
  const points = sense.kind === 'up' || sense.kind === 'down';
  const apart = Math.abs(written(sense, sense.point) - written(sense, ends.point));
  return distance(sense, ends.point) > CLEAR && (!points || apart > POINTS);
}

/** What the two ends give, as the claim would say it. */
function computedOf(term: Term, a: Term, b: Term, point: number): ReturnType<typeof amount> {
  const { unit } = term.quantity;
  if (unit === RATIO) return amount(term.point < 1 ? 1 / point : point, unit);
  const down = term.quantity.direction === 'down' || term.quantity.direction === 'less';
  const falls = down || (term.quantity.direction === null && a.point > b.point);
  return amount(falls ? (1 - 1 / point) * 100 : (point - 1) * 100, unit);
}

/** So many amounts on either side may be an end. */
const NEAR = 2;

/** Pairs of ends beside a claim: both in its sentence, or one or both in the sentence before. */
function pairsOf(term: Term, bench: Bench, before: Bench | null): (readonly [Term, Term])[] {
  const fits = (one: Term): boolean =>
    !NEVER.has(one.quantity.unit) &&
    !(one.quantity.unit === PERCENT && term.quantity.unit === PERCENT) &&
    isAsserted(one);
  const own = bench.terms.filter((one) => one !== term && fits(one));
  const left = own.filter((one) => one.at < term.at).slice(-NEAR - 1);
  const right = own.filter((one) => one.at > term.at).slice(0, NEAR);
  const here = [...left, ...right];
  const earlier = (before?.terms ?? []).filter(fits).slice(-NEAR);
  const pairs: (readonly [Term, Term])[] = [];
  here.forEach((a, i) => {
    for (const b of here.slice(i + 1)) if (alike(a, b)) pairs.push([a, b]);
  });
  if (pairs.length > 0) return pairs;
  for (const a of earlier) for (const b of here) if (alike(a, b)) pairs.push([a, b]);
  const [a, b] = earlier;
  if (pairs.length === 0 && here.length === 0 && earlier.length === 2 && a && b && alike(a, b)) pairs.push([a, b]);
  return pairs;
}

/** The pair that the words of the sentence tie to the claim ('from # to #, a # increase'), the only one of its unit. */
function tied(term: Term, bench: Bench): readonly [Term, Term] | null {
  for (const hit of bench.hits) {
    if (hit.kind !== 'change' || hit.terms.length !== 3 || !hit.terms.includes(term)) continue;
    const [a, b] = hit.terms.filter((one) => one !== term);
    if (!a || !b || !alike(a, b) || isRelative(a)) continue;
    const others = bench.terms.filter((one) => alike(one, a) && one.draft.restates === null);
    const relatives = bench.terms.filter(isRelative);
    if (others.length === 2 && relatives.length === 1) return [a, b];
  }
  return null;
}

/** What a factor, share or change is by the amounts beside it; null where they settle nothing. */
export function relativeOf(term: Term, bench: Bench, before: Bench | null): Reckoned | null {
  if (!isAsserted(term)) return null;
  const senses = sensesOf(term);
  for (const [a, b] of pairsOf(term, bench, before)) {
    const ends = proportion(a, b);
    if (!ends || a.wrong || b.wrong) continue;
    const near = bench.terms.includes(a) && bench.terms.includes(b);
    if (ends.point > 1 && senses.some((sense) => possible(sense, term, [a, b], near) && agrees(sense, ends)))
      return reckoned(true, computedOf(term, a, b, ends.point), [a, b], bench.text);
  }
  const pair = tied(term, bench);
  if (!pair) return null;
  const [a, b] = pair;
  const ends = proportion(a, b);
  const { direction } = term.quantity;
  const turned = direction === 'down' || direction === 'less' ? a.point < b.point : a.point > b.point;
  if (!ends || a.wrong || b.wrong || (direction !== null && turned) || !isAsserted(a) || !isAsserted(b)) return null;
  return senses.length > 0 && senses.every((sense) => differs(sense, ends))
    ? reckoned(false, computedOf(term, a, b, ends.point), [a, b], bench.text)
    : null;
}
