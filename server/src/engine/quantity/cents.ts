import { type Amount, readAmount } from './amount.ts';
import { decimalString } from './numeral.ts';
import { find, type Reader } from './reader.ts';

const CENT = -2;

/** '3 dollars 50 cents', '3 euros 50', 'thirteen dollars and forty-five cents': one amount. Others are left as they are. */
export function withCents(r: Reader, amount: Amount): Amount {
  const { number } = amount;
  if (!amount.money || amount.signFirst || amount.unit?.includes('/') || amount.exponent !== 0 || number.scale)
    return amount;
  if (amount.mantissa.includes('.') || amount.perUnit) return amount;
  const cents = bareCents(r, amount.next) ?? namedCents(r, amount);
  if (!cents) return amount;
  return {
    ...amount,
    mantissa: decimalString(Number(`${amount.mantissa}.${cents.digits.padStart(2, '0')}`)),
    next: cents.next,
    end: r.tokens[cents.next - 1]!.end,
  };
}

interface Cents {
  readonly digits: string;
  readonly next: number;
}

/** Two digits right behind the currency, and nothing counted by them. */
function bareCents(r: Reader, at: number): Cents | null {
  const token = r.tokens[at];
  const after = r.tokens[at + 1];
  if (token?.kind !== 'digits' || token.text.length !== 2 || !token.spaced) return null;
  return after === undefined ||
    (after.kind === 'mark' &&
      (after.spaced || after.text === '.' || after.text === ',') &&
      r.tokens[at + 2]?.spaced !== false)
    ? { digits: token.text, next: at + 1 }
    : null;
}

function namedCents(r: Reader, amount: Amount): Cents | null {
  const and = find(r, r.words.rangeAnd, amount.next);
  const cents = readAmount(r, and ? and.next : amount.next);
  if (!cents || 'skipTo' in cents || !cents.money || cents.signFirst || cents.unitExponent !== CENT) return null;
  const whole = Number(cents.mantissa);
  return Number.isInteger(whole) && whole < 100 && !cents.number.scale
    ? { digits: cents.mantissa, next: cents.next }
    : null;
}
