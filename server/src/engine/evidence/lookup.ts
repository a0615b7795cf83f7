import type { ClaimDraft, Reading } from '../claim/claim.ts';
import { convert } from '../reference/convert.ts';
import { kinOf } from '../reference/kin.ts';
import type { Figure, Metric } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Comparison, Fit } from './evidence.ts';
import { figureInterval, type Interval, middle } from './interval.ts';
import { isFiscal, length, overlap, stretchOf } from './period.ts';
import { scopeFit } from './scope.ts';

const MONEY = 0.015;
/** Days that a state may have held before or after it was stated. */
/** Days around a list price's date in which it was in force. */
const IN_FORCE = 75;
const STATE_LASTS = 200;

/** '$2bn a month' is no year's amount. */
const PER = 'per';
const SHORT: ReadonlySet<string> = new Set(['month', 'week', 'day', 'hour', 'minute']);

/** Whether a figure's time answers the claim's. */
export function periodFit(claim: ClaimDraft, figure: Figure, metric: Metric): Fit {
  const time = claim.time;
  const rate = claim.qualifiers[PER] ?? '';
  if (metric.time === 'flow' && SHORT.has(rate) && figure.qualifiers[PER] !== rate) return 'other';
  if (!time) return 'open';
  const mine = stretchOf(time.period);
  const theirs = stretchOf(figure.period ?? figure.asOf);
  if (!mine || !theirs) return 'open';
  if (metric.time === 'event') return overlap(mine, theirs) ? 'same' : 'open';
  if (metric.time === 'stock') {
    const at = stretchOf(figure.asOf);
    if (overlap(mine, theirs) || (at && overlap(mine, at))) return 'same';
    if (metric.shelfLife === null) return 'open';
    const apart = theirs.from > mine.to ? theirs.from - mine.to : mine.from - theirs.to;
    if (metric.latest && apart <= IN_FORCE) return 'same';
    return apart <= STATE_LASTS ? 'open' : 'other';
  }
  if (isFiscal(figure.period) !== time.fiscal) {
    // a fiscal period told without the word: same length, and its end lies in or just after
    const end = stretchOf(figure.asOf);
    const alike = Math.abs(length(mine) - length(theirs)) < 40;
    return alike &&
      end &&
      (overlap(mine, end) || (mine.to < end.from && end.from - mine.to < 62) || overlap(mine, theirs))
      ? 'open'
      : 'other';
  }
  return overlap(mine, theirs) && Math.abs(length(mine) - length(theirs)) < 40 ? 'same' : 'other';
}

/** Sets one figure beside a claim; null where their units cannot be compared. */
function compare(
  claim: ClaimDraft,
  figure: Figure,
  metric: Metric,
  kin: Comparison['kin'],
  sameMetric: boolean,
  unit: string,
  reference: Reference,
): Comparison | null {
  const interval = figureInterval(figure, metric.tolerance);
  const raw = middle(figure);
  if (!interval || raw === null) return null;
  const compared = (room: Interval, point: number, converted: boolean): Comparison => ({
    figure,
    raw,
    kin,
    sameMetric,
    scope: scopeFit(claim.qualifiers, figure, reference),
    period: periodFit(claim, figure, metric),
    current: !reference.supersededBy.has(figure.id) && figure.rank !== 'deprecated',
    interval: room,
    point,
    converted,
  });
  const counts = reference.units.get(unit)?.dimension === 'count' || unit === 'number';
  if (unit === figure.unit || (counts && metric.dimension === 'count')) return compared(interval, raw, false);
  const at = figure.asOf;
  const low = convert(interval.low, figure.unit, unit, at, reference);
  const high = convert(interval.high, figure.unit, unit, at, reference);
  const point = convert(raw, figure.unit, unit, at, reference);
  if (!low || !high || !point) return null;
  const room = point.rate ? MONEY : 0;
  return compared({ low: low.low * (1 - room), high: high.high * (1 + room) }, point.value, point.rate !== null);
}

const usable = (figure: Figure, knownAt: string): boolean =>
  figure.flag === null && !figure.unverified && figure.published <= knownAt && figure.asOf <= knownAt;

/** The figures of the very subject and metric of a reading. */
export function ownComparisons(
  claim: ClaimDraft,
  { subject, metric: id, unit }: Pick<Reading, 'subject' | 'metric' | 'unit'>,
  reference: Reference,
  knownAt: string,
): Comparison[] {
  const metric = reference.metrics.get(id);
  const out: Comparison[] = [];
  for (const figure of (metric && reference.bySubject.get(subject)?.get(id)) ?? []) {
    const one = usable(figure, knownAt) ? compare(claim, figure, metric!, 'self', true, unit, reference) : null;
    if (one) out.push(one);
  }
  return out;
}

/** Every figure that may answer a reading, self first. */
export function comparisonsOf(
  claim: ClaimDraft,
  reading: Pick<Reading, 'subject' | 'metric' | 'unit'>,
  reference: Reference,
  knownAt: string,
): Comparison[] {
  const metric = reference.metrics.get(reading.metric);
  if (!metric) return [];
  const out: Comparison[] = [];
  for (const { id, kin } of kinOf(reading.subject, reference)) {
    const held = reference.bySubject.get(id);
    // what an event took of a whole family is not what it took of one member
    if (!held || (kin === 'parent' && metric.time === 'event')) continue;
    for (const name of [metric.id, ...metric.comparable]) {
      for (const figure of held.get(name) ?? []) {
        if (!usable(figure, knownAt)) continue;
        const one = compare(claim, figure, metric, kin, name === metric.id, reading.unit, reference);
        if (one) out.push(one);
      }
    }
  }
  return out;
}
