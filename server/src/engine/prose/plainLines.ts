/** A line of pasted text without the white space around it. `columns` are the stretches between tabs or bars. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly columns: readonly { readonly from: number; readonly to: number }[];
}

const BULLET = /^[\u2022\u2023\u25AA\u25AB\u25CF\u25E6\u25A0\u2219\u00B7\uF0B7*\u2013\u2014-](?=\s)|^\d{1,2}[.)](?=\s)/;
const FINAL = /[.!\u2026:;,\u3002\uFF01]["'\u201D\u2019\u00BB)\]]*$/;
const MAX_HEADING = 100;
const MAX_HEADING_WORDS = 14;
const NONE: Line['columns'] = [];

/** The lines of a text, blank ones as null. */
export function readLines(source: string, from = 0, to: number = source.length): (Line | null)[] {
  const lines: (Line | null)[] = [];
  for (let at = from; at < to; ) {
    const feed = source.indexOf('\n', at);
    const end = feed < 0 || feed > to ? to : feed;
    lines.push(readOne(source, at, end));
    at = end + 1;
  }
  return lines;
}

const isBlank = (c: number): boolean =>
  c <= 32 || c === 0xa0 || c === 0xfeff || c === 0x3000 || (c >= 0x2000 && c <= 0x200a) || c === 0x2028 || c === 0x202f;

function readOne(source: string, start: number, stop: number): Line | null {
  let from = start;
  let to = stop;
  while (from < to && isBlank(source.charCodeAt(from))) from++;
  while (to > from && isBlank(source.charCodeAt(to - 1))) to--;
  if (from === to) return null;
  const text = source.slice(from, to);
  return { from, to, text, columns: columns(text, from) };
}

/** Columns of a row: tabs between words, or bars around them. */
function columns(text: string, from: number): Line['columns'] {
  const bar = text.indexOf('|');
  const bars = bar >= 0 && (bar === 0 || text.endsWith('|') || text.indexOf('|', bar + 1) > 0);
  if (!bars && !text.includes('\t')) return NONE;
  const mark = bars ? '|' : '\t';
  const parts: { from: number; to: number }[] = [];
  const last = bars && text.endsWith('|') && text.length > 1 ? text.length - 1 : text.length;
  for (let at = bars && bar === 0 ? 1 : 0; at <= last; ) {
    const next = text.indexOf(mark, at);
    const end = next < 0 || next > last ? last : next;
    parts.push({ from: from + at, to: from + end });
    at = end + 1;
  }
  return parts;
}

/** Length of the bullet or number that a line begins with; 0 where there is none. */
export const bulletLength = (text: string): number => BULLET.exec(text.slice(0, 4))?.[0].length ?? 0;

/** A bare short line over a longer text; a title stands over whatever follows. */
export function isHeading(line: Line, next: Line | undefined, title: boolean): boolean {
  if (!next || line.text.length > MAX_HEADING) return false;
  if (FINAL.test(line.text) || bulletLength(line.text) > 0 || line.text.includes('|')) return false;
  if (!/\p{L}/u.test(line.text) || /^\p{Ll}+[\s,]|\s\u00B7\s/u.test(line.text)) return false;
  if (line.text.split(/\s+/, MAX_HEADING_WORDS + 1).length > MAX_HEADING_WORDS) return false;
  if (title && !/\d/.test(line.text)) return true;
  if (line.text.length >= next.text.length) return false;
  return next.columns.length > 1 || next.text.length > 80 || FINAL.test(next.text);
}

/** A line that goes on with the sentence of the line before. */
export const continues = (line: Line, next: Line): boolean =>
  next.columns.length < 2 &&
  /^\p{Ll}/u.test(next.text) &&
  !FINAL.test(line.text.slice(-8)) &&
  bulletLength(next.text) === 0;

/** A row of dashes between a table's head and its body. */
export const isRule = (line: Line): boolean => /^[\s|:+-]+$/.test(line.text);
