import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { claimInterval, distanceOf, type Interval } from '../evidence/interval.ts';
import { daysBetween, length, stretchOf } from '../evidence/period.ts';
import type { Metric } from '../reference/model.ts';
import { CASES, LATER } from './cases.ts';
import type { Court } from './court.ts';
import { isTold, MOMENT } from './ended.ts';
import { isOpenEnded, repeated, repeats } from './repeats.ts';

/** A tenth may be another way of counting. */
const OVERTAKEN = 0.1;
/** Digits said again tell which was meant; the newer amount must still be another one. */
const APART = 0.02;
/** Days of a year's guidance; that of a quarter is told as news of its day. */
const YEARLY = 300;

const STAGE = 'stage';
const isExpected = (one: Comparison): boolean => one.figure.qualifiers[STAGE] !== undefined;

const scopeless = (one: Comparison): string =>
  Object.keys(one.figure.qualifiers)
    .filter((key) => CASES.has(key) && key !== STAGE)
    .sort()
    .join();

const newestFirst = (list: readonly Comparison[]): Comparison[] =>
  [...list].sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1));

/** Whether one takes the place of another, by what it says itself, however many stand between. */
function replaces(last: Comparison, first: Comparison, court: Court): boolean {
  let at = court.reference.supersededBy.get(first.figure.id);
  for (let step = 0; at && step < 12; step++) {
    if (at.id === last.figure.id) return true;
    at = court.reference.supersededBy.get(at.id);
  }
  return false;
}

/** What was published of the same period after a figure. */
const after = (first: Comparison, all: readonly Comparison[], court: Court): Comparison[] =>
  all.filter(
    (one) =>
      one.kin === 'self' &&
      one.sameMetric &&
      one.figure.period !== null &&
      one.figure.period === first.figure.period &&
      daysBetween(first.figure.asOf, one.figure.asOf) > LATER &&
      (scopeless(one) === scopeless(first) || replaces(one, first, court)),
  );

/** What was expected of a period, where what came of it, or what was expected later, is another amount. */
export function overtaken(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  all: readonly Comparison[],
  court: Court,
): Comparison | null {
  if (metric.time !== 'flow' || claim.qualifiers[MOMENT]) return null;
  return again(claim, all, court) ?? near(claim, metric, agrees, all, court);
}

/** The very digits of an expectation, told as if it still held. */
function again(claim: ClaimDraft, all: readonly Comparison[], court: Court): Comparison | null {
  if (isTold(claim) || isOpenEnded(claim)) return null;
  const said = newestFirst(repeated(claim, all));
  const first = said[0];
  const stretch = first?.figure.period ? stretchOf(first.figure.period) : null;
  if (!first || !said.every(isExpected) || !stretch || length(stretch) < YEARLY) return null;
  const later = newestFirst(after(first, all, court));
  const last = later[0];
  // another expectation stands between: what came of it in the end does not bring this one back
  const expected = later.find(isExpected);
  if (last && claim.quantity.value === null && expected && !repeats(claim, expected)) return last;
  return last && !later.some((one) => one.figure.asOf === last.figure.asOf && holds(claim, one)) ? last : null;
}

/** Whether a newer statement still admits what the claim says. */
function holds(claim: ClaimDraft, one: Comparison): boolean {
  if (repeats(claim, one)) return true;
  const { value, low, high, step } = claim.quantity;
  const { figure, raw, point } = one;
  const rate = raw === 0 ? 1 : point / raw;
  if (value !== null) {
    if (figure.value !== null && figure.op !== 'range')
      return Math.abs(value - point) <= Math.max(Math.abs(point) * APART, step / 2);
    return figure.low !== null && figure.high !== null && value >= figure.low * rate && value <= figure.high * rate;
  }
  if (low === null || high === null || isExpected(one)) return false;
  return point >= low - step / 2 && point <= high + step / 2;
}

/** Near to nothing but an expectation, and far from what came later. */
function near(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  all: readonly Comparison[],
  court: Court,
): Comparison | null {
  const mine = claimInterval(claim.quantity);
  const kin = agrees.filter((one) => one.kin === 'self' && one.sameMetric);
  // a ceiling is far from most of what lies under it
  const own = kin.filter((one) => mine !== null && !(isBound(one) && apart(claim, mine, one) > OVERTAKEN));
  if (!mine || own.length === 0 || kin.length < agrees.length || !kin.every(isExpected)) return null;
  const last = newestFirst(
    after(own[0]!, all, court).filter((one) =>
      own.every((mine) => daysBetween(mine.figure.asOf, one.figure.asOf) > LATER),
    ),
  )[0];
  return last && apart(claim, mine, last) > Math.max(metric.tolerance, OVERTAKEN) ? last : null;
}

const BOUNDS: ReadonlySet<string> = new Set(['at_most', 'at_least']);
const isBound = (one: Comparison): boolean => BOUNDS.has(one.figure.op);

/** How far a claim lies from a figure, a bound taken for its own amount. */
function apart(claim: ClaimDraft, mine: Interval, one: Comparison): number {
  const { value } = claim.quantity;
  return isBound(one) && value !== null
    ? Math.abs(value - one.point) / Math.abs(one.point || 1)
    : distanceOf(mine, one.interval);
}
