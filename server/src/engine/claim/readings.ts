import { kinOf, productsOf } from '../reference/kin.ts';
import type { Metric, SubjectKind } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Origin, Reading } from './claim.ts';
import type { SubjectCandidate } from './subjects.ts';

/** Kinds that stand for each other in ordinary prose. */
const ALIKE: readonly (readonly SubjectKind[])[] = [
  ['model', 'family', 'product', 'service'],
  ['chip', 'system'],
  ['site', 'cluster', 'programme', 'place', 'aggregate'],
];

const ALIKE_DEBT = 0.2;

/** What is published of a model is often told of its maker ('DeepSeek spent … on training'). */
const COMPANY = 'company';
const MADE: readonly SubjectKind[] = ['model', 'product', 'service'];
const MAKER = 0.5;

/** 0 where the metric is of that kind; a small debt where of a kindred one; null where of none. */
function fit(metric: Metric, kind: SubjectKind): number | null {
  if (metric.subjects.includes(kind)) return 0;
  if (kind === COMPANY && MADE.some((made) => metric.subjects.includes(made))) return -MAKER;
  return ALIKE.some((kinds) => kinds.includes(kind) && kinds.some((other) => metric.subjects.includes(other)))
    ? -ALIKE_DEBT
    : null;
}

/** Whether a default is taken for granted: money of the first kind only, what belongs to sites not of who runs them. */
const isTaken = ({ subjects: [first], dimension }: Metric, kind: SubjectKind): boolean =>
  first === kind || (!LOOSE.has(dimension) && (kind !== COMPANY || ALIKE.every((kinds) => !kinds.includes(first!))));

/** Ids of the metrics that may be stated in a unit. */
export const metricIdsOfUnit = (unit: string, reference: Reference): ReadonlySet<string> =>
  new Set(metricsOfUnit(unit, reference).map((metric) => metric.id));

/** Metrics that may be stated in a unit. */
export const metricsOfUnit = (unit: string, reference: Reference): readonly Metric[] =>
  reference.byUnit.get(unit) ?? [];

const FLOOR = 0.9;
/** Amounts that measure nothing published: how many times, by how much. They keep their subject. */
export const RATIO = 'ratio';
export const PERCENT_CHANGE = 'percent_change';
const RELATIVE = 1;
const GENERAL = 1.2;
const DEFAULT = 0.8;
/** The one thing that money can be of such a subject (a programme: what is put into it). */
const ONLY = 0.9;
const PROGRAMME = 'programme';
const MONEY = 'money';
/** Dimensions that so many things are told in that the unit alone says nothing. */
const LOOSE: ReadonlySet<string> = new Set(['ratio', 'percent', 'money', 'number']);

/** Chips of several kinds ('Blackwell', with B200, B300 and their forms): each has values of its own. */
const isGeneration = (id: string, { subjects, children }: Reference): boolean =>
  subjects.get(id)?.kind === CHIP && (children.get(id) ?? []).some((child) => (children.get(child) ?? []).length > 0);

const HELD = 0.4;
const UNKNOWN = 0.6;

/** Whether the reference says anything of the metric for the subject's kin or, of a maker, its products. */
function isKnown(id: string, metric: string, reference: Reference): boolean {
  const kin = [...kinOf(id, reference).map((one) => one.id), ...productsOf(id, reference)];
  return kin.some((one) => reference.bySubject.get(one)?.has(metric));
}

const AS_PLAIN = 1;

/** True where a maker's own product stands in the same sentence and the metric is rather the product's. */
function outdone(
  one: SubjectCandidate,
  metric: Metric,
  candidates: readonly SubjectCandidate[],
  reference: Reference,
): boolean {
  return candidates.some((other) => {
    if (other === one || other.subject === null || other.origin !== 'sentence' || other.score < one.score - AS_PLAIN)
      return false;
    const subject = reference.subjects.get(other.subject);
    return subject !== undefined && subject.vendor === one.subject && metric.subjects[0] === subject.kind;
  });
}

/** Units of use that a metric without them never has. */
const USES: ReadonlySet<string> = new Set([
  'query',
  'image',
  'token',
  'kWh',
  'litre',
  'person',
  'user',
  'transistor',
  'W',
  'kW',
  'MW',
  'GW',
  'rack',
]);
const PER = '_per_';
const PARAMETER = 'parameter';

/** 'per query' only of what is told per query. */
const perFits = (metric: Metric, per: string | null): boolean =>
  per === null ||
  // '37 billion active parameters per token'
  metric.units.includes(PARAMETER) ||
  !USES.has(per) ||
  metric.id.endsWith(PER + per);

/** Money of a model in such amounts is no price: what it took to train, unless something else is said. */
const LARGE = 1e5;
const OF_LARGE = 0.15;
/** Not of one spoken of before, where another is named beside the amount this plainly. */
const PLAIN = 1.2;
const CHIP = 'chip';
const HERE: ReadonlySet<Origin> = new Set(['sentence', 'table']);

/** What an amount owes a metric that never was so small or so great ('0.3 Wh' is no year's electricity). */
const UNUSUAL = 1;

/** How great an amount is in the base unit of its dimension; money as written, null where nothing tells. */
function sizeOf(value: number | null, unit: string, reference: Reference): number | null {
  const known = reference.units.get(unit);
  return value === null || value <= 0 || !known ? null : value * (known.factor ?? 1);
}

/** A thousand times beyond even that. */
const ABSURD = 1e3;

/** What an amount owes a metric for its size. */
function sizeDebt({ usual }: Metric, size: number | null): number {
  if (usual === undefined || size === null) return 0;
  const beyond = Math.max(usual[0] / size, size / usual[1]);
  return beyond <= 1 ? 0 : beyond > ABSURD ? 2 * UNUSUAL : UNUSUAL;
}

/** Pairs of subject and metric that an amount may be about, best first. */
export function readingsOf(
  unit: string,
  per: string | null,
  candidates: readonly SubjectCandidate[],
  scores: ReadonlyMap<string, number>,
  reference: Reference,
  value: number | null,
): Reading[] {
  const large = value !== null && value >= LARGE;
  const spoken = candidates.filter((one) => one.origin === 'sentence' && one.score >= PLAIN && one.subject !== null);
  const others = spoken.filter((one) => reference.subjects.get(one.subject!)?.kind !== CHIP);
  const metrics = metricsOfUnit(unit, reference).filter((metric) => metric.id !== 'change' && perFits(metric, per));
  const size = sizeOf(value, unit, reference);
  const relative = unit === RATIO ? RATIO : unit === 'percent' ? PERCENT_CHANGE : null;
  const unknown = candidates.find((one) => one.subject === null)?.score ?? -9;
  const out: Reading[] = [];
  for (const one of candidates) {
    if (one.subject === null || one.score < FLOOR) continue;
    const subject = reference.subjects.get(one.subject);
    if (!subject) continue;
    const moves = relative === RATIO ? RELATIVE : relative ? (scores.get(relative) ?? 0) : 0;
    if (relative && moves >= FLOOR) {
      out.push({
        subject: one.subject,
        metric: relative,
        unit,
        score: one.score + moves,
        subjectScore: one.score,
        metricScore: moves,
        origin: one.origin,
        group: one.group,
        mention: one.mention,
      });
    }
    const held = reference.bySubject.get(one.subject);
    const group = one.group || isGeneration(one.subject, reference);
    const exact = metrics.filter((metric) => fit(metric, subject.kind) === 0).length;
    const fitting = exact || metrics.filter((metric) => fit(metric, subject.kind) !== null).length;
    const sum =
      large && (HERE.has(one.origin) || others.every((other) => other.subject === subject.vendor))
        ? DEFAULT + OF_LARGE
        : 0;
    const owes = exact > 0 ? 0 : -ALIKE_DEBT;
    for (const metric of metrics) {
      const debt = fit(metric, subject.kind);
      if (debt === null || (one.counted && debt < 0)) continue;
      const own =
        debt === 0 || debt === owes
          ? (LOOSE.has(metric.dimension)
              ? fitting === 1 && subject.kind === PROGRAMME
                ? ONLY
                : 0
              : fitting === 1
                ? 1.4
                : fitting <= 3
                  ? 0.5
                  : 0) +
            (metric.default && isTaken(metric, subject.kind) ? (metric.dimension === MONEY ? sum : DEFAULT) : 0)
          : 0;
      const cue = scores.get(metric.id) ?? 0;
      const general = subject.kind === 'company' && outdone(one, metric, candidates, reference) ? GENERAL : 0;
      const metricScore = cue + own + debt - sizeDebt(metric, size) - (unit === 'number' ? 0.5 : 0) - general;
      if (metricScore < FLOOR) continue;
      const score =
        one.score +
        metricScore +
        (held?.has(metric.id) ? HELD : isKnown(one.subject, metric.id, reference) ? 0 : -UNKNOWN) -
        (unknown > one.score ? 1.5 : 0);
      out.push({
        subject: one.subject,
        metric: metric.id,
        unit,
        score,
        subjectScore: one.score - (unknown > one.score ? 1.5 : 0),
        metricScore,
        origin: one.origin,
        group,
        mention: one.mention,
      });
    }
  }
  return out.sort((a, b) => b.score - a.score).slice(0, 12);
}
