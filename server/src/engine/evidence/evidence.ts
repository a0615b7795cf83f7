import type { Kin } from '../reference/kin.ts';
import type { Figure } from '../reference/model.ts';
import type { Interval } from './interval.ts';

/** How a figure's qualifiers or period stand to the claim's: stated alike, left open by one side, stated otherwise. */
export type Fit = 'same' | 'open' | 'other';

/** A figure set beside a claim. */
export interface Comparison {
  readonly figure: Figure;
  /** What the figure admits, in the claim's unit. */
  readonly interval: Interval;
  /** One number for it, in the claim's unit. */
  readonly point: number;
  /** The same number before any currency was converted. */
  readonly raw: number;
  readonly converted: boolean;
  readonly scope: Fit;
  readonly period: Fit;
  /** The subject itself, the larger thing, or one of its variants or models. */
  readonly kin: Kin;
  /** The metric asked for, or one that may be compared with it. */
  readonly sameMetric: boolean;
  /** No newer figure replaces it. */
  readonly current: boolean;
}
