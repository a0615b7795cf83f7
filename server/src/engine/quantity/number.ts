import { type Digits, readDigits } from './digits.ts';
import { isNamePart, isTorn } from './guard.ts';
import type { NumberRead } from './numberRead.ts';
import { readSpelled } from './numberWords.ts';
import { decimalString, numeral } from './numeral.ts';
import { readPower, readTen } from './power.ts';
import { find, type Reader, skipJoin } from './reader.ts';
import { readScale, type Scale } from './scale.ts';

export type NumberOutcome = NumberRead | { readonly skipTo: number } | null;

const VULGAR = new Map([
  ['\u00BD', '0.5'],
  ['\u00BC', '0.25'],
  ['\u00BE', '0.75'],
  ['\u2153', '0.333333333333333'],
  ['\u2154', '0.666666666666667'],
]);

/** Reads a number at a token. `money`: a currency sign stands before it, so 'm' and 'b' are scales. */
export function readNumber(r: Reader, at: number, money: boolean): NumberOutcome {
  const token = r.tokens[at];
  if (!token) return null;
  if (token.kind === 'digits') return isNamePart(r, at) ? { skipTo: at + 1 } : fromDigits(r, at, money);
  const vulgar = VULGAR.get(token.text);
  if (vulgar !== undefined) return finish(r, at, at + 1, vulgar, null, 'digits', false, money);
  const spelled = readSpelled(r, at);
  if (!spelled) return null;
  const kind = spelled.article ? 'article' : 'words';
  return finish(r, at, spelled.next, spelled.mantissa, null, kind, false, money, spelled.lot);
}

function fromDigits(r: Reader, at: number, money: boolean): NumberOutcome {
  const ten = readTen(r, at);
  if (ten) return finish(r, at, ten.next, '1', null, 'digits', true, money, false, ten.exponent);
  const digits = readDigits(r, at);
  if (!digits || 'skipTo' in digits) return digits;
  const power = readPower(r, digits.next);
  if (power) {
    if (Math.abs(power.exponent) > 300) return { skipTo: power.next };
    return finish(r, at, power.next, digits.mantissa, digits, 'digits', true, money, false, power.exponent);
  }
  const vulgar = VULGAR.get(r.tokens[digits.next]?.text ?? '');
  if (vulgar !== undefined && !digits.mantissa.includes('.'))
    return finish(
      r,
      at,
      digits.next + 1,
      decimalString(Number(digits.mantissa) + Number(vulgar)),
      null,
      'digits',
      true,
      money,
    );
  const read = finish(r, at, digits.next, digits.mantissa, digits, 'digits', digits.group !== null, money);
  return isTorn(r, read) ? { skipTo: read.next } : read;
}

function finish(
  r: Reader,
  first: number,
  afterDigits: number,
  written: string,
  digits: Digits | null,
  kind: NumberRead['kind'],
  amountLike: boolean,
  money: boolean,
  lot = false,
  power = 0,
): NumberRead {
  let mantissa = written;
  let next = afterDigits;
  let end = afterDigits;
  // '2 et demi milliards': the half before the scale.
  const plus = plusAt(r, next);
  const early = plus && readScale(r, plus.next, money);
  if (plus && early) {
    mantissa = decimalString(Number(mantissa) + plus.value);
    next = plus.next;
    end = plus.next;
  }
  const scale: Scale | null = power === 0 ? readScale(r, next, money) : null;
  const pointed = scale !== null && digits?.pointed != null;
  if (scale) {
    next = scale.next;
    if (pointed) mantissa = digits!.pointed!;
    // 'deux milliards et demi': the half after the scale.
    const sum = r.words.sums ? readSums(r, next, mantissa, scale.exponent) : null;
    if (sum) return { ...assemble(), mantissa: sum.mantissa, exponent: 0, next: sum.next };
    const late = early ? null : plusAt(r, next);
    if (late) {
      mantissa = decimalString(Number(mantissa) + late.value);
      next = late.next;
    }
  }
  return assemble();

  function assemble(): NumberRead {
    const tokens = r.tokens;
    return {
      first,
      next,
      mantissa,
      exponent: power + (scale?.exponent ?? 0),
      grouped: scale || power ? null : (digits?.grouped ?? null),
      digits: r.text.slice(tokens[first]!.start, tokens[end - 1]!.end),
      group: pointed ? null : (digits?.group ?? null),
      point: pointed ? digits!.group : (digits?.point ?? null),
      digitsEnd: tokens[end - 1]!.end,
      scale: scale && { start: scale.start, end: scale.end, exponent: scale.exponent },
      suffix: scale?.suffix ?? false,
      kind: kind === 'article' && scale ? 'words' : kind,
      amountLike: amountLike || scale !== null,
      lot,
    };
  }
}

const MOST_PARTS = 4;

/** '1億8千万', '29万4000': further parts of a number, each with a smaller scale. */
function readSums(
  r: Reader,
  at: number,
  mantissa: string,
  exponent: number,
): { mantissa: string; next: number } | null {
  let total = numeral(mantissa, exponent) ?? 0;
  let [next, above] = [at, exponent];
  for (let count = 0; count < MOST_PARTS && above > 0; count++) {
    const token = r.tokens[next];
    if (!token || token.spaced) break;
    const digits = readDigits(r, next);
    const part = digits && !('skipTo' in digits) ? digits : digits ? null : readSpelled(r, next);
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

function plusAt(r: Reader, at: number): { value: number; next: number } | null {
  const word = find(r, r.words.numbers, skipJoin(r, at));
  return word?.value.role === 'plus' ? { value: Number(word.value.value), next: word.next } : null;
}
