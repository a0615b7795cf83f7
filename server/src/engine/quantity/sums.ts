import { readDigits } from './digits.ts';
import { readSpelled } from './numberWords.ts';
import { decimalString, numeral, powerOfTen } from './numeral.ts';
import { find, type Reader } from './reader.ts';
import { readScale } from './scale.ts';

/**
 * How the parts of a number follow each other: glued ('1億8千万'), in words ('two thousand two hundred'),
 * or as digits that each have a scale ('4 thousand 3 hundred').
 */
export type Sums = 'glued' | 'words' | 'digits';

interface Part {
  readonly mantissa: string;
  readonly next: number;
}

const MOST_PARTS = 4;
/** 'a thousand and twenty' is one number, 'a thousand and two hundred' may be two. */
const MOST_AFTER_AND = 100;

/** Further parts of a number, each with a smaller scale: the whole number. Null where there are none. */
export function readSums(r: Reader, at: number, mantissa: string, exponent: number, sums: Sums): Part | null {
  let total = numeral(mantissa, exponent) ?? 0;
  let [next, above] = [at, exponent];
  for (let count = 0; count < MOST_PARTS && above > 0; count++) {
    const last = sums === 'digits' && above === HUNDRED ? belowHundred(r, next) : null;
    const part = last ?? (sums === 'words' ? spelledPart(r, next) : digitPart(r, next, sums));
    if (!part) break;
    const scale = readScale(r, part.next, false);
    const power = scale?.exponent ?? 0;
    const value = numeral(part.mantissa, power === 0 ? shortPower(r, next, part, above) : power);
    const joint = power > above ? jointScale(total, part.mantissa, above, power, sums) : null;
    if (joint) return { mantissa: joint, next: scale!.next };
    if (value === null || power >= above || value >= powerOfTen(above) || (sums === 'digits' && !scale && !last)) break;
    total += value;
    [next, above] = [scale?.next ?? part.next, power];
  }
  return next === at ? null : { mantissa: decimalString(total), next };
}

/** Scales of glued numbers go in steps of four: '千亿' is a thousand times '亿'. */
const STEP = 4;
const HUNDRED = 2;

/** '3 hundred and 21' */
function belowHundred(r: Reader, at: number): Part | null {
  const and = find(r, r.words.rangeAnd, at);
  const digits = and && readDigits(r, and.next);
  return digits && !('skipTo' in digits) && digits.mantissa.length < 3 ? digits : null;
}

/** 'cuatro mil quinientos millones', '1万5千亿': the last scale is the whole number's. */
function jointScale(total: number, mantissa: string, above: number, power: number, sums: Sums): string | null {
  const own = sums === 'glued' ? power % STEP : 0;
  const part = numeral(mantissa, own) ?? Number.POSITIVE_INFINITY;
  const all = part < powerOfTen(above) ? numeral(decimalString(total + part), power - own) : null;
  return all === null ? null : decimalString(all);
}

/** '一万三': a lone digit in words right behind a scale counts tenths of it. */
const shortPower = (r: Reader, at: number, part: Part, above: number): number =>
  r.words.shortForms && part.next === at + 1 && part.mantissa.length === 1 && r.tokens[at]!.kind === 'word'
    ? above - 1
    : 0;

function digitPart(r: Reader, at: number, sums: Sums): Part | null {
  const token = r.tokens[at];
  // '1亿千瓦时': what follows is the unit.
  if (!token || (sums === 'glued' && (token.spaced || find(r, r.words.units, at)))) return null;
  const digits = readDigits(r, at);
  if (digits) return 'skipTo' in digits ? null : digits;
  return sums === 'glued' ? readSpelled(r, at) : null;
}

function spelledPart(r: Reader, at: number): Part | null {
  const and = find(r, r.words.rangeAnd, at);
  const spelled = readSpelled(r, and ? and.next : at);
  const value = Number(spelled?.mantissa);
  if (!spelled || spelled.article || spelled.lot || !Number.isInteger(value)) return null;
  return and && value >= MOST_AFTER_AND ? null : spelled;
}
