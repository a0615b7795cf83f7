import type { Reckoned } from '../report.ts';
import { alike, amount, type Bench, isAsserted, reckoned, statedOf, type Term } from './bench.ts';
import { agrees, differs, isRelativeUnit, proportion, type Sense, sensesOf } from './proportion.ts';

const RATIO = 'ratio';
const PERCENT = 'percent';
const POINT = 'percentage_point';
/** Bare numbers are too many things to be set in proportion. */
const NEVER: ReadonlySet<string> = new Set([RATIO, POINT, 'number']);

export const isRelative = ({ quantity }: Term): boolean => isRelativeUnit(quantity.unit);

const CHANGE = 'percent_change';
const SPOKEN = 1;
/** Words beside it say that it is a change. */
const isChange = ({ draft, quantity }: Term): boolean =>
  quantity.direction !== null || (draft.spoken.get(CHANGE) ?? 0) >= SPOKEN;

/** A share without a direction goes the way its ends go, and is a part only of what no word calls a change. */
function possible(sense: Sense, term: Term, [a, b]: readonly [Term, Term], near: boolean): boolean {
  const bound = term.quantity.op !== 'eq' && term.quantity.op !== 'approx';
  if (sense.kind === 'part' && bound) return false;
  if (term.quantity.unit === RATIO) return true;
  if (sense.kind === 'part') return near && !isChange(term);
  if (term.quantity.direction !== null) return true;
  const grows = a.at < b.at === a.point < b.point;
  return isChange(term) && near && sense.kind === (grows ? 'up' : 'down');
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

/** Two ends of one thing; 'a year' may be said of one of them only. */
const sameThing = (a: Term, b: Term): boolean =>
  alike(a, b) || (a.quantity.unit === b.quantity.unit && (a.quantity.perUnit === null || b.quantity.perUnit === null));

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
    for (const b of here.slice(i + 1)) if (sameThing(a, b)) pairs.push([a, b]);
  });
  if (pairs.length > 0) return pairs;
  for (const a of earlier) for (const b of here) if (sameThing(a, b)) pairs.push([a, b]);
  const [a, b] = earlier;
  if (pairs.length === 0 && here.length === 0 && earlier.length === 2 && a && b && sameThing(a, b)) pairs.push([a, b]);
  return pairs;
}

/** A range of which words say that its ends are two states ('from 10 to 30 dollars, a 200 % increase'). */
function halves(term: Term): readonly [Term, Term] | null {
  const { low, high, value, step } = term.quantity;
  if (value !== null || low === null || high === null || low >= high) return null;
  const end = (point: number): Term => ({
    ...term,
    point,
    room: { low: point - step / 2, high: point + step / 2 },
  });
  return [end(low), end(high)];
}

/** The pair that the words of the sentence tie to the claim ('from # to #, a # increase'), the only one of its unit. */
function tied(term: Term, bench: Bench): readonly [Term, Term] | null {
  if (bench.terms.filter(isRelative).length !== 1) return null;
  for (const hit of bench.hits) {
    if (hit.kind !== 'change' || !hit.terms.includes(term)) continue;
    const [a, b, more] = hit.terms.filter((one) => one !== term);
    if (!a || more || isRelative(a)) continue;
    const count = bench.terms.filter((one) => alike(one, a) && one.draft.restates === null).length;
    if (b && alike(a, b) && count === 2) return [a, b];
    if (!b && count === 1) return halves(a);
  }
  return null;
}

/** What a factor, share or change is by the amounts beside it; null where they settle nothing. */
export function relativeOf(term: Term, bench: Bench, before: Bench | null): Reckoned | null {
  if (!isAsserted(term)) return null;
  const senses = sensesOf(statedOf(term));
  const pair = tied(term, bench);
  // 'a 29 % rise since 2020', '27 % a year': of another stretch of time than its ends
  const other =
    term.quantity.perUnit !== null ||
    (term.draft.time?.start ?? 0) >= term.quantity.end ||
    bench.hits.some((hit) => hit.kind === 'rate' && hit.terms.includes(term));
  const pairs = pairsOf(term, bench, before);
  for (const [a, b] of pair ? [pair, ...pairs] : pairs) {
    const found = proportion(a, b);
    if (!found || found.point <= 1 || a.wrong || b.wrong) continue;
    const near = [a, b].every((end) => end.draft.sentence === bench.scene.span);
    if (senses.some((sense) => possible(sense, term, [a, b], near) && agrees(sense, found)))
      return reckoned(true, computedOf(term, a, b, found.point), [a, b], bench.text);
  }
  const found = pair && proportion(...pair);
  if (!found || other || senses.length === 0) return null;
  const [a, b] = pair;
  const { direction } = term.quantity;
  const turned = direction === 'down' || direction === 'less' ? a.point < b.point : a.point > b.point;
  const range = a.claim === b.claim;
  if (a.wrong || b.wrong || (direction !== null && turned && !range) || !isAsserted(a) || !isAsserted(b)) return null;
  return senses.every((sense) => differs(sense, found))
    ? reckoned(false, computedOf(term, a, b, found.point), [a, b], bench.text)
    : null;
}
