import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { claimInterval, distanceOf, type Interval, meet } from '../evidence/interval.ts';
import { daysBetween, stretchOf } from '../evidence/period.ts';
import type { Metric } from '../reference/model.ts';
import type { Court } from './court.ts';
import { significant } from './digits.ts';
import { hasEnded, isOfToday, MOMENT } from './ended.ts';

/** Days by which a figure must be newer to replace another. */
const LATER = 20;

/** Keys under which a figure is of one case only: it replaces no general one. */
const CASES: ReadonlySet<string> = new Set([
  'tier',
  'host',
  'region',
  'stage',
  'variant',
  'context',
  'input',
  'response',
  'level',
  'scope',
  'part',
  'window',
  'use',
]);

const isNarrow = (one: Comparison, claim: ClaimDraft): boolean =>
  Object.keys(one.figure.qualifiers).some((key) => CASES.has(key) && claim.qualifiers[key] === undefined);

/** The newest figure that replaces those which agree, where the claim speaks of no time. */
export function replacement(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  all: readonly Comparison[],
  court: Court,
): Comparison | null {
  const { writtenOn } = court;
  if (!isOfToday(claim)) return null;
  const newest = [...agrees].sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1))[0];
  // what may come is not today's
  if (claim.qualifiers['stage'] && !newest?.figure.qualifiers['stage']) return null;
  const replaced = newest && court.reference.supersededBy.get(newest.figure.id);
  const heir = replaced && all.find((one) => one.figure.id === replaced.id);
  if (
    heir &&
    metric.time !== 'stock' &&
    !metric.plural &&
    distanceOf(newest.interval, heir.interval) > metric.tolerance
  )
    return heir;
  if (!newest || metric.time !== 'stock' || !(metric.latest || (metric.shelfLife !== null && !newest.current)))
    return null;
  // what was so when it was written, and ages slowly, is a report of its day
  const since = metric.latest || writtenOn === null ? '' : writtenOn;
  const later = all.filter(
    (one) =>
      (one.current || metric.latest) &&
      one.figure.subject === newest.figure.subject &&
      one.sameMetric &&
      !hasEnded(one.figure, court.knownAt) &&
      (since === '' || one.figure.asOf <= since) &&
      daysBetween(newest.figure.asOf, one.figure.asOf) > LATER,
  );
  later.sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1));
  const mine = claimInterval(claim.quantity);
  const away = (one: Comparison): boolean => mine !== null && distanceOf(mine, one.interval) > metric.tolerance;
  const cases = later.filter((one) => one.figure.asOf === later[0]!.figure.asOf && one.current);
  // told of several cases by now, and none of them is this one
  if (cases.length > 1 && cases.every((one) => isNarrow(one, claim)) && cases.every(away))
    return cases.reduce((a, b) => (a.point > b.point ? a : b));
  return later.find((one) => !isNarrow(one, claim) && away(one)) ?? null;
}

/** A yearly amount told without a year, as if it were today's, where later years are known. */
export function lastYears(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  all: readonly Comparison[],
): Comparison | null {
  if (
    metric.time !== 'flow' ||
    metric.plural ||
    metric.shelfLife === null ||
    claim.time ||
    claim.qualifiers['per'] !== YEAR
  )
    return null;
  const end = (one: Comparison): number => stretchOf(one.figure.period ?? one.figure.asOf)?.to ?? 0;
  const newest = Math.max(...agrees.map(end));
  const later = all.filter(
    (one) => one.kin === 'self' && one.sameMetric && !one.figure.qualifiers['stage'] && end(one) >= newest + 360,
  );
  return later.sort((a, b) => end(b) - end(a))[0] ?? null;
}
const YEAR = 'year';

/** What was expected of a period, where what came of it, or what was expected later, is another amount. */
export function overtaken(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  all: readonly Comparison[],
): Comparison | null {
  const mine = claimInterval(claim.quantity);
  const own = agrees.filter((one) => one.kin === 'self' && one.sameMetric);
  if (!mine || metric.time !== 'flow' || own.length === 0 || own.length < agrees.length || claim.qualifiers[MOMENT])
    return null;
  if (!own.every((one) => one.figure.qualifiers['stage'])) return null;
  const expected = own[0]!.figure;
  const later = all.filter(
    (one) =>
      one.kin === 'self' &&
      one.sameMetric &&
      one.figure.period !== null &&
      one.figure.period === expected.period &&
      own.every((mine) => daysBetween(mine.figure.asOf, one.figure.asOf) > LATER) &&
      scopeless(one) === scopeless(own[0]!),
  );
  later.sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1));
  const last = later[0];
  return last && distanceOf(mine, last.interval) > Math.max(metric.tolerance, OVERTAKEN) ? last : null;
}
/** A tenth may be another way of counting. */
const OVERTAKEN = 0.1;
const scopeless = (one: Comparison): string =>
  Object.keys(one.figure.qualifiers)
    .filter((key) => CASES.has(key) && key !== 'stage')
    .sort()
    .join();

/** A figure of before the claim's time that it repeats, and the one in force at that time. */
export function formerly(
  claim: ClaimDraft,
  mine: Interval,
  all: readonly Comparison[],
): { was: Comparison; is: Comparison } | null {
  const own = all.filter((one) => one.kin === 'self' && one.sameMetric && one.scope !== 'other');
  const is = own.find((one) => one.period === 'same' && !meet(mine, one.interval));
  const was =
    is &&
    own.find(
      (one) =>
        one.period === 'other' &&
        one.figure.asOf < is.figure.asOf &&
        meet(mine, one.interval) &&
        significant(claim.quantity) >= 2,
    );
  return is && was ? { was, is } : null;
}

/** Whether the claim is too young for what we know: a newer value may well exist. */
export function tooNew(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[], court: Court): boolean {
  if (metric.shelfLife === null) return false;
  if (claim.time && !claim.time.relative && comparisons.some((one) => one.period === 'same')) return false;
  const newest = comparisons.reduce((last, one) => (one.figure.asOf > last ? one.figure.asOf : last), '');
  const spoken = court.writtenOn ?? court.knownAt;
  return newest === '' || daysBetween(newest, spoken) > metric.shelfLife;
}
