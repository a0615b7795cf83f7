const LEAST = 3;
/** Longer lines are wrapped prose, or none at all. */
const LONGEST = 160;
const DIGIT = /\d/;
/** A line of its own begins with a capital, a number, a sign of money or a bullet. */
const OPENS = /^[\s>*_]*[\p{Lu}\p{Lo}\d\p{Sc}~\u2248\u2022\u2013\u2014+-]/u;
const GOES_ON = /[,;\u2013\u2014-]\s*$/;

/**
 * Where the lines of a paragraph end that is a list without marks: three short lines or more, each with a number and
 * none going on in the next. Offsets of the line breaks from `from`; empty for prose.
 */
export function lineListBreaks(source: string, from: number, to: number): number[] {
  const breaks: number[] = [];
  let numbered = 0;
  let at = from;
  for (let lines = 1; at < to; lines++) {
    const feed = source.indexOf('\n', at);
    const end = feed < 0 || feed > to ? to : feed;
    if (end - at > LONGEST) return [];
    const line = source.slice(at, end);
    if (lines > 1 && !OPENS.test(line)) return [];
    if (end < to && GOES_ON.test(line)) return [];
    if (DIGIT.test(line)) numbered++;
    if (end < to) breaks.push(end - from);
    at = end + 1;
  }
  const lines = breaks.length + 1;
  return lines >= LEAST && numbered * 3 >= lines * 2 ? breaks : [];
}
