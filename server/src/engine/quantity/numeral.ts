/** Scales by writing the exponent: `1.6` and 9 give exactly 1.6e9. Null where no finite number results. */
export function numeral(mantissa: string, exponent: number): number | null {
  const value = exponent === 0 ? Number(mantissa) : Number(`${mantissa}e${exponent}`);
  return Number.isFinite(value) ? value : null;
}

const LOWEST = -40;
const POWERS: readonly number[] = Array.from({ length: 101 }, (_, at) => Number(`1e${at + LOWEST}`));

/** A power of ten, written, not multiplied up. */
export const powerOfTen = (exponent: number): number => POWERS[exponent - LOWEST] ?? Number(`1e${exponent}`);

/** Place value of the last digit written. */
export function stepOf(mantissa: string, exponent: number): number {
  const point = mantissa.indexOf('.');
  return powerOfTen(point < 0 ? exponent : exponent - (mantissa.length - point - 1));
}

/** A decimal string of a plain number, never in exponent notation. */
export const decimalString = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15) : text;
};
