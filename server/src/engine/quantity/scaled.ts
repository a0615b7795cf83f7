import type { Digits } from './digits.ts';
import { isChipName } from './guard.ts';
import type { NumberRead } from './numberRead.ts';
import { decimalString } from './numeral.ts';
import { attachedMark, find, type Reader, skipJoin } from './reader.ts';
import { readScale } from './scale.ts';
import { readSums } from './sums.ts';

/** A number before its scale word is looked for. */
export interface Unscaled {
  readonly first: number;
  readonly next: number;
  readonly mantissa: string;
  readonly digits: Digits | null;
  readonly kind: NumberRead['kind'];
  readonly amountLike: boolean;
  readonly lot: boolean;
  /** Power of ten written as such ('× 10^25'). */
  readonly power: number;
}

/** Reads the scale after a number, and 'and a half' before or after it. */
export function scaled(r: Reader, number: Unscaled, money: boolean): NumberRead {
  const { digits, power } = number;
  let { mantissa, next } = number;
  // '2 et demi milliards': the half before the scale.
  const early = power === 0 ? plusAt(r, next) : null;
  const joined = early && readScale(r, early.next, money);
  if (early && joined) [mantissa, next] = [decimalString(Number(mantissa) + early.value), early.next];
  const digitsEnd = r.tokens[next - 1]!.end;
  const inner = power === 0 ? (overAt(r, next) ?? plusSignAt(r, next, money)) : null;
  if (inner !== null) next = inner.next;
  const scale = power === 0 ? readScale(r, next, money) : null;
  // '2.788 millions' in French; '2.788M', with a letter at the digits, anywhere.
  const english = scale?.suffix === true && !money && digits?.group === '.' && digitsEnd === scale.start;
  // '2.900 milliards': nobody writes a third decimal that is nothing
  const rounded = scale?.suffix === false && digits?.pointed?.endsWith('0') === true;
  const pointed = scale !== null && digits?.pointed != null && ((digits.foreign && !rounded) || english);
  const read: NumberRead = {
    first: number.first,
    next: scale?.next ?? next,
    mantissa: pointed ? digits.pointed! : mantissa,
    exponent: power + (scale?.exponent ?? 0),
    grouped: scale || power ? null : (digits?.grouped ?? null),
    digits: r.text.slice(r.tokens[number.first]!.start, digitsEnd),
    group: pointed ? null : (digits?.group ?? null),
    point: pointed ? digits.group : (digits?.point ?? null),
    digitsEnd,
    scale: scale && { start: scale.start, end: scale.end, exponent: scale.exponent },
    suffix: scale?.suffix ?? false,
    kind: number.kind === 'article' && scale ? 'words' : number.kind,
    amountLike: number.amountLike || scale !== null,
    lot: number.lot,
    over: inner?.op ?? null,
  };
  return scale ? afterScale(r, read, early === null && inner === null, money) : read;
}

/** '10多亿', '500余万': a word in the midst of a number that says there is more; the token after it. */
function overAt(r: Reader, at: number): Over | null {
  const over = find(r, r.words.over, at);
  if (!over) return null;
  const { next } = over;
  const goesOn = find(r, r.words.scales, next) ?? find(r, r.words.units, next) ?? find(r, r.words.links, next);
  return goesOn ? { next, op: 'more_than' } : null;
}

interface Over {
  readonly next: number;
  readonly op: 'more_than' | 'at_least';
}

/** '$100+ million', '150k+ GPUs': the sign between a number and what goes on with it; of money, only a scale does. */
function plusSignAt(r: Reader, at: number, money: boolean): Over | null {
  const next = at + 1;
  const after = r.tokens[next];
  if (!attachedMark(r, at, '+') || after?.kind !== 'word' || !after.spaced) return null;
  const goesOn =
    find(r, r.words.scales, next)?.value.kind === 'word' ||
    (!money &&
      (isChipName(after.text) ||
        find(r, r.words.units, next) !== null ||
        find(r, r.words.modifiers, next) !== null ||
        (after.capital && !r.functionWords.has(after.text))));
  return goesOn ? { next, op: 'at_least' } : null;
}

/** 'deux milliards et demi', '1億8千万': what a number goes on with behind its scale. */
function afterScale(r: Reader, read: NumberRead, mayHalve: boolean, money: boolean): NumberRead {
  const sums = r.words.sums ? 'glued' : read.kind === 'digits' ? 'digits' : 'words';
  const sum = read.suffix ? null : readSums(r, read.next, read.mantissa, read.exponent, sums);
  if (sum) return { ...read, ...sum, exponent: 0 };
  const inner = overAt(r, read.next) ?? (money ? null : plusSignAt(r, read.next, money));
  if (inner !== null) return { ...read, next: inner.next, over: inner.op };
  const late = mayHalve ? plusAt(r, read.next) : null;
  return late ? { ...read, mantissa: decimalString(Number(read.mantissa) + late.value), next: late.next } : read;
}

function plusAt(r: Reader, at: number): { value: number; next: number } | null {
  const word = find(r, r.words.numbers, skipJoin(r, at));
  return word?.value.role === 'plus' ? { value: Number(word.value.value), next: word.next } : null;
}
