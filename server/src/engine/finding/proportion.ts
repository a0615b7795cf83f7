import { type Interval, meet } from '../evidence/interval.ts';
import type { Op, Quantity } from '../quantity/quantity.ts';

const RATIO = 'ratio';
const PERCENT = 'percent';

/** A factor, share or change as it was read. */
export interface Stated {
  readonly unit: string;
  readonly op: Op;
  readonly direction: Quantity['direction'];
  readonly point: number;
  readonly room: Interval;
}

/** A number that stands for something, with the values it admits. */
export type Point = Interval & { readonly point: number };

export const isRelativeUnit = (unit: string): boolean => unit === RATIO || unit === PERCENT;

/** One way to understand a factor or a share: what the larger end is to the smaller. */
export interface Sense {
  readonly low: number;
  readonly high: number;
  readonly point: number;
  readonly kind: 'times' | 'up' | 'down' | 'part';
}

/** How far a bound on a factor reaches: 'more than double'. */
const BOUND = 1.6;

function reach({ op, point, room }: Stated): Interval {
  if (op === 'at_least' || op === 'more_than') return { low: room.low, high: point * BOUND };
  if (op === 'at_most' || op === 'less_than') return { low: point / BOUND, high: room.high };
  return room;
}

/** All that a writer may mean by it. */
export function sensesOf(stated: Stated): Sense[] {
  const { unit, point, direction } = stated;
  const { low, high } = reach(stated);
  if (low <= 0) return [];
  const part = (scale: number): Sense => ({ kind: 'part', low: scale / high, high: scale / low, point: scale / point });
  if (unit === RATIO) {
    if (point < 1) return [part(1)];
    const times: Sense = { kind: 'times', low, high, point };
    return direction === 'more' ? [times, { kind: 'times', low: low + 1, high: high + 1, point: point + 1 }] : [times];
  }
  const out: Sense[] = [];
  if (direction !== 'down' && direction !== 'less')
    out.push({ kind: 'up', low: 1 + low / 100, high: 1 + high / 100, point: 1 + point / 100 });
  if (direction !== 'up' && direction !== 'more' && high < 100)
    out.push({ kind: 'down', low: 1 / (1 - low / 100), high: 1 / (1 - high / 100), point: 1 / (1 - point / 100) });
  if (direction === null && high < 100) out.push(part(100));
  return out;
}

/** The larger of two ends to the smaller. */
type Side = Pick<Stated, 'point' | 'room'>;
export function proportion(a: Side, b: Side): Point | null {
  const [big, small] = a.point >= b.point ? [a, b] : [b, a];
  if (small.room.low <= 0 || small.point <= 0) return null;
  return { low: big.room.low / small.room.high, high: big.room.high / small.room.low, point: big.point / small.point };
}

/** The number that a writer would have written for a proportion in that sense. */
export const written = (sense: Sense, ratio: number): number =>
  sense.kind === 'up' ? (ratio - 1) * 100 : sense.kind === 'down' ? (1 - 1 / ratio) * 100 : ratio;

/** Relative differences up to which a sense and a proportion are the same, are so if rounding allows, may be. */
const SAME = 0.02;
const ROUNDED = 0.13;
const CLEAR = 0.2;
/** Points of percent below which nothing is clear. */
const POINTS = 3;

function distance(sense: Sense, ratio: number): number {
  const [mine, theirs] = [written(sense, sense.point), written(sense, ratio)];
  return Math.abs(mine - theirs) / Math.max(Math.abs(theirs), Number.MIN_VALUE);
}

export function agrees(sense: Sense, ends: Point): boolean {
  const far = distance(sense, ends.point);
  if (far <= SAME) return true;
  if (!meet(sense, ends)) return false;
  return far <= ROUNDED || (sense.low <= ends.point && ends.point <= sense.high);
}

/** Clearly neither this sense nor near it. */
export function differs(sense: Sense, ends: Point): boolean {
  if (meet(sense, ends)) return false;
  const points = sense.kind === 'up' || sense.kind === 'down';
  const apart = Math.abs(written(sense, sense.point) - written(sense, ends.point));
  return distance(sense, ends.point) > CLEAR && (!points || apart > POINTS);
}

/** Whether a proportion of the claim's own amount to another is what the claim says. */
export function agreesWith(stated: Stated, proportion: number): boolean {
  const { direction, unit } = stated;
  const grows = proportion > 1;
  if (direction !== null && grows !== (direction === 'more' || direction === 'up')) return false;
  if (unit === RATIO && direction === null && grows !== stated.point > 1) return false;
  const point = grows ? proportion : 1 / proportion;
  const exact = { low: point * (1 - SAME), high: point * (1 + SAME), point };
  return sensesOf(stated).some(
    (sense) =>
      (sense.kind === 'times' || (sense.kind === 'part' ? unit === RATIO : (sense.kind === 'up') === grows)) &&
      agrees(sense, exact),
  );
}

/** A proportion as the claim would say it. */
export function sayable(stated: Stated, proportion: number): number {
  const point = proportion > 1 ? proportion : 1 / proportion;
  if (stated.unit === RATIO) return stated.point < 1 ? 1 / point : point;
  return proportion > 1 ? (point - 1) * 100 : (1 - 1 / point) * 100;
}
