import type { ClaimDraft, Reading } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { comparisonsOf, productsOf } from '../evidence/lookup.ts';
import { daysBetween, stretchOf } from '../evidence/period.ts';
import type { Metric } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Reason, VerdictKind } from '../report.ts';
import { significant } from './digits.ts';
import { claimInterval, distanceOf, type Interval, meet } from './interval.ts';
import {
  bitsForBytes,
  ordersAway,
  otherCurrency,
  otherMetric,
  otherScope,
  otherSubject,
  otherUnit,
  powerOfTen,
  type Suspect,
} from './suspect.ts';
import type { Verdict } from './verdict.ts';

export interface Court {
  readonly reference: Reference;
  readonly knownAt: string;
  readonly writtenOn: string | null;
  /** Subjects named in the draft near the claim. */
  readonly named: readonly string[];
}

/** An amount without a unit is never called wrong for its value. */
const NUMBER = 'number';
const NEAR_FACTOR = 2.5;
/** Days by which a figure must be newer to replace another. */
const LATER = 20;
/** Three digits of a lasting specification leave less room. */
const EXACT_FLOOR = 0.025;
const NEAR_FLOOR = 0.12;

function verdict(kind: VerdictKind, reading: Reading, more: Partial<Verdict> = {}): Verdict {
  return {
    kind,
    reason: null,
    also: [],
    reading,
    agrees: [],
    differs: [],
    suspect: null,
    suspectSubject: null,
    suspectMetric: null,
    exponent: null,
    bold: false,
    confidence: 0,
    ...more,
  };
}

/** Most telling first: the subject's own, of the very metric, current, stated scope, newest. */
const rank = (one: Comparison): string =>
  [
    one.kin === 'self' ? 0 : 1,
    one.sameMetric ? 0 : 1,
    one.current ? 0 : 1,
    one.scope === 'same' ? 0 : 1,
    one.period === 'same' ? 0 : 1,
  ].join('') + String(9e8 - (stretchOf(one.figure.asOf)?.to ?? 0));
const byRank = (a: Comparison, b: Comparison): number => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0);

/** The newest figure that replaces those which agree, where the claim speaks of no time. */
function replacement(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  all: readonly Comparison[],
  writtenOn: string | null,
): Comparison | null {
  if ((claim.time && !claim.time.relative) || claim.event) return null;
  const newest = [...agrees].sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1))[0];
  if (!newest || metric.time !== 'stock' || !(metric.latest || (metric.shelfLife !== null && !newest.current)))
    return null;
  // what was so when it was written, and ages slowly, is a report of its day
  const since = metric.latest || writtenOn === null ? '' : writtenOn;
  const later = all.filter(
    (one) =>
      one.current &&
      one.kin === newest.kin &&
      one.sameMetric &&
      one.scope === newest.scope &&
      (since === '' || one.figure.asOf <= since) &&
      daysBetween(newest.figure.asOf, one.figure.asOf) > LATER,
  );
  later.sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1));
  const mine = claimInterval(claim.quantity);
  return later.find((one) => mine && distanceOf(mine, one.interval) > metric.tolerance) ?? null;
}

/** A yearly amount told without a year, as if it were today's, where later years are known. */
function lastYears(
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

/** A figure of before the claim's time that it repeats, and the one in force at that time. */
function formerly(
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

function authority(one: Comparison, reference: Reference): string {
  return reference.sources.get(one.figure.source)?.publisher ?? one.figure.source;
}

/** Authorities that state another value of the very same thing. */
function rivals(agrees: readonly Comparison[], all: readonly Comparison[], metric: Metric, court: Court): Comparison[] {
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

/** Whether the claim is too young for what we know: a newer value may well exist. */
function tooNew(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[], court: Court): boolean {
  if (metric.shelfLife === null) return false;
  if (claim.time && !claim.time.relative && comparisons.some((one) => one.period === 'same')) return false;
  const newest = comparisons.reduce((last, one) => (one.figure.asOf > last ? one.figure.asOf : last), '');
  const spoken = court.writtenOn ?? court.knownAt;
  return newest === '' || daysBetween(newest, spoken) > metric.shelfLife;
}

function suspectOf(
  claim: ClaimDraft,
  reading: Reading,
  metric: Metric,
  comparisons: readonly Comparison[],
  court: Court,
): Suspect | null {
  const { reference, knownAt } = court;
  return (
    bitsForBytes(claim, comparisons, reference) ??
    otherUnit(claim, reading, reference, knownAt) ??
    otherSubject(claim, reading, comparisons, court.named, reference, knownAt) ??
    otherMetric(claim, reading, metric, reference, knownAt) ??
    powerOfTen(claim, comparisons) ??
    otherScope(claim, metric, comparisons) ??
    ordersAway(claim, comparisons)
  );
}

const conflict = (reading: Reading, suspect: Suspect, differs: readonly Comparison[]): Verdict =>
  verdict('conflict', reading, {
    reason: suspect.reason,
    differs,
    suspect: suspect.comparison,
    suspectSubject: suspect.subject,
    suspectMetric: suspect.metric,
    exponent: suspect.exponent,
    bold: suspect.bold,
    confidence: suspect.confidence,
  });

/** True where the figure has no scope but what the claim says too. */
const isBare = (one: Comparison, claim: ClaimDraft): boolean =>
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
]);

const FIRM: ReadonlySet<string> = new Set(['filing', 'paper', 'datasheet', 'official', 'list_price']);
/** A lone estimate or press figure speaks only where the claim is this many times off. */
const WIDE = 2;

/** Whether the figures are firm, or agreed enough, to call another value wrong. */
function trusted(judged: readonly Comparison[], mine: Interval, court: Court): boolean {
  if (judged.some((one) => FIRM.has(one.figure.status))) return true;
  if (new Set(judged.map((one) => authority(one, court.reference))).size >= 2) return true;
  return judged.every((one) => mine.low > one.interval.high * WIDE || mine.high < one.interval.low / WIDE);
}

/** Away from every figure of the metric, in any scope and period, several of them firm. */
const FAR = 2.2;
function farFromAll(mine: Interval, comparisons: readonly Comparison[]): boolean {
  const same = comparisons.filter((one) => one.sameMetric);
  if (same.filter((one) => FIRM.has(one.figure.status)).length < 2) return false;
  return (
    same.every((one) => mine.low > one.interval.high * FAR) || same.every((one) => mine.high < one.interval.low / FAR)
  );
}

/** Three values or more stand side by side: another one is another thing. */
const severalValues = (open: readonly Comparison[]): boolean => {
  const current = open.filter(
    (one) => one.current && one.sameMetric && one.kin === 'self' && one.figure.period === null,
  );
  return new Set(current.map((one) => `${one.point} ${one.figure.asOf}`)).size >= 3;
};

/** Judges a claim under one reading. */
export function judge(claim: ClaimDraft, reading: Reading, court: Court): Verdict {
  const { reference, knownAt } = court;
  const metric = reference.metrics.get(reading.metric);
  const mine = claimInterval(claim.quantity);
  if (!metric || !mine) return verdict('no_reference', reading);
  let comparisons = comparisonsOf(claim, reading, reference, knownAt);
  let borrowed = false;
  if (comparisons.length === 0) {
    comparisons = productsOf(reading.subject, reference).flatMap((id) =>
      comparisonsOf(claim, { ...reading, subject: id }, reference, knownAt).filter((one) => one.kin === 'self'),
    );
    borrowed = true;
  }
  comparisons.sort(byRank);
  const open = comparisons.filter((one) => one.scope !== 'other' && one.period !== 'other');
  const currency = otherCurrency(claim, open);
  const agrees = open.filter((one) => meet(mine, one.interval));
  if (currency && !agrees.some((one) => !one.converted))
    return conflict(reading, currency, open.filter((one) => !meet(mine, one.interval)).slice(0, 4));
  if (agrees.length > 0) {
    const newer = lastYears(claim, metric, agrees, open) ?? replacement(claim, metric, agrees, open, court.writtenOn);
    if (newer) return verdict('outdated', reading, { agrees, differs: [newer], confidence: 0.75 });
    const against = borrowed ? [] : rivals(agrees, open, metric, court);
    return verdict(against.length > 0 ? 'disputed' : 'supported', reading, { agrees, differs: against });
  }
  const gone = metric.latest && !claim.event ? formerly(claim, mine, comparisons) : null;
  if (gone) return verdict('outdated', reading, { agrees: [gone.was], differs: [gone.is], confidence: 0.75 });
  const differs = open.filter((one) => one.sameMetric && one.kin !== 'child');
  if (borrowed) {
    const slip = powerOfTen(claim, open);
    return slip
      ? conflict(reading, slip, open.slice(0, 3))
      : verdict('no_reference', reading, { differs: open.slice(0, 3) });
  }
  const suspect = suspectOf(claim, reading, metric, comparisons, court);
  if (suspect && (comparisons.length > 0 || suspect.reason === 'wrong_subject')) {
    const reason: Reason = suspect.reason;
    if (!(reason === 'wrong_period' && tooNew(claim, metric, comparisons, court)))
      return conflict(reading, suspect, differs.slice(0, 4));
  }
  const judged = differs.filter(
    (one) =>
      one.current &&
      isBare(one, claim) &&
      (one.period === 'same' ||
        (metric.time !== 'flow' && one.period === 'open' && (!claim.time || metric.shelfLife === null))),
  );
  if (
    metric.shelfLife === null &&
    metric.time === 'stock' &&
    claim.quantity.unit !== NUMBER &&
    farFromAll(mine, comparisons)
  ) {
    return verdict('conflict', reading, {
      reason: 'wrong_value',
      differs: comparisons.slice(0, 4),
      bold: true,
      confidence: 0.6,
    });
  }
  if (
    metric.plural ||
    severalValues(open) ||
    claim.quantity.unit === NUMBER ||
    judged.length === 0 ||
    tooNew(claim, metric, comparisons, court)
  )
    return verdict('no_reference', reading, { differs: differs.slice(0, 3) });
  if (!trusted(judged, mine, court)) return verdict('no_reference', reading, { differs: judged.slice(0, 3) });
  const nearest = Math.min(...open.map((one) => distanceOf(mine, one.interval)));
  const close = metric.shelfLife === null && significant(claim.quantity) >= 3 ? EXACT_FLOOR : NEAR_FLOOR;
  if (nearest < Math.max(close, metric.tolerance * NEAR_FACTOR * (close === EXACT_FLOOR ? 0.8 : 1)))
    return verdict('no_reference', reading, { differs: judged.slice(0, 3) });
  return verdict('conflict', reading, { reason: 'wrong_value', differs: judged.slice(0, 4), confidence: 0.55 });
}
