import type { ClaimDraft, Reading } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { claimInterval, meet } from '../evidence/interval.ts';
import { comparisonsOf } from '../evidence/lookup.ts';
import { stretchOf } from '../evidence/period.ts';
import { productsOf } from '../reference/kin.ts';
import type { Metric } from '../reference/model.ts';
import type { Reason } from '../report.ts';
import { formerly, lastYears, replacement, tooNew } from './ageing.ts';
import type { Court } from './court.ts';
import { roundsTo, significant } from './digits.ts';
import { expired, withdrawn } from './ended.ts';
import { overtaken } from './overtaken.ts';
import { repeated, SAID } from './repeats.ts';
import {
  otherCurrency,
  otherMetric,
  otherScope,
  otherSubject,
  partOnly,
  powerOfTen,
  type Suspect,
  thousandfold,
} from './suspect.ts';
import { bitsForBytes, otherUnit } from './suspectUnit.ts';
import {
  farFromAll,
  isBare,
  isBeyond,
  isElsewhere,
  isNear,
  isWayOff,
  rivals,
  severalValues,
  trusted,
} from './trust.ts';
import { type Verdict, verdict } from './verdict.ts';

/** An amount without a unit is never called wrong for its value. */
const NUMBER = 'number';
/** How sure it is that an old figure was meant: one that lies near. */
const AGED = 0.75;
/** '15 %' and '1.5 %' are more often two things than one slip. */
const PERCENT = 'percent';

/** Most telling first: the subject's own, of the very metric, current, stated scope, newest. */
const rank = (one: Comparison): number =>
  (one.kin === 'self' ? 0 : 16 * DAYS) +
  (one.sameMetric ? 0 : 8 * DAYS) +
  (one.current ? 0 : 4 * DAYS) +
  (one.scope === 'same' ? 0 : 2 * DAYS) +
  (one.period === 'same' ? 0 : DAYS) -
  (stretchOf(one.figure.asOf)?.to ?? 0);
/** More than any date counts. */
const DAYS = 1e7;

/** In order of rank; each rank is told once. */
const ranked = (list: readonly Comparison[]): Comparison[] =>
  list
    .map((one) => ({ one, at: rank(one) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

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
    (metric.dimension === PERCENT ? null : slipOf(claim, metric, comparisons, court)) ??
    otherScope(claim, metric, comparisons)
  );
}

/** '2.900 Milliarden': a point that may part thousands. Nobody knows which. */
const mayGroup = ({ quantity: { form } }: ClaimDraft, { decimal }: Court): boolean =>
  form?.point === '.' && decimal !== '.' && form.decimals === THOUSAND;
const THOUSAND = 3;

function slipOf(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[], court: Court): Suspect | null {
  const slip = powerOfTen(claim, comparisons) ?? thousandfold(claim, metric, comparisons);
  return slip && Math.abs(slip.exponent ?? 0) === THOUSAND && mayGroup(claim, court) ? null : slip;
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

/** Enough digits to know a product's figure in what is told of its maker. */
const tellsOfProduct = ({ quantity }: ClaimDraft, metric: Metric): boolean =>
  metric.subjects[0] === MODEL && quantity.perUnit === null && significant(quantity) >= 2;
const MODEL = 'model';

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
    borrowed = comparisons.length > 0;
  }
  comparisons = ranked(comparisons);
  const open = comparisons.filter((one) => one.scope !== 'other' && one.period !== 'other');
  const currency = otherCurrency(claim, metric, open);
  const agreeing = open.filter((one) => meet(mine, one.interval));
  // the figure that the claim's digits repeat stands before one that is only near
  const exact = (one: Comparison): boolean => one.sameMetric && roundsTo(claim.quantity, one.raw);
  const agrees = [...agreeing.filter(exact), ...agreeing.filter((one) => !exact(one))];
  if (currency && !agrees.some((one) => !one.converted))
    return conflict(reading, currency, open.filter((one) => !meet(mine, one.interval)).slice(0, 4));
  if (agrees.length > 0) {
    const part = partOnly(claim, metric, agrees, open);
    if (part && !borrowed)
      return conflict(
        reading,
        part,
        open.filter((one) => one.kin === 'self' && one.sameMetric),
      );
    const confidence = repeated(claim, agrees).length > 0 ? SAID : AGED;
    const newer =
      lastYears(claim, metric, agrees, open) ??
      replacement(claim, metric, agrees, open, court) ??
      overtaken(claim, metric, agrees, open, court);
    if (newer)
      return verdict('outdated', borrowed ? { ...reading, subject: newer.figure.subject } : reading, {
        agrees,
        differs: [newer],
        confidence,
      });
    const expiring = expired(claim, agrees, knownAt);
    const ended = expiring.length > 0 ? expiring : withdrawn(claim, metric, open, court);
    if (ended.length > 0) return verdict('outdated', reading, { agrees: ended, confidence });
    const against = borrowed ? [] : rivals(agrees, open, metric, court);
    const whose = borrowed ? { ...reading, subject: agrees[0]!.figure.subject } : reading;
    return verdict(against.length > 0 ? 'disputed' : 'supported', whose, { agrees, differs: against });
  }
  const gone = metric.latest && !claim.event ? formerly(claim, mine, comparisons) : null;
  if (gone) return verdict('outdated', reading, { agrees: [gone.was], differs: [gone.is], confidence: AGED });
  const ofKin = open.filter((one) => one.sameMetric && one.kin !== 'child');
  const differs = ofKin.length > 0 ? ofKin : open.filter((one) => one.sameMetric);
  if (borrowed) {
    const slip = tellsOfProduct(claim, metric) ? powerOfTen(claim, open) : null;
    return slip
      ? conflict(reading, slip, open.slice(0, 3))
      : verdict('no_reference', reading, { differs: open.slice(0, 3) });
  }
  if (isElsewhere(claim, metric, mine, comparisons))
    return verdict('no_reference', reading, { differs: differs.slice(0, 3) });
  const suspect = suspectOf(claim, reading, metric, comparisons, court);
  if (suspect && (comparisons.length > 0 || suspect.reason === 'wrong_unit')) {
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
    !metric.plural &&
    claim.quantity.unit !== NUMBER &&
    farFromAll(claim, metric, mine, comparisons)
  ) {
    return verdict('conflict', reading, {
      reason: 'wrong_value',
      differs: comparisons.slice(0, 4),
      bold: metric.time === 'stock',
      confidence: 0.6,
    });
  }
  if (
    metric.plural ||
    severalValues(open) ||
    claim.quantity.unit === NUMBER ||
    judged.length === 0 ||
    (tooNew(claim, metric, comparisons, court) && !isWayOff(mine, comparisons))
  )
    return verdict('no_reference', reading, { differs: differs.slice(0, 3) });
  if (!trusted(judged, mine)) return verdict('no_reference', reading, { differs: judged.slice(0, 3) });
  if (isNear(claim, metric, mine, open) || isBeyond(claim, metric, comparisons))
    return verdict('no_reference', reading, { differs: judged.slice(0, 3) });
  return verdict('conflict', reading, { reason: 'wrong_value', differs: judged.slice(0, 4), confidence: 0.55 });
}
