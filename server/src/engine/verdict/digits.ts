import { middle } from '../evidence/interval.ts';
import type { Quantity } from '../quantity/quantity.ts';

/** A decimal mark: one that is not before three digits, or stands before more than three. */
const DECIMALS = /[.,](?:\d{1,2}|\d{4,})$/;

/** Significant digits as written: '1,600' has two, '5.576' four, '0.80' two. */
export function significant(quantity: Quantity): number {
  const digits = quantity.digits.replace(/[^0-9]/g, '').replace(/^0+/, '');
  const kept = DECIMALS.test(quantity.digits) ? digits : digits.replace(/0+$/, '');
  return Math.max(1, kept.length);
}

/** Digits that tell one figure from another: '1.00' has one, '0.80' one, '2.50' two. */
export const telling = ({ digits }: Quantity): number =>
  Math.max(
    1,
    digits
      .replace(/[^0-9]/g, '')
      .replace(/^0+/, '')
      .replace(/0+$/, '').length,
  );

/** Of its only digit: 2,000 for 2,048. */
const TENTH = 10;

/** '2 000', written out. */
const trailing = ({ digits }: Quantity): boolean => /\d[.,\p{Zs}]?0{3}$/u.test(digits);

/** True where a number, rounded to the digits of the claim, is the claim. */
export function roundsTo(quantity: Quantity, number: number, exponent = 0): boolean {
  const factor = Number(`1e${exponent}`);
  const scaled = number * factor;
  const { value, low, high } = quantity;
  const mine = middle(quantity);
  if (mine === null || mine === 0) return false;
  const step = Math.max(quantity.step, Math.abs(mine) * 1e-9);
  // trailing zeros may be a rounding: 2,000 for 2,048
  const digits = significant(quantity);
  const size = Number(`1e${Math.floor(Math.log10(Math.abs(mine))) - digits + 1}`);
  const room =
    Math.min(Math.max(step, digits >= 2 ? size : trailing(quantity) ? size / TENTH : 0), Math.abs(mine) * 0.2) / 2;
  if (value === null && low !== null && high !== null) return scaled >= low - room && scaled <= high + room;
  if (Math.abs(scaled - mine) <= room * 1.001) return true;
  // cut, not rounded: 5.57 for 5.576
  return digits >= 3 && scaled > mine && scaled - mine < step * 0.999;
}

const THOUSAND = 3;
const POWERS: readonly number[] = [3, -3, 6, -6, 1, -1, 2, -2, 9, -9, 4, -4];

/** The power of ten between a claim and a figure whose digits it has; null where none, and for a range, which meets too much. */
export function powerBetween(quantity: Quantity, number: number): number | null {
  if (quantity.value === null) return null;
  for (const exponent of POWERS) {
    if (Math.abs(exponent) % THOUSAND !== 0 && telling(quantity) < 2) continue;
    if (roundsTo(quantity, number, exponent)) return exponent;
  }
  return null;
}
