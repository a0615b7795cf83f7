import { type Interval, meet } from '../evidence/interval.ts';

/** Clearly not the same: they do not meet, and lie further apart than `clear` of their size. */
export const apart = (a: Interval, b: Interval, clear: number): boolean =>
  !meet(a, b) &&
  (a.low > b.high ? a.low - b.high : b.low - a.high) > clear * Math.max(Math.abs(a.high), Math.abs(b.high));

/** A sum with the values that its parts' rounding admits. */
export function sumOf(parts: readonly { readonly point: number; readonly room: Interval }[]): Interval & {
  readonly point: number;
} {
  let [low, high, point] = [0, 0, 0];
  for (const part of parts) {
    low += part.room.low;
    high += part.room.high;
    point += part.point;
  }
  return { low, high, point };
}
