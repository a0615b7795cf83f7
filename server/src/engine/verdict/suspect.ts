import type { ClaimDraft, Reading } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { claimInterval, distanceOf, meet, middle } from '../evidence/interval.ts';
import { ownComparisons } from '../evidence/lookup.ts';
import { announces } from '../evidence/period.ts';
import type { Figure, Metric } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Reason } from '../report.ts';
import { powerBetween, roundsTo, significant, telling } from './digits.ts';
import { isBare } from './trust.ts';

/** The likeliest cause of a figure that agrees with nothing. */
export interface Suspect {
  readonly reason: Reason;
  readonly comparison: Comparison;
  readonly subject: string | null;
  readonly metric: string | null;
  readonly exponent: number | null;
  /** No digits tell: only the distance does. */
  readonly bold: boolean;
  readonly confidence: number;
}

export const suspect = (
  reason: Reason,
  comparison: Comparison,
  confidence: number,
  more: Partial<Suspect> = {},
): Suspect => ({
  reason,
  comparison,
  subject: null,
  metric: null,
  exponent: null,
  bold: false,
  confidence,
  ...more,
});

/** The very number of the figure, where its conversion is visibly another one. */
const VERBATIM = 0.005;
const CONVERTED = 0.02;
function verbatim(claim: ClaimDraft, one: Comparison): boolean {
  const value = middle(claim.quantity);
  if (value === null || significant(claim.quantity) < 2) return false;
  const off = (number: number): number => Math.abs(number - value) / Math.abs(value);
  return off(one.raw) <= VERBATIM && off(one.point) >= CONVERTED;
}

/** Of many pledges side by side a single digit tells none but the very number. */
const tellsCurrency = (claim: ClaimDraft, one: Comparison, isPlural: boolean): boolean =>
  !isPlural || significant(claim.quantity) >= 2 || middle(claim.quantity) === one.raw;

/** Same digits, another currency: not even the hedge saves it. */
export function otherCurrency(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[]): Suspect | null {
  for (const one of comparisons) {
    if (!one.converted || one.scope === 'other' || one.period === 'other' || !one.sameMetric) continue;
    if (!tellsCurrency(claim, one, metric.plural === true)) continue;
    if (roundsTo(claim.quantity, one.raw) && (!roundsTo(claim.quantity, one.point) || verbatim(claim, one)))
      return suspect('wrong_currency', one, 0.9);
  }
  return null;
}

/** How plainly a metric must be spoken of before two digits tell a slip of the scale. */
const SAID = 0.6;

/** A figure of the thing itself and of all of it: only such a one tells a slip of one digit. */
const THOUSAND = 3;
const isWhole = (claim: ClaimDraft, one: Comparison): boolean =>
  one.kin === 'self' && isBare(one, claim) && (claim.quantity.op === 'eq' || significant(claim.quantity) >= 3);

const isOneOfMany = (claim: ClaimDraft, { figure }: Comparison): boolean =>
  (figure.period !== null && !claim.time) || BETWEEN.some((key) => figure.qualifiers[key] !== undefined);
const BETWEEN = ['holder', 'partner'] as const;

export function powerOfTen(claim: ClaimDraft, comparisons: readonly Comparison[]): Suspect | null {
  const metric = comparisons.find((one) => one.sameMetric)?.figure.metric ?? '';
  if ((claim.spoken.get(metric) ?? 0) < SAID && significant(claim.quantity) < 3) return null;
  for (const converted of [false, true]) {
    for (const one of comparisons) {
      if (one.converted !== converted || one.scope === 'other' || one.period === 'other' || !one.sameMetric) continue;
      const exponent = powerBetween(claim.quantity, one.raw);
      if (exponent !== null && Math.abs(exponent) < THOUSAND && !isWhole(claim, one)) continue;
      // periods and pledges are many, and a digit is soon met
      if (telling(claim.quantity) < 2 && isOneOfMany(claim, one)) continue;
      if (exponent !== null) return suspect('wrong_magnitude', one, Math.abs(exponent) >= 3 ? 0.9 : 0.75, { exponent });
    }
  }
  return null;
}

/** A scale word for another, of a figure that moves too much to have its digits. */
const SLIPS: readonly number[] = [3, -3, 6, -6];
const PLAINLY_SAID = 1.5;
const AWAY = 100;
const AROUND = 1.6;
/** What is told in thousands, millions and billions alike. */
const MONEY = 'money';

export function thousandfold(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[]): Suspect | null {
  const { value } = claim.quantity;
  if (
    value === null ||
    metric.plural ||
    metric.dimension !== MONEY ||
    (claim.spoken.get(metric.id) ?? 0) < PLAINLY_SAID
  )
    return null;
  const own = comparisons.filter((one) => one.sameMetric && one.kin === 'self' && one.point > 0);
  if (own.length === 0 || !own.every((one) => value > one.point * AWAY || value < one.point / AWAY)) return null;
  for (const exponent of SLIPS) {
    const meant = value * Number(`1e${exponent}`);
    const near = own
      .filter((one) => one.scope !== 'other' && meant < one.point * AROUND && meant > one.point / AROUND)
      .sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1))[0];
    if (near) return suspect('wrong_magnitude', near, 0.75, { exponent: -exponent });
  }
  return null;
}

/** A maker's models are mixed up with each other; its chips are too many. */
const MODEL = 'model';
const classOf = (kind: string): string => (kind === 'family' ? 'model' : kind);

/** Ids that differ only at their end: 'mi300x', 'mi300a'. */
function nearlySpelt(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return a.length === b.length && same >= a.length - 1;
}

/** Those a figure may have been taken from: kin of the same maker, named confusables, others named in the draft. */
export function siblingsOf(id: string, reference: Reference, named: readonly string[]): string[] {
  const subject = reference.subjects.get(id);
  if (!subject) return [];
  const out = new Set<string>([...subject.notConfusedWith, ...named]);
  for (const one of reference.neighbours.get(id) ?? []) {
    const sameMaker =
      subject.vendor !== null &&
      one.vendor === subject.vendor &&
      classOf(one.kind) === MODEL &&
      classOf(subject.kind) === MODEL;
    const sameFamily = subject.parent !== null && one.parent === subject.parent;
    const twins =
      subject.vendor !== null && one.vendor === subject.vendor && one.kind === subject.kind && nearlySpelt(one.id, id);
    if (twins || sameMaker || sameFamily || one.notConfusedWith.includes(id)) out.add(one.id);
  }
  out.delete(id);
  return [...out];
}

/** Money for a unit of something. */
const PRICE = 'money/';
/** Far enough from the subject's own figures that even one digit tells. */
const FAR = 3;

const NEARLY = 0.04;

/** True where a figure of somebody else names the subject as its partner, buyer or holder. */
function names({ qualifiers }: Figure, id: string, reference: Reference): boolean {
  const subject = reference.subjects.get(id);
  const called = new Set([subject?.name, ...(subject?.aliases.map((alias) => alias.text) ?? [])]);
  return Object.values(qualifiers).some((value) => called.has(value));
}

/** Another subject's figure of the same metric. */
export function otherSubject(
  claim: ClaimDraft,
  reading: Reading,
  comparisons: readonly Comparison[],
  named: readonly string[],
  reference: Reference,
  knownAt: string,
): Suspect | null {
  const value = middle(claim.quantity) ?? 0;
  const far = comparisons.length > 0 && comparisons.every((one) => value > one.point * FAR || value < one.point / FAR);
  if (telling(claim.quantity) < 2 && !far) return null;
  // its own figure is not known, or is nearly this
  const its = comparisons.filter((one) => one.kin === 'self' && one.sameMetric);
  if (its.length === 0 || its.some((one) => Math.abs(value - one.point) <= Math.abs(one.point) * NEARLY)) return null;
  let best: Suspect | null = null;
  const own = new Set([reading.subject]);
  const confused = new Set(reference.subjects.get(reading.subject)?.notConfusedWith);
  const metric = reference.metrics.get(reading.metric);
  const maker = reference.subjects.get(reading.subject)?.vendor ?? null;
  const isPrice = metric?.dimension.startsWith(PRICE) ?? false;
  for (const id of siblingsOf(reading.subject, reference, named)) {
    // what is told of a maker may be its product's
    if (own.has(id) || reference.subjects.get(id)?.vendor === reading.subject) continue;
    for (const one of ownComparisons(claim, { ...reading, subject: id }, reference, knownAt)) {
      if (one.scope === 'other' || one.period === 'other') continue;
      // told of the one, it is the other's doing: 'Google invests 40 billion' in Anthropic
      if (one.figure.value === null || names(one.figure, reading.subject, reference)) continue;
      const raw = roundsTo(claim.quantity, one.raw);
      if (!raw && !(one.converted && roundsTo(claim.quantity, one.point))) continue;
      const sameMaker = maker !== null && reference.subjects.get(id)?.vendor === maker;
      if (telling(claim.quantity) < 2 && (!sameMaker || isPrice)) continue;
      // many prices and pledges are alike by chance
      if ((isPrice || metric?.plural) && !sameMaker && !confused.has(id)) continue;
      const confidence =
        0.7 + (named.includes(id) || confused.has(id) ? 0.1 : 0) + (telling(claim.quantity) >= 3 ? 0.1 : 0);
      if (confidence > (best?.confidence ?? 0)) best = suspect('wrong_subject', one, confidence, { subject: id });
    }
  }
  return best;
}

/** Shares and ratios of all sorts meet by chance. */
const LOOSE: ReadonlySet<string> = new Set(['percent', 'ratio']);

/** Another metric's figure of this subject. */
export function otherMetric(
  claim: ClaimDraft,
  reading: Reading,
  metric: Metric,
  reference: Reference,
  knownAt: string,
): Suspect | null {
  if (significant(claim.quantity) < 2 || LOOSE.has(metric.dimension)) return null;
  for (const id of reference.bySubject.get(reading.subject)?.keys() ?? []) {
    const other = reference.metrics.get(id);
    if (
      !other ||
      id === metric.id ||
      other.dimension !== metric.dimension ||
      metric.comparable.includes(id) ||
      other.comparable.includes(metric.id)
    )
      continue;
    if (other.units.length > 0 && !other.units.includes(claim.quantity.unit)) continue;
    for (const one of ownComparisons(claim, { ...reading, metric: id }, reference, knownAt)) {
      const stated = one.period !== 'other' && one.figure.value !== null;
      if (stated && roundsTo(claim.quantity, one.raw)) return suspect('wrong_metric', one, 0.7, { metric: id });
    }
  }
  return null;
}

/** Which chips were counted is told too loosely to call a scope wrong. */
const CHIP = 'accelerator';

/** What is told of the whole is only a part's figure, while the whole has firm ones that are far from it. */
export function partOnly(
  claim: ClaimDraft,
  metric: Metric,
  agrees: readonly Comparison[],
  open: readonly Comparison[],
): Suspect | null {
  if (metric.shelfLife !== null || metric.time !== 'stock' || significant(claim.quantity) < 2) return null;
  const [first] = agrees;
  if (!first || !agrees.every((one) => one.kin === 'child' && one.sameMetric)) return null;
  const whole = open.filter((one) => one.kin === 'self' && one.sameMetric && one.figure.value !== null);
  const mine = claimInterval(claim.quantity);
  if (!mine || whole.length === 0 || !whole.every((one) => distanceOf(mine, one.interval) > HALF)) return null;
  return suspect('wrong_subject', first, 0.7, { subject: first.figure.subject });
}
const HALF = 0.4;

/** The same thing under another scope or in another period. */
export function otherScope(claim: ClaimDraft, metric: Metric, comparisons: readonly Comparison[]): Suspect | null {
  const mine = claimInterval(claim.quantity);
  if (!mine) return null;
  const stated = comparisons.some((one) => one.sameMetric && one.scope === 'same' && one.kin === 'self');
  for (const one of stated ? comparisons : []) {
    if (!one.sameMetric || one.kin === 'child') continue;
    if (one.scope === 'other' && !one.figure.qualifiers[CHIP] && one.period !== 'other' && meet(mine, one.interval))
      return suspect('wrong_scope', one, 0.6);
  }
  for (const one of comparisons) {
    if (!one.sameMetric || one.kin === 'child' || significant(claim.quantity) < 2) continue;
    if (
      metric.time === 'flow' &&
      !one.figure.qualifiers['stage'] &&
      one.figure.value !== null &&
      one.period === 'other' &&
      !announces(claim.time?.period ?? '', one.figure.period ?? '', one.figure.asOf) &&
      one.scope !== 'other' &&
      roundsTo(claim.quantity, one.raw)
    )
      return suspect('wrong_period', one, 0.6);
  }
  return null;
}
