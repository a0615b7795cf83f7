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

/** Reads number words below a thousand at a token. */
export function readSpelled(r: Reader, at: number): Spelled | null {
  let total = 0;
  let last = 0;
  let next = at;
  let article = false;
  let lot = false;
  for (let count = 0; count < MAX_WORDS; count++) {
    const from = next === at ? at : skipJoin(r, skipLink(r, next, last));
    const word = find(r, r.words.numbers, from);
    if (!word) break;
    const value = Number(word.value.value);
    const { role } = word.value;
    if (role === 'article' || role === 'part') {
      if (next !== at) break;
      next = word.next;
      total = last = value;
      article = role === 'article';
      if (role === 'part') break;
      continue;
    }
    if (role === 'plus') {
      if (next === at || article) break;
      return { mantissa: decimalString(total + value), next: word.next, article: false, lot };
    }
    if (role === 'hundred') {
      if (last >= 100 || (last >= 10 && !article)) break;
      total = Math.max(1, total) * value;
    } else if (role === 'dozen') {
      if (last >= 100) break;
      total = Math.max(1, total) * value;
      lot = true;
    } else {
      if (article || !fits(last, value, total)) break;
      total += value;
    }
    article = false;
    last = value;
    next = word.next;
    if (lot) break;
  }
  return next === at ? null : { mantissa: decimalString(total), next, article, lot };
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
function fits(last: number, value: number, total: number): boolean {
  if (total === 0) return true;
  if (last >= 100) return value < 100;
  return last >= 20 && last % 10 === 0 && value > 0 && (value < 10 || (value < 20 && last % 20 === 0));
}
