import { convert } from './convert.ts';
import type { Figure } from './model.ts';
import type { Reference } from './reference.ts';

/** Half a unit of the last digit that is not zero, as a share: 'about 6 million' may be 5.5 to 6.5; never over a tenth. */
function rounding(value: number): number {
  let step = 1;
  while (step < Math.abs(value) && value % (step * 10) === 0) step *= 10;
  return Math.min(0.1, value === 0 ? 0 : step / 2 / Math.abs(value));
}

/** Lowest and highest amount a figure allows, with the metric's tolerance. */
function span(figure: Figure, unit: string, reference: Reference): readonly [number, number] | null {
  const low = figure.low ?? figure.value;
  const high = figure.high ?? figure.value;
  if (low === null || high === null) return null;
  const a = convert(low, figure.unit, unit, figure.asOf, reference);
  const b = convert(high, figure.unit, unit, figure.asOf, reference);
  if (!a || !b) return null;
  const slack = (reference.metrics.get(figure.metric)?.tolerance ?? 0) / 2;
  const round = figure.op === 'approx' ? rounding(high) : 0;
  return [
    figure.op === 'at_most' ? Number.NEGATIVE_INFINITY : a.low * (1 - Math.max(slack, round)),
    figure.op === 'at_least' ? Number.POSITIVE_INFINITY : b.high * (1 + Math.max(slack, round)),
  ];
}

/** How a figure was made rather than what it is of: one that does not say may be compared with one that does. */
const MANNER: ReadonlySet<string> = new Set([
  'basis',
  'price_year',
  'event',
  'claimed_by',
  'terms',
  'derived',
  'since',
]);

/** The same question: no qualifier of one says otherwise than that of the other, and the same period where both name one. */
function sameQuestion(a: Figure, b: Figure, reference: Reference): boolean {
  if (a.subject !== b.subject || reference.metrics.get(a.metric)?.plural) return false;
  if (a.period !== b.period && a.period !== null && b.period !== null) return false;
  const metric = reference.metrics.get(a.metric);
  // a state that ages is asked of a day: two days, two questions
  if (metric?.time !== 'event' && metric?.shelfLife && a.asOf.slice(0, 7) !== b.asOf.slice(0, 7)) return false;
  const keys = new Set([...Object.keys(a.qualifiers), ...Object.keys(b.qualifiers)]);
  for (const key of keys) {
    const [x, y] = [a.qualifiers[key], b.qualifiers[key]];
    if (x !== y && !(MANNER.has(key) && (x === undefined || y === undefined))) return false;
  }
  return true;
}

/** A figure that stands: nothing newer replaces it, nobody marked it wrong. */
export function isCurrent(figure: Figure, reference: Reference): boolean {
  return !figure.flag && figure.rank !== 'deprecated' && !reference.supersededBy.has(figure.id);
}

/** Pairs of figures of one subject and metric in which two authorities say what cannot both be so. */
export function disputes(figures: readonly Figure[], reference: Reference): readonly (readonly [Figure, Figure])[] {
  const pairs: (readonly [Figure, Figure])[] = [];
  const current = figures.filter((figure) => isCurrent(figure, reference) && !figure.unverified);
  const authority = (figure: Figure): string => reference.sources.get(figure.source)?.publisher ?? figure.source;
  for (let i = 0; i < current.length; i++) {
    const a = current[i]!;
    const one = span(a, a.unit, reference);
    if (!one) continue;
    for (let j = i + 1; j < current.length; j++) {
      const b = current[j]!;
      if (authority(a) === authority(b) || !sameQuestion(a, b, reference)) continue;
      const other = span(b, a.unit, reference);
      if (other && (other[1] < one[0] || one[1] < other[0])) pairs.push([a, b]);
    }
  }
  return pairs;
}
