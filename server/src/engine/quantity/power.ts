import { attachedMark, type Reader } from './reader.ts';

const SUPERSCRIPTS = '\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079';
const SUPER_MINUS = '\u207B';
const TIMES = '\u00D7\u00B7\u22C5*\u2217\u2715';
const MINUS = '-\u2212';
const EXPONENT_SIGN = 'e';
const CROSS = 'x';
const CROSS_TEN = 'x10';

/** A power of ten and the token after it. */
export interface Power {
  readonly exponent: number;
  readonly next: number;
}

/** Scientific notation after a mantissa: '3.8e25', '3.8E+25', '3,8 × 10^25', '3,8·10²⁵', '3.8 \times 10^{25}'. */
export function readPower(r: Reader, at: number): Power | null {
  return readE(r, at) ?? readTimesTen(r, at);
}

function readE(r: Reader, at: number): Power | null {
  const token = r.tokens[at];
  if (token?.kind !== 'word' || token.spaced || token.text.charAt(0) !== EXPONENT_SIGN) return null;
  if (token.text.length > 1) {
    const digits = token.text.slice(1);
    return digits.length <= 3 && isDigits(digits) ? { exponent: Number(digits), next: at + 1 } : null;
  }
  const sign = r.tokens[at + 1];
  const digits = r.tokens[at + 2];
  if (!sign || sign.spaced || digits?.kind !== 'digits' || digits.spaced || digits.text.length > 3) return null;
  if (sign.text === '+') return { exponent: Number(digits.text), next: at + 3 };
  return MINUS.includes(sign.text) ? { exponent: -Number(digits.text), next: at + 3 } : null;
}

function readTimesTen(r: Reader, at: number): Power | null {
  const times = r.tokens[at];
  if (!times) return null;
  // '1.3x10^6' is one word to the tokens.
  if (times.text === CROSS_TEN) return raised(r, at + 1);
  let ten = at + 1;
  if (times.text === '\\') ten = at + 2;
  else if (!(times.kind === 'mark' ? TIMES.includes(times.text) : times.text === CROSS)) return null;
  if (r.tokens[ten]?.text === '\\') ten++;
  return readTen(r, ten);
}

/** '10^25', '10²⁵', '10^{25}', '10**25'. */
export function readTen(r: Reader, at: number): Power | null {
  const ten = r.tokens[at];
  if (ten?.kind !== 'digits' || ten.text !== '10') return null;
  return raised(r, at + 1);
}

/** '^25', '**25', '²⁵' after a ten. */
function raised(r: Reader, at: number): Power | null {
  if (attachedMark(r, at, '^')) return readRaised(r, at + 1);
  if (attachedMark(r, at, '*') && attachedMark(r, at + 1, '*')) return readRaised(r, at + 2);
  return readSuperscript(r, at);
}

function readRaised(r: Reader, at: number): Power | null {
  const braced = r.tokens[at]?.text === '{';
  let next = braced ? at + 1 : at;
  const negative = r.tokens[next] !== undefined && MINUS.includes(r.tokens[next]!.text);
  if (negative) next++;
  const digits = r.tokens[next];
  if (digits?.kind !== 'digits' || digits.text.length > 3) return null;
  if (braced && r.tokens[next + 1]?.text !== '}') return null;
  return { exponent: negative ? -Number(digits.text) : Number(digits.text), next: braced ? next + 2 : next + 1 };
}

function readSuperscript(r: Reader, at: number): Power | null {
  let next = at;
  let digits = '';
  const negative = r.tokens[next]?.text === SUPER_MINUS;
  if (negative) next++;
  for (let token = r.tokens[next]; token && !token.spaced && digits.length < 4; token = r.tokens[++next]) {
    const digit = SUPERSCRIPTS.indexOf(token.text);
    if (digit < 0 || token.text.length !== 1) break;
    digits += digit;
  }
  return digits === '' ? null : { exponent: negative ? -Number(digits) : Number(digits), next };
}

const isDigits = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charAt(at) < '0' || text.charAt(at) > '9') return false;
  return true;
};
