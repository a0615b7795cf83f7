/** A word of a pasted line, with its place in the draft. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A sign or two, a currency, then a digit. */
const NUMERIC = /^[^\p{L}\p{N}]{0,3}(?:\p{L}{0,3}\p{Sc})?\d/u;
const EMPTY = /^(?:[\u2013\u2014-]|\p{L}\/\p{L})$/u;
const THREE = /^\d{3}(?!\d)[^\d.,]*$/;
const GROUP = /^[^\p{L}\d]{0,2}[1-9]\d{0,2}$/u;
const YEAR = /^(19|20)\d\d(?!\d)/;
const PLAIN = /^\d{1,3}(?:\.\d{1,2})?$/;

/** The words of a line that begins at `from`, parted by plain spaces. */
export function wordsOf(text: string, from: number): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const space = text.indexOf(' ', at);
    const end = space < 0 ? text.length : space;
    if (end > at) words.push({ from: from + at, to: from + end, text: text.slice(at, end) });
    at = end + 1;
  }
  return words;
}

/** It begins as a number does, or stands for a missing one. */
export const isNumeric = (text: string): boolean => NUMERIC.test(text) || EMPTY.test(text);

/** '100' '000': two words that may be one number. */
export const mayJoin = (left: string, right: string): boolean => GROUP.test(left) && THREE.test(right);

/** A number that may end a name ('Sonnet 4.5'): no sign, no unit. */
export const endsName = (text: string): boolean => !isNumeric(text) || PLAIN.test(text);

/** Begins as a number does, and is no year that may head a column. */
export const isValue = (text: string): boolean => isNumeric(text) && !YEAR.test(text);
