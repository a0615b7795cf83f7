import { decimalString } from './numeral.ts';
import { find, type Reader, skipJoin } from './reader.ts';

/** A number in words, scale words left to the caller: 'two hundred and fifty', 'half a', 'deux'. */
export interface Spelled {
  readonly mantissa: string;
  readonly next: number;
  /** It is a mere article ('a', 'un'): a number only before a scale word or a great unit. */
  readonly article: boolean;
  /** A round lot ('dozen'): never exact. */
  readonly lot: boolean;
}

const MAX_WORDS = 12;

/** Reads number words below a million at a token; scale words are the caller's. */
export function readSpelled(r: Reader, at: number): Spelled | null {
  let total = 0;
  let current = 0;
  let last = 0;
  let power = Number.POSITIVE_INFINITY;
  let next = at;
  let article = false;
  let lot = false;
  /** A digit right behind 'hundred', in tenths of it. */
  let short = 0;
  for (let count = 0; count < MAX_WORDS && !lot; count++) {
    const from = next === at ? at : skipJoin(r, skipLink(r, next, last));
    const word = find(r, r.words.numbers, from);
    if (!word) break;
    const { role } = word.value;
    const value = Number(word.value.value);
    if (role === 'article' || role === 'part') {
      if (next !== at) break;
      current = value;
      article = role === 'article';
      if (role === 'part') return { mantissa: decimalString(value), next: word.next, article, lot };
    } else if (role === 'thousand') {
      if (next !== at) break;
      total = value;
      power = value;
    } else if (role === 'plus') {
      if (next === at || article) break;
      return { mantissa: decimalString(total + current + value), next: word.next, article, lot };
    } else if (role === 'point') {
      const decimals = next === at || article ? null : readDecimals(r, word.next);
      if (!decimals) break;
      return { ...decimals, mantissa: `${decimalString(total + current)}.${decimals.mantissa}`, article, lot };
    } else if (role === 'add') {
      if (article || !fits(last, value, total + current, power)) break;
      short = r.words.shortForms && last === power && value < 10 && power > 10 ? (value * power) / 10 : 0;
      current += value;
      article = false;
    } else {
      // 'hundred', 'dozen', '百': multiplies what stands before it, each smaller than the one before.
      short = 0;
      if (value >= power || (last >= 10 && current < 100 && role === 'dozen')) break;
      total += Math.max(1, current) * value;
      current = 0;
      power = value;
      lot = role === 'dozen';
      article = false;
    }
    last = value;
    next = word.next;
  }
  return next === at ? null : { mantissa: decimalString(total + (short || current)), next, article, lot };
}

/** 'point zero five', 'virgule vingt-cinq': the digits after a decimal mark in words. */
function readDecimals(r: Reader, at: number): { readonly mantissa: string; readonly next: number } | null {
  const digit = (from: number): { value: number; next: number } | null => {
    const word = find(r, r.words.numbers, from === at ? from : skipJoin(r, from));
    return word?.value.role === 'add' ? { value: Number(word.value.value), next: word.next } : null;
  };
  let mantissa = '';
  let next = at;
  for (let word = digit(next); word && mantissa.length < MAX_WORDS; word = digit(next)) {
    const ones = word.value >= 20 && word.value % 10 === 0 ? digit(word.next) : null;
    const joined = ones && ones.value > 0 && ones.value < 10 ? ones : null;
    mantissa += String(word.value + (joined?.value ?? 0));
    next = joined?.next ?? word.next;
  }
  return mantissa === '' ? null : { mantissa, next };
}

/** 'hundred and fifty': the 'and' counts only between a greater and a smaller word. */
function skipLink(r: Reader, at: number, last: number): number {
  if (last < 20) return at;
  const and = find(r, r.words.rangeAnd, at);
  if (!and) return at;
  const word = find(r, r.words.numbers, and.next);
  return word && word.value.role === 'add' && Number(word.value.value) < last ? and.next : at;
}

/** Whether a word may be added to a number that ended in `last`: 'twenty' 'five', 'soixante' 'quinze'. */
function fits(last: number, value: number, total: number, power: number): boolean {
  if (total === 0) return true;
  // Behind 'hundred', 'mille', '十' anything smaller.
  if (last === power) return value < last;
  if (last === 0) return value > 0 && value < 10;
  if (last >= 100) return value < 100;
  return last >= 20 && last % 10 === 0 && value > 0 && (value < 10 || (value < 20 && last % 20 === 0));
}
