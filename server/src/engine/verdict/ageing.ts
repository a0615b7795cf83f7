import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { claimInterval, distanceOf, type Interval, meet, middle } from '../evidence/interval.ts';
import { daysBetween, stretchOf } from '../evidence/period.ts';
import type { Metric } from '../reference/model.ts';
import { CASES, LATER } from './cases.ts';
import type { Court } from './court.ts';
import { significant } from './digits.ts';
import { hasEnded, isOfToday, isTold } from './ended.ts';
import { isLoose, isOpenEnded, repeated } from './repeats.ts';

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
  const said = repeated(claim, agrees);
  // an event excuses what it came to, not what was only asked for before it
  const asked = said.length > 0 && said.every((one) => one.figure.qualifiers['stage'] !== undefined && !one.current);
  if (!isOfToday(asked ? { ...claim, event: false } : claim)) return null;
  // a bound meets all that lies beyond it: whose digits it has is meant
  if (said.length === 0 && isLoose(claim)) return null;
  const meant = isOpenEnded(claim) && said.length > 0 ? said : agrees;
  const newest = [...meant].sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1))[0];
  // what may come is not today's
  if (claim.qualifiers['stage'] && !newest?.figure.qualifiers['stage']) return null;
  const replaced = newest && court.reference.supersededBy.get(newest.figure.id);
  const heir = replaced && all.find((one) => one.figure.id === replaced.id);
  if (
    heir &&
    !isTold(claim) &&
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
  const value = said.includes(newest) ? middle(claim.quantity) : null;
  const away = (one: Comparison): boolean =>
    value !== null
      ? one.figure.op !== RANGE &&
        Math.abs(value - one.point) > Math.abs(one.point) * Math.max(metric.tolerance, PLAINLY)
      : mine !== null && distanceOf(mine, one.interval) > metric.tolerance;
  const cases = later.filter((one) => one.figure.asOf === later[0]!.figure.asOf && one.current);
  // told of several cases by now, and none of them is this one
  if (cases.length > 1 && cases.every((one) => isNarrow(one, claim)) && cases.every(away))
    return cases.reduce((a, b) => (a.point > b.point ? a : b));
  return later.find((one) => !isNarrow(one, claim) && away(one)) ?? null;
}

const RANGE = 'range';
/** Digits said again, and the newest amount no rounding of them. */
const PLAINLY = 0.08;

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
    claim.qualifiers['stage'] ||
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
