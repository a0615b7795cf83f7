import { OPAQUE } from '../prose/block.ts';
import type { NumberRead } from './numberRead.ts';
import { attachedMark, find, type Reader } from './reader.ts';

/** The digits are part of a name or code: 'GPT-4', 'v3.2', '#12', 'a_1'. */
export function isNamePart(r: Reader, at: number): boolean {
  const token = r.tokens[at]!;
  const before = r.tokens[at - 1];
  if (!before || token.spaced) return false;
  if (before.text === OPAQUE || before.text === '#' || before.text === '_' || before.text === '@') return true;
  const word = r.tokens[at - 2];
  if (!word || before.spaced || word.end !== before.start) return false;
  if (before.text === '-') return word.kind === 'word' && !find(r, r.words.hedges, at - 2) && !isIdeograph(word.text);
  if (before.text === '.') return word.kind === 'word' && endsInDigit(word.text);
  return before.text === ':' && word.kind === 'digits';
}

/** What follows the digits shows that they are no amount: '4th', '12:30', '3D', '24/7', a dash and a word with digits. */
export function isTorn(r: Reader, read: NumberRead): boolean {
  const next = r.tokens[read.next];
  if (!next || next.spaced) return false;
  if (next.text === OPAQUE || next.text === '_') return true;
  if (next.kind === 'word')
    return (
      !isIdeograph(next.text) &&
      !find(r, r.words.units, read.next) &&
      !find(r, r.words.times, read.next) &&
      !find(r, r.words.per, read.next) &&
      !find(r, r.words.rangeTo, read.next)
    );
  if (next.text === ':') return r.tokens[read.next + 1]?.kind === 'digits' && !r.tokens[read.next + 1]!.spaced;
  return (
    attachedMark(r, read.next, '.') &&
    r.tokens[read.next + 1]?.spaced === false &&
    r.tokens[read.next + 1]!.kind === 'word'
  );
}

const endsInDigit = (text: string): boolean => {
  const last = text.charAt(text.length - 1);
  return last >= '0' && last <= '9';
};

const isIdeograph = (text: string): boolean => text.charCodeAt(0) >= 0x3040;

/** A year by its shape and by the word before it ('in 2024', 'since 2019', 'March 2025'). */
export function isYear(r: Reader, read: NumberRead): boolean {
  if (read.amountLike || read.mantissa.length !== 4 || read.kind !== 'digits') return false;
  const value = Number(read.mantissa);
  if (!(value >= 1900 && value <= 2099)) return false;
  for (let at = read.first - 1; at >= Math.max(0, read.first - 2); at--)
    if (find(r, r.words.yearBefore, at)) return true;
  return false;
}

/** 'h100', 'gb200', 'mi300x', 'a100s': letters, then two digits or more. */
export function isChipName(text: string): boolean {
  let letters = 0;
  while (letters < text.length && !isDigit(text.charAt(letters))) letters++;
  let digits = 0;
  while (letters + digits < text.length && isDigit(text.charAt(letters + digits))) digits++;
  return letters >= 1 && letters <= 3 && digits >= 2 && digits <= 4 && text.length - letters - digits <= 2;
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9';
