import type { Reading } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import type { Reason, VerdictKind } from '../report.ts';

/** What is to be said of a claim under one reading. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: Reason | null;
  readonly also: readonly Reason[];
  readonly reading: Reading;
  /** Figures it rests on: agreeing, differing or suspected, the most telling first. */
  readonly agrees: readonly Comparison[];
  readonly differs: readonly Comparison[];
  readonly suspect: Comparison | null;
  /** Another subject's or metric's figure was suspected: which. */
  readonly suspectSubject: string | null;
  readonly suspectMetric: string | null;
  /** Power of ten of a suspected slip. */
  readonly exponent: number | null;
  /** No digits tell the cause: only the distance does. */
  readonly bold: boolean;
  /** 0-1: how sure a conflict is. */
  readonly confidence: number;
  /** Of a dispute: the draft states the other side too, or names whose figure it is. */
  readonly balanced?: true;
}

/** A verdict with what is said of it; all else empty. */
export function verdict(kind: VerdictKind, reading: Reading, more: Partial<Verdict> = {}): Verdict {
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
