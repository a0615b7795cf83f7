import type { Reading } from '../claim/claim.ts';
import { middle } from '../evidence/interval.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Reference } from '../reference/reference.ts';
import { type Verdict, verdict } from './verdict.ts';

/** True where an amount is more than there is of its unit anywhere: its scale word means something else ('trillion' in French). */
export function beyond(quantity: Quantity, reference: Reference): boolean {
  const ceiling = reference.units.get(quantity.unit)?.ceiling ?? null;
  const value = middle(quantity);
  return ceiling !== null && value !== null && quantity.scale !== null && value > ceiling;
}

/** Nobody was read: the amount alone tells. */
export const NOBODY: Reading = {
  subject: '',
  metric: '',
  unit: '',
  score: 9,
  subjectScore: 9,
  metricScore: 9,
  origin: 'sentence',
  group: false,
  mention: null,
};

export const unheardOf = (reading: Reading): Verdict => {
  const { score, subjectScore, metricScore } = NOBODY;
  const plain = { ...reading, score, subjectScore, metricScore, group: false };
  return verdict('conflict', plain, { reason: 'wrong_magnitude', confidence: 0.9 });
};
