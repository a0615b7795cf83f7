import type { Quantity } from '../quantity/quantity.ts';
import type { Figure } from '../reference/model.ts';

/** What an amount admits: closed; a bound runs to infinity. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const HEDGED = 0.12;
/** 'More than 10,000' still tells of 50,000; 'up to 100' hardly of 20. */
const MORE = 5;
const LESS = 3;

/** '1 trillion' is not written for 671 billion, though half its only digit would reach there. */
const COARSE = 0.26;

/** Relative room that trailing zeros leave: '2,000' may stand for 2,048. */
function roundness(digits: string, value: number, step: number): number {
  const plainDigits = digits.replace(/[^0-9]/g, '');
  const significant = plainDigits.replace(/^0+/, '').replace(/0+$/, '').length;
  if (significant === 0 || significant > 2 || plainDigits.length <= significant) return step / 2;
  return Math.max(step / 2, Math.abs(value) * 0.025);
}

/** The values a claim admits: its digits, its hedge, its bound. Null for a vague one. */
export function claimInterval(quantity: Quantity): Interval | null {
  const { value, low, high, op } = quantity;
  if (op === 'vague') return null;
  if (value === null) {
    if (low === null || high === null) return null;
    const room = quantity.step / 2;
    return { low: low - room, high: high + room };
  }
  const half = Math.min(roundness(quantity.digits, value, quantity.step), Math.abs(value) * COARSE);
  const hedge = op === 'approx' ? Math.abs(value) * HEDGED * (quantity.hedge?.strength ?? 0.5) : 0;
  const room = Math.max(half, hedge);
  if (op === 'at_least' || op === 'more_than') return { low: value - half, high: value * MORE };
  if (op === 'at_most' || op === 'less_than') return { low: value / LESS, high: value + half };
  return { low: value - room, high: value + room };
}

/** The values a figure admits, with the metric's tolerance. */
export function figureInterval(figure: Figure, tolerance: number): Interval | null {
  const { value, low, high, op } = figure;
  if (op === 'range' || value === null) {
    if (low === null || high === null) return null;
    return { low: low - Math.abs(low) * tolerance, high: high + Math.abs(high) * tolerance };
  }
  const around = {
    low: (low ?? value) - Math.abs(value) * tolerance,
    high: (high ?? value) + Math.abs(value) * tolerance,
  };
  if (op === 'at_least') return { low: around.low, high: value * 1.5 };
  if (op === 'at_most') return { low: value / 1.5, high: around.high };
  return around;
}

export const meet = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

/** One number for an amount: its value, or the middle of its range. */
export const middle = (one: {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}): number | null =>
  one.value ?? (one.low !== null && one.high !== null ? (one.low + one.high) / 2 : (one.low ?? one.high));

/** How far a claim lies from a figure, relative to the figure; 0 where they meet. */
export function distanceOf(claim: Interval, figure: Interval): number {
  if (meet(claim, figure)) return 0;
  const apart = claim.low > figure.high ? claim.low - figure.high : figure.low - claim.high;
  const size = Math.max(Math.abs(figure.low), Math.abs(figure.high));
  return size === 0 || !Number.isFinite(size) ? 1 : apart / size;
}
