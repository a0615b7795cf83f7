import { type Amount, readAmount } from './amount.ts';
import { readSpelled } from './numberWords.ts';
import { decimalString } from './numeral.ts';
import { find, type Reader } from './reader.ts';

const CENT = -2;

/** '3 dollars 50 cents', '3 euros 50', 'thirteen dollars and forty-five cents': one amount. Others are left as they are. */
export function withCents(r: Reader, amount: Amount): Amount {
  const { number } = amount;
  if (!amount.money || amount.signFirst || amount.unit?.includes('/') || amount.exponent !== 0 || number.scale)
    return amount;
  if (amount.mantissa.includes('.') || amount.perUnit) return amount;
  const and = find(r, r.words.rangeAnd, amount.next);
  const cents = bareCents(r, and ? and.next : amount.next) ?? namedCents(r, and ? and.next : amount.next);
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
  if (!token?.spaced) return null;
  const spelled = token.kind === 'word' ? readSpelled(r, at) : null;
  const digits = token.kind === 'digits' ? token.text : spelled?.mantissa;
  const next = spelled?.next ?? at + 1;
  const after = r.tokens[next];
  if (digits?.length !== 2 || spelled?.lot || find(r, r.words.units, next)) return null;
  return after === undefined ||
    (after.kind === 'mark' &&
      (after.spaced || after.text === '.' || after.text === ',') &&
      r.tokens[next + 1]?.spaced !== false)
    ? { digits, next }
    : null;
}

function namedCents(r: Reader, at: number): Cents | null {
  const cents = readAmount(r, at);
  if (!cents || 'skipTo' in cents || !cents.money || cents.signFirst || cents.unitExponent !== CENT) return null;
  const whole = Number(cents.mantissa);
  return Number.isInteger(whole) && whole < 100 && !cents.number.scale
    ? { digits: cents.mantissa, next: cents.next }
    : null;
}
