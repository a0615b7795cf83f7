import { readDigits } from './digits.ts';
import { isNamePart, isTorn } from './guard.ts';
import type { NumberRead } from './numberRead.ts';
import { readSpelled } from './numberWords.ts';
import { decimalString } from './numeral.ts';
import { readPower, readTen } from './power.ts';
import { find, type Reader, skipJoin } from './reader.ts';
import { scaled, type Unscaled } from './scaled.ts';

export type NumberOutcome = NumberRead | { readonly skipTo: number } | null;

/** Fraction signs and their decimals. */
export const VULGAR: ReadonlyMap<string, string> = new Map([
  ['\u00BD', '0.5'],
  ['\u00BC', '0.25'],
  ['\u00BE', '0.75'],
  ['\u2153', '0.333333333333333'],
  ['\u2154', '0.666666666666667'],
]);
/** Beyond it no amount of anything is meant. */
const MOST_POWER = 300;
const MOST_DECIMALS = 20;

const plain = (first: number, next: number, mantissa: string): Unscaled => ({
  first,
  next,
  mantissa,
  digits: null,
  kind: 'digits',
  amountLike: false,
  lot: false,
  power: 0,
});

/** Reads a number at a token. `money`: a currency sign stands before it, so 'm' and 'b' are scales. */
export function readNumber(r: Reader, at: number, money: boolean): NumberOutcome {
  const token = r.tokens[at];
  if (!token) return null;
  if (token.kind === 'digits') return isNamePart(r, at) ? { skipTo: at + 1 } : fromDigits(r, at, money);
  const vulgar = VULGAR.get(token.text);
  if (vulgar !== undefined) return scaled(r, plain(at, at + 1, vulgar), money);
  if (token.text === '.') return fromPoint(r, at, money);
  const spelled = readSpelled(r, at);
  if (!spelled) return null;
  const { next, mantissa, lot } = spelled;
  return scaled(r, { ...plain(at, next, mantissa), kind: spelled.article ? 'article' : 'words', lot }, money);
}

/** '.5' after a space or a sign. */
function fromPoint(r: Reader, at: number, money: boolean): NumberOutcome {
  const digits = r.tokens[at + 1];
  if (
    !(money || r.tokens[at]!.spaced) ||
    digits?.kind !== 'digits' ||
    digits.spaced ||
    digits.text.length > MOST_DECIMALS
  )
    return null;
  const read = scaled(r, plain(at, at + 2, `0.${digits.text}`), money);
  return isTorn(r, read) || r.tokens[read.next]?.text === '.' ? { skipTo: read.next } : read;
}

function fromDigits(r: Reader, at: number, money: boolean): NumberOutcome {
  const ten = readTen(r, at);
  if (ten) return scaled(r, { ...plain(at, ten.next, '1'), amountLike: true, power: ten.exponent }, money);
  const digits = readDigits(r, at);
  if (!digits || 'skipTo' in digits) return digits;
  const { mantissa, next } = digits;
  const power = readPower(r, next);
  if (power) {
    if (Math.abs(power.exponent) > MOST_POWER) return { skipTo: power.next };
    return scaled(r, { ...plain(at, power.next, mantissa), digits, amountLike: true, power: power.exponent }, money);
  }
  const vulgar = VULGAR.get(r.tokens[next]?.text ?? '');
  if (vulgar !== undefined && !mantissa.includes('.'))
    return scaled(r, plain(at, next + 1, decimalString(Number(mantissa) + Number(vulgar))), money);
  const dozen = find(r, r.words.numbers, skipJoin(r, next));
  if (dozen?.value.role === 'dozen' && !mantissa.includes('.')) {
    const all = decimalString(Number(mantissa) * Number(dozen.value.value));
    return scaled(r, { ...plain(at, dozen.next, all), lot: true }, money);
  }
  const product = readProduct(r, mantissa, next);
  if (product) return scaled(r, plain(at, product.next, product.mantissa), money);
  const read = scaled(r, { ...plain(at, next, mantissa), digits, amountLike: digits.group !== null }, money);
  return isTorn(r, read) ? { skipTo: read.next } : read;
}

/** A power of ten whose exponent lost its place above the line. */
const EXACT = 15;
const LOST_POWER = /^10\d{1,2}$/;

/** '5.6 × 107 kWh': as printed, the product; nothing but the loss of a superscript writes so. */
function readProduct(
  r: Reader,
  mantissa: string,
  at: number,
): { readonly mantissa: string; readonly next: number } | null {
  const times = r.tokens[at];
  if (times?.kind !== 'mark' || !find(r, r.words.times, at)) return null;
  const power = readDigits(r, at + 1);
  if (!power || 'skipTo' in power || !LOST_POWER.test(power.mantissa) || power.mantissa === '1000') return null;
  return {
    mantissa: decimalString(Number((Number(mantissa) * Number(power.mantissa)).toPrecision(EXACT))),
    next: power.next,
  };
}
