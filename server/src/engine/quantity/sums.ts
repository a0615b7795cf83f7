import { readDigits } from './digits.ts';
import { readSpelled } from './numberWords.ts';
import { decimalString, numeral } from './numeral.ts';
import { find, type Reader } from './reader.ts';
import { readScale } from './scale.ts';

const MOST_PARTS = 4;

/** '1億8千万', '29万4000': further parts of a number, each with a smaller scale. Null where there are none. */
export function readSums(
  r: Reader,
  at: number,
  mantissa: string,
  exponent: number,
): { readonly mantissa: string; readonly next: number } | null {
  let total = numeral(mantissa, exponent) ?? 0;
  let [next, above] = [at, exponent];
  for (let count = 0; count < MOST_PARTS && above > 0; count++) {
    const token = r.tokens[next];
    // '1亿千瓦时': what follows is the unit.
    if (!token || token.spaced || find(r, r.words.units, next)) break;
    const digits = readDigits(r, next);
    const part = digits ? ('skipTo' in digits ? null : digits) : readSpelled(r, next);
    if (!part) break;
    const scale = readScale(r, part.next, false);
    const power = scale?.exponent ?? 0;
    const value = numeral(part.mantissa, power);
    if (value === null || power >= above || value >= Number(`1e${above}`)) break;
    total += value;
    [next, above] = [scale?.next ?? part.next, power];
  }
  return next === at ? null : { mantissa: decimalString(total), next };
}
