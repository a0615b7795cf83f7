import { OPAQUE } from '../prose/block.ts';
import { surface } from '../text/phrases.ts';
import type { NumberRead } from './numberRead.ts';
import { attachedMark, find, type Reader } from './reader.ts';

const MOST_JOINTS = 6;

/** The digits are part of a name or code: 'GPT-4', 'gpt-4-32k', 'v3.2', '#12', 'a_1'. */
export function isNamePart(r: Reader, at: number): boolean {
  for (let k = at, count = 0; count < MOST_JOINTS; count++, k -= 2) {
    const token = r.tokens[k]!;
    const joint = r.tokens[k - 1];
    const word = r.tokens[k - 2];
    if (!joint || token.spaced) return false;
    // '5..6', '5,,6': who knows what was meant
    if (k === at && isStop(joint) && !joint.spaced && word !== undefined && isStop(word)) return true;
    if (joint.text === OPAQUE || joint.text === '#' || joint.text === '_' || joint.text === '@' || joint.text === '^')
      return true;
    if (!word || joint.spaced) return false;
    if (joint.text === ':') return word.kind === 'digits';
    if (joint.text !== '-' && joint.text !== '.') return false;
    if (word.kind === 'word') {
      if (isIdeograph(word.text)) return false;
      // '3x-5x', '10GB-20GB': the letters belong to the number before them
      const own = r.tokens[k - 3];
      if (joint.text === '-' && !word.spaced && own?.kind === 'digits' && !endsInDigit(word.text))
        return isNamePart(r, k - 3);
      return joint.text === '.' ? endsInDigit(word.text) : !find(r, r.words.hedges, k - 2);
    }
    if (word.kind !== 'digits') return false;
  }
  return false;
}

const isStop = ({ text }: { readonly text: string }): boolean => text === '.' || text === ',';

/** A number behind a name: 'iPhone 15', 'CDNA 3'. The first word of a sentence is no name, unless it is all capitals. */
export function isAfterName(r: Reader, at: number): boolean {
  const before = r.tokens[at - 1];
  const earlier = r.tokens[at - 2];
  if (before?.kind !== 'word' || isIdeograph(before.text) || r.functionWords.has(before.text)) return false;
  const written = surface(r.text, before);
  if (written === before.text) return false;
  if (written.length > 1 && written === written.toUpperCase()) return true;
  return earlier !== undefined && !(earlier.kind === 'mark' && SENTENCE_ENDS.includes(earlier.text));
}

const SENTENCE_ENDS = '.!?:;|';

/** A bare '70B': the size of a model, unless it is part of the model's name ('Llama 2 70B', '8B and 70B'). */
export function isModelSize(r: Reader, read: NumberRead): boolean {
  if (find(r, r.words.sized, read.next)) return true;
  const before = r.tokens[read.first - 1];
  const after = r.tokens[read.next];
  return before?.text === '(' && after?.text === ')' && read.exponent >= 9;
}

/** What follows the digits shows that they are no amount: '4th', '12:30', '3D', '24/7', a dash and a word with digits. */
export function isTorn(r: Reader, read: NumberRead): boolean {
  const next = r.tokens[read.next];
  if (!next || next.spaced) return false;
  if (next.text === OPAQUE || next.text === '_') return true;
  if (next.kind === 'word')
    return (
      !isIdeograph(next.text) &&
      !isTimesChip(r, next.text) &&
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

/** The rest of '8xH100'. */
export const isTimesChip = (r: Reader, text: string): boolean =>
  r.words.timesSigns.has(text.charAt(0)) && isChipName(text.slice(1));

const endsInDigit = (text: string): boolean => {
  const last = text.charAt(text.length - 1);
  return last >= '0' && last <= '9';
};

const isIdeograph = (text: string): boolean => text.charCodeAt(0) >= 0x3040;

const FIRST_YEAR = 1950;
const LAST_YEAR = 2040;

/** Four plain digits that may be a year of our time. */
export function looksLikeYear(read: NumberRead): boolean {
  if (read.amountLike || read.mantissa.length !== 4 || read.kind !== 'digits') return false;
  const value = Number(read.mantissa);
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/** A year by its shape and by the word before it ('in 2024', 'since 2019', 'March 2025'). */
export function isYear(r: Reader, read: NumberRead): boolean {
  if (!looksLikeYear(read)) return false;
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
