/** Significant digits of a number and the power of ten of the first of them: 1600 -> '16', 3. */
interface Scientific {
  readonly digits: string;
  readonly exponent: number;
}

const MOST_DIGITS = 17;

function scientific(value: number, digits: number): Scientific {
  const [mantissa = '0', exponent = '0'] = value
    .toExponential(Math.min(Math.max(digits, 1), MOST_DIGITS) - 1)
    .split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** The order of magnitude of a value once rounded to so many digits. */
export const magnitude = (value: number, digits: number): number => scientific(Math.abs(value), digits).exponent;

/**
 * A value over 10^exponent as plain digits with a point, rounded to so many significant digits:
 * moved by its point, never divided. `decimals`: at least so many after the point.
 */
export function plainDigits(value: number, exponent: number, digits: number, decimals = 0): string {
  const { digits: all, exponent: first } = scientific(Math.abs(value), digits);
  const point = first - exponent + 1;
  const whole = point <= 0 ? '0' : all.slice(0, point).padEnd(point, '0');
  const rest = point <= 0 ? '0'.repeat(-point) + all : all.slice(point);
  const fraction = trimZeros(rest).padEnd(decimals, '0');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function trimZeros(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '0') end--;
  return text.slice(0, end);
}

/** Digits with the marks of a language: thousands parted from `from` digits on. */
export function marked(plain: string, decimal: string, group: string, from: number): string {
  const [whole = '', fraction] = plain.split('.');
  let out = '';
  for (let at = 0; at < whole.length; at++) {
    if (at > 0 && whole.length >= from && (whole.length - at) % 3 === 0) out += group;
    out += whole.charAt(at);
  }
  return fraction === undefined ? out : out + decimal + fraction;
}
