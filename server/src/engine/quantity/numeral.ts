/** A number as read: `mantissa` in digits with a decimal point, to be scaled by a power of ten. */
export interface Numeral {
  readonly mantissa: string;
  /** Power of ten written beside it: scale word, suffix, 'e25'. */
  readonly exponent: number;
}

/** Scales by writing the exponent: `1.6` and 9 give exactly 1.6e9. Null where no finite number results. */
export function numeral(mantissa: string, exponent: number): number | null {
  const value = Number(`${mantissa}e${exponent}`);
  return Number.isFinite(value) ? value : null;
}

/** Place value of the last digit written. */
export function stepOf(mantissa: string, exponent: number): number {
  const point = mantissa.indexOf('.');
  const decimals = point < 0 ? 0 : mantissa.length - point - 1;
  return Number(`1e${exponent - decimals}`);
}

/** A decimal string of a plain number, never in exponent notation. */
export const decimalString = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15) : text;
};
