import type { ClaimDraft, Reading } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { middle } from '../evidence/interval.ts';
import { kinOf } from '../reference/kin.ts';
import type { Reference } from '../reference/reference.ts';
import { roundsTo, significant } from './digits.ts';
import { type Suspect, suspect } from './suspect.ts';

const BITS = 8;

/** Bits for bytes, with or without a slip of the prefix. */
export function bitsForBytes(
  claim: ClaimDraft,
  comparisons: readonly Comparison[],
  reference: Reference,
): Suspect | null {
  const { quantity } = claim;
  const dimension = reference.units.get(quantity.unit)?.dimension;
  if (!(dimension === 'bandwidth' || dimension === 'data')) return null;
  const times = (n: number | null): number | null => (n === null ? null : n * BITS);
  const bits = {
    ...quantity,
    value: times(quantity.value),
    low: times(quantity.low),
    high: times(quantity.high),
    step: quantity.step * BITS,
  };
  for (const one of comparisons) {
    if (one.scope === 'other' || !one.sameMetric) continue;
    const slip = roundsTo(bits, one.raw) || [3, -3].some((exponent) => roundsTo(bits, one.raw, exponent));
    if (slip) return suspect('wrong_unit', one, 0.85);
  }
  return null;
}

/** Units that writers take for each other: the same digits under a kindred metric. */
const KINDRED: readonly (readonly [string, string])[] = [
  ['power', 'energy'],
  ['count', 'time/GPU'],
];

export function otherUnit(claim: ClaimDraft, reading: Reading, reference: Reference, knownAt: string): Suspect | null {
  const mine = reference.units.get(claim.quantity.unit)?.dimension;
  const others = KINDRED.flatMap(([a, b]) => (a === mine ? [b] : b === mine ? [a] : []));
  if (others.length === 0) return null;
  const kin = kinOf(reading.subject, reference).flatMap(({ id }) => [...(reference.bySubject.get(id) ?? [])]);
  for (const [metric, figures] of kin) {
    const dimension = reference.metrics.get(metric)?.dimension ?? '';
    if (!others.includes(dimension)) continue;
    for (const figure of figures) {
      const raw = middle(figure);
      if (raw === null || figure.flag || figure.published > knownAt || !roundsTo(claim.quantity, raw)) continue;
      if (significant(claim.quantity) < 2 && dimension !== 'energy' && dimension !== 'power') continue;
      const comparison: Comparison = {
        figure,
        raw,
        point: raw,
        interval: { low: raw, high: raw },
        converted: false,
        scope: 'open',
        period: 'open',
        kin: 'self',
        sameMetric: false,
        current: true,
      };
      return suspect('wrong_unit', comparison, 0.85, { metric });
    }
  }
  return null;
}
