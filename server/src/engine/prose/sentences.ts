import { foldChar, isHidden } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** Words that decide where a full stop ends a sentence. Folded, without the full stop. */
export interface SentenceWords {
  readonly abbreviations: ReadonlySet<string>;
  /** Words that often begin a sentence ('the', 'elle'): with a capital after 'Inc.' or 'U.S.' they do. */
  readonly starters?: ReadonlySet<string> | undefined;
}

const STOPS = '.!?\u2026\u203C\u2047\u2048\u2049';
const WIDE_STOPS = '\u3002\uFF01\uFF1F\uFF61\u0964\u06D4\u061F';
const CLOSERS = '"\'\u201D\u2019\u00BB\u203A)]}\u300D\u300F\uFF09\u3011';
const OPENERS = '"\'\u201C\u2018\u201E\u00AB\u2039([{\u00BF\u00A1\u2013\u2014-\u300C\u300E';
const BULLETS = '\u2022\u2023\u25AA\u25AB\u25CF\u25E6\u25A0\u2219\uF0B7';
const CONTINUES = ',;:)]}%\u2019';
/** A sentence is cut at the first space after this many units, or at the latest where it is four times as long. */
const LONGEST = 1500;
const isLowSurrogate = (c: string): boolean => c >= '\uDC00' && c <= '\uDFFF';
const isSpace = (c: string): boolean => c === ' ' || (c !== '' && foldChar(c) === ' ');
const isDigit = (c: string): boolean => c >= '0' && c <= '9';
const isUpper = (c: string): boolean => c !== c.toLowerCase();
const isLower = (c: string): boolean => c !== c.toUpperCase() && !isUpper(c);
const isLetter = (c: string): boolean => c !== '' && (c.toLowerCase() !== c.toUpperCase() || /\p{L}/u.test(c));

/** The word that ends right before `at`, as written, dots inside kept; at most 24 units. */
function wordBefore(text: string, at: number, floor: number): string {
  let word = '';
  for (let i = at - 1; i >= floor && word.length < 24; i--) {
    const c = text.charAt(i);
    if (isHidden(c)) continue;
    if (!isLetter(c) && !isDigit(c) && c !== '.') break;
    word = c + word;
  }
  return word;
}

/** The word that starts at `at`, as written; at most 16 units. */
function wordAfter(text: string, at: number): string {
  let word = '';
  for (let i = at; i < text.length && word.length < 16; i++) {
    const c = text.charAt(i);
    if (isHidden(c)) continue;
    if (!isLetter(c)) break;
    word += c;
  }
  return word;
}

const foldWord = (word: string): string => {
  let out = '';
  for (let i = 0; i < word.length; i++) out += foldChar(word.charAt(i));
  return out;
};

/** Does a full stop after `before` end the sentence, with `after` the next word's first character at `next`? */
function stopEnds(text: string, before: string, next: number, words: SentenceWords, atStart: boolean): boolean {
  const c = text.charAt(next);
  const after = wordAfter(text, next);
  const camel = after.length > 1 && isLower(c) && /\p{Lu}/u.test(after.slice(1));
  if (isLower(c) && !camel) return false;
  if (CONTINUES.includes(c)) return false;
  if (/^\d+$/.test(before)) return !atStart;
  if (before === '' || /\d/.test(before)) return true;
  const starts = isUpper(c) && (words.starters?.has(foldWord(after)) ?? false);
  if (before.includes('.')) return starts || (isLetter(c) && !isUpper(c) && !isLower(c));
  if (before.length === 1) return !isUpper(before) && !isDigit(c) && !words.abbreviations.has(foldWord(before));
  const folded = foldWord(before);
  if (!words.abbreviations.has(folded) || starts) return true;
  // 'us', 'no': a word as well, so only a number makes an abbreviation of it.
  return !isUpper(before.charAt(0)) && (words.starters?.has(folded) ?? false) && !isDigit(c);
}

/** A missing space: 'million.The'. A name with a dot in it ('Character.AI', 'node.js') is none. */
function glued(text: string, before: string, next: number, words: SentenceWords): boolean {
  const after = wordAfter(text, next);
  if (after.length < 2 || !isUpper(after.charAt(0)) || !isLower(after.charAt(1)) || before.includes('.')) return false;
  if (before.length < 3 || !isLower(before.charAt(before.length - 1))) return false;
  return isLower(before.charAt(0)) || (words.starters?.has(foldWord(after)) ?? false);
}

/**
 * Sentences of a block's masked text, in order, without the white space around them. Linear.
 * `breaks` are lines broken by hand: the sentence ends there where a capital, a digit or a bullet follows.
 */
export function splitSentences(text: string, words: SentenceWords, breaks: readonly number[] = []): Span[] {
  const sentences: Span[] = [];
  const length = text.length;
  let start = 0;
  let at = 0;
  let broken = 0;
  const end = (to: number, from: number): void => {
    let last = to;
    while (start < last && (isSpace(text.charAt(start)) || isHidden(text.charAt(start)))) start++;
    while (last > start && isSpace(text.charAt(last - 1))) last--;
    if (last > start) sentences.push({ start, end: last });
    start = from;
    at = from;
  };
  const skip = (from: number, also: string): number => {
    let i = from;
    while (i < length && (isSpace(text.charAt(i)) || isHidden(text.charAt(i)) || also.includes(text.charAt(i)))) i++;
    return i;
  };
  while (at < length) {
    const c = text.charAt(at);
    if (broken < breaks.length && breaks[broken]! <= at) {
      broken++;
      const next = skip(at, OPENERS);
      const first = text.charAt(next);
      if (isUpper(first) || isDigit(first) || BULLETS.includes(first) || next === length) {
        end(at, at);
        continue;
      }
    }
    if (c !== '' && BULLETS.includes(c) && at > start && isSpace(text.charAt(at - 1)) && isSpace(text.charAt(at + 1))) {
      end(at, at);
      at++;
      continue;
    }
    const long = at - start;
    if (long > LONGEST && (isSpace(c) || (long > 4 * LONGEST && !isLowSurrogate(c)))) {
      end(at, at);
      continue;
    }
    const wide = WIDE_STOPS.includes(c);
    if (!wide && !STOPS.includes(c)) {
      at++;
      continue;
    }
    let run = at + 1;
    let strong = wide || c !== '.';
    let dots = c === '.' ? 1 : 0;
    for (; run < length; run++) {
      const mark = text.charAt(run);
      if (isHidden(mark)) continue;
      if (!STOPS.includes(mark) && !WIDE_STOPS.includes(mark)) break;
      if (mark === '.') dots++;
      else strong = true;
    }
    let close = run;
    while (close < length && (CLOSERS.includes(text.charAt(close)) || isHidden(text.charAt(close)))) close++;
    let next = skip(close, '');
    if (text.charAt(next) === '\u00BB') {
      close = next + 1;
      next = skip(close, '');
    }
    if (next >= length) break;
    const word = skip(next, OPENERS);
    const first = text.charAt(word);
    const spaced = next > close && /\s/.test(text.slice(close, Math.min(next, close + 4)));
    const ellipsis = (dots > 1 || c === '\u2026') && !/[!?]/.test(text.slice(at, Math.min(run, at + 8)));
    let ends: boolean;
    if (wide) ends = true;
    else if (!spaced)
      ends = !strong && dots === 1 && run === close && glued(text, wordBefore(text, at, start), next, words);
    else if (ellipsis) ends = isUpper(first) || (isLetter(first) && !isLower(first));
    else if (strong) ends = !CONTINUES.includes(first) && !(isLower(first) && !/\p{Lu}/u.test(wordAfter(text, word)));
    else {
      const before = wordBefore(text, at, start);
      const atStart = /^\d+$/.test(before) && skip(start, OPENERS) + before.length >= at;
      ends = first === '' || stopEnds(text, before, word, words, atStart);
    }
    if (ends) end(close, next);
    else at = Math.max(run, at + 1);
  }
  end(length, length);
  return sentences;
}
