import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { distanceOf, type Interval, meet, middle } from '../evidence/interval.ts';
import { daysBetween } from '../evidence/period.ts';
import type { Metric } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Court } from './court.ts';
import { significant } from './digits.ts';

function authority(one: Comparison, reference: Reference): string {
  return reference.sources.get(one.figure.source)?.publisher ?? one.figure.source;
}

/** Authorities that state another value of the very same thing. */
export function rivals(
  agrees: readonly Comparison[],
  all: readonly Comparison[],
  metric: Metric,
  court: Court,
): Comparison[] {
  const best = agrees[0]!;
  const published = new Set(agrees.map((one) => authority(one, court.reference)));
  return all.filter((one) => {
    if (one.kin !== 'self' || !one.sameMetric || !one.current || one.scope === 'other' || one.period === 'other')
      return false;
    if (published.has(authority(one, court.reference))) return false;
    if (Math.abs(daysBetween(best.figure.asOf, one.figure.asOf)) > 400) return false;
    if ((one.figure.period ?? '') !== (best.figure.period ?? '')) return false;
    const keys = (c: Comparison): string => JSON.stringify(Object.entries(c.figure.qualifiers).sort());
    return keys(one) === keys(best) && distanceOf(one.interval, best.interval) > Math.max(0.15, metric.tolerance);
  });
}

/** True where the figure has no scope but what the claim says too. */
export const isBare = (one: Comparison, claim: ClaimDraft): boolean =>
  Object.keys(one.figure.qualifiers).every((key) => HARMLESS.has(key) || claim.qualifiers[key] !== undefined);
/** Keys that tell how a figure was made or named, not what it covers. */
const HARMLESS: ReadonlySet<string> = new Set([
  'api_id',
  'tier',
  'claimed_by',
  'counting',
  'fiscal_year_end',
  'host',
  'stated_as',
  'derived',
  'event',
  'precision',
  'sparsity',
  'accelerator',
]);

const FIRM: ReadonlySet<string> = new Set(['filing', 'paper', 'datasheet', 'official', 'list_price']);
/** Estimates and press figures speak only where the claim is so many times off. */
const WIDE = 2;

/** Whether the figures are firm, or agreed enough, to call another value wrong. */
export function trusted(judged: readonly Comparison[], mine: Interval): boolean {
  if (judged.some((one) => FIRM.has(one.figure.status))) return true;
  return judged.every((one) => mine.low > one.interval.high * WIDE || mine.high < one.interval.low / WIDE);
}

/** So many times away from every figure of the metric, in any scope and period. */
const FAR_STATE = 2.2;
/** What an event cost is told in more scopes than we hold. */
const FAR_EVENT = 8;
const SPOKEN = 1.5;

/** True where several firm figures, or several authorities on an event that is plainly spoken of, are all far away. */
export function farFromAll(
  claim: ClaimDraft,
  metric: Metric,
  mine: Interval,
  comparisons: readonly Comparison[],
): boolean {
  const same = comparisons.filter((one) => one.sameMetric);
  const event = metric.time === 'event';
  if (event && (claim.spoken.get(metric.id) ?? 0) < SPOKEN) return false;
  const known = event
    ? new Set(same.map((one) => one.figure.source)).size >= 3
    : same.filter((one) => FIRM.has(one.figure.status)).length >= 2;
  const times = event ? FAR_EVENT : FAR_STATE;
  return (
    known &&
    (same.every((one) => mine.low > one.interval.high * times) ||
      same.every((one) => mine.high < one.interval.low / times))
  );
}

/** Relative room below which another value may be rounding, another edition or another way of counting. */
const ROOM = 0.15;
/** Lasting specifications leave less, three digits of one less still. */
const ROOM_OF_SPEC = 0.08;
const ROOM_OF_DIGITS = 0.03;
const TOLERANCES = 1.5;

/** True where a claim lies so near one of the figures that it is not called wrong. */
export function isNear(claim: ClaimDraft, metric: Metric, mine: Interval, open: readonly Comparison[]): boolean {
  const lasting = metric.shelfLife === null && metric.time === 'stock';
  const room = !lasting ? ROOM : significant(claim.quantity) >= 3 ? ROOM_OF_DIGITS : ROOM_OF_SPEC;
  const least = Math.max(room, metric.tolerance * TOLERANCES);
  const value = middle(claim.quantity);
  return open.some((one) => {
    const off =
      value === null ? distanceOf(mine, one.interval) : Math.abs(value - one.point) / Math.abs(one.point || 1);
    return off < least || meet(mine, one.interval);
  });
}

/** Agrees with a figure of another scope or kin, or with the double or half of one of another sparsity. */
export function isElsewhere(
  claim: ClaimDraft,
  metric: Metric,
  mine: Interval,
  comparisons: readonly Comparison[],
): boolean {
  if (comparisons.some((one) => one.sameMetric && one.period !== 'other' && metric.latest && meet(mine, one.interval)))
    return true;
  if (!(SPARSITY in metric.qualifiers) || claim.qualifiers[SPARSITY]) return false;
  return comparisons.some((one) => [2, 0.5].some((times) => near(claim, one.point * times)));
}
const SPARSITY = 'sparsity';
const near = (claim: ClaimDraft, point: number): boolean => {
  const value = middle(claim.quantity);
  return value !== null && Math.abs(value - point) <= Math.abs(point) * 0.03;
};

/** So many times away that something else was measured: a year's water is no query's. */
const BEYOND = 100_000;
const PER = '_per_';
export function isBeyond(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[]): boolean {
  const value = middle(claim.quantity);
  return (
    metric.id.includes(PER) &&
    value !== null &&
    comparisons.every((one) => value > one.point * BEYOND || value < one.point / BEYOND)
  );
}

/** No newer value is that many times another. */
const WAY_OFF = 30;
export const isWayOff = (mine: Interval, comparisons: readonly Comparison[]): boolean =>
  comparisons.every((one) => mine.low > one.interval.high * WAY_OFF || mine.high < one.interval.low / WAY_OFF);

/** Three values or more stand side by side: another one is another thing. */
export const severalValues = (open: readonly Comparison[]): boolean => {
  const current = open.filter(
    (one) => one.current && one.sameMetric && one.kin === 'self' && one.figure.period === null,
  );
  return new Set(current.map((one) => `${one.point} ${one.figure.asOf}`)).size >= 3;
};
