import type { GoldMention, Passage, PredictedMention } from './passages.ts';
import { measure } from './units.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Characters two stretches share. */
export const overlap = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const close = (a: number | null, b: number | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    Number.isFinite(a) &&
    Number.isFinite(b) &&
    Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12);

/** Same unit and, within 1 %, the same value; one figure inside a gold range is accepted. */
export function sameValue(gold: GoldMention, predicted: PredictedMention): boolean {
  const g = measure(gold.unit);
  const p = measure(predicted.unit);
  if (g.dimension !== p.dimension) return false;
  const of = (value: number | null | undefined, factor: number): number | null =>
    value === null || value === undefined ? null : value * factor;
  const value = of(predicted.value, p.factor);
  const low = of(predicted.low, p.factor);
  const high = of(predicted.high, p.factor);
  const goldValue = of(gold.value, g.factor);
  const goldLow = of(gold.low, g.factor) ?? 0;
  const goldHigh = of(gold.high, g.factor) ?? 0;
  if (goldValue !== null) {
    if (value !== null) return close(goldValue, value);
    return low !== null && high !== null && close(low, high) && close(goldValue, low);
  }
  if (low !== null && high !== null) return close(goldLow, low) && close(goldHigh, high);
  return value !== null && value >= Math.min(goldLow, goldHigh) * 0.99 && value <= Math.max(goldLow, goldHigh) * 1.01;
}

export interface Pairing {
  /** By gold mention: the prediction that answers it, and whether its value is right. */
  readonly ofGold: readonly ({ readonly index: number; readonly exact: boolean } | null)[];
  readonly ofPrediction: readonly ({ readonly index: number; readonly exact: boolean } | null)[];
}

/** Pairs overlapping gold and predicted mentions, one to one: right values first, then by share of overlap. */
export function pairUp(passage: Passage, predicted: readonly PredictedMention[]): Pairing {
  const candidates: { exact: boolean; share: number; gold: number; prediction: number }[] = [];
  passage.mentions.forEach((mention, gold) => {
    predicted.forEach((p, prediction) => {
      const shared = overlap(mention, p);
      if (shared === 0) return;
      const share = shared / Math.max(mention.end - mention.start, p.end - p.start);
      candidates.push({ exact: sameValue(mention, p), share, gold, prediction });
    });
  });
  candidates.sort((a, b) => Number(b.exact) - Number(a.exact) || b.share - a.share);
  const ofGold: ({ index: number; exact: boolean } | null)[] = passage.mentions.map(() => null);
  const ofPrediction: ({ index: number; exact: boolean } | null)[] = predicted.map(() => null);
  for (const { exact, gold, prediction } of candidates) {
    if (ofGold[gold] || ofPrediction[prediction]) continue;
    ofGold[gold] = { index: prediction, exact };
    ofPrediction[prediction] = { index: gold, exact };
  }
  return { ofGold, ofPrediction };
}
