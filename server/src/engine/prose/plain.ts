import { readLine } from './lineRead.ts';
import type { Placed } from './outline.ts';
import { type Piece, type RawBlock, rawBlock } from './piece.ts';
import type { SentenceWords } from './sentences.ts';
import { type Cell, firstRowIsHeader, tableBlocks } from './tables.ts';

const BULLET = /^[\u2022\u2023\u25AA\u25AB\u25CF\u25E6\u25A0\u2219\u00B7\uF0B7*\u2013\u2014-](?=\s)|^\d{1,2}[.)](?=\s)/;
const FINAL = /[.!\u2026:;,\u3002\uFF01]["'\u201D\u2019\u00BB)\]]*$/;
const MAX_HEADING = 100;

/** A line of the draft without its white space; `columns` are the stretches between tabs or bars, if it has some. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly columns: readonly { readonly from: number; readonly to: number }[];
}

/** The lines of a text, blank ones as null. */
function readLines(source: string, start: number): (Line | null)[] {
  const lines: (Line | null)[] = [];
  for (let at = start; at <= source.length; ) {
    let end = at;
    while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
    lines.push(readOne(source, at, end));
    at = end + (source.charCodeAt(end) === 13 && source.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function readOne(source: string, start: number, stop: number): Line | null {
  let from = start;
  let to = stop;
  while (from < to && /[\s\uFEFF]/.test(source.charAt(from))) from++;
  while (to > from && /\s/.test(source.charAt(to - 1))) to--;
  if (from === to) return null;
  const text = source.slice(from, to);
  return { from, to, text, columns: columns(text, from) };
}

/** Columns of a row: tabs between words, or bars around them. */
function columns(text: string, from: number): { from: number; to: number }[] {
  const tabbed = text.includes('\t');
  const bars = text.includes('|') && (text.startsWith('|') || text.endsWith('|') || text.split('|').length > 2);
  if (!tabbed && !bars) return [];
  const mark = bars ? '|' : '\t';
  const parts: { from: number; to: number }[] = [];
  let at = bars && text.startsWith('|') ? 1 : 0;
  const last = bars && text.endsWith('|') && text.length > 1 ? text.length - 1 : text.length;
  while (at <= last) {
    const next = text.indexOf(mark, at);
    const end = next < 0 || next > last ? last : next;
    parts.push({ from: from + at, to: from + end });
    at = end + 1;
  }
  return parts;
}

/** A bare short line over a longer text. */
function isHeading(line: Line, next: Line | undefined): boolean {
  if (!next || line.text.length > MAX_HEADING || line.text.length >= next.text.length) return false;
  if (FINAL.test(line.text) || BULLET.test(line.text) || line.text.split(/\s+/).length > 14) return false;
  if (!/\p{L}/u.test(line.text) || /^\p{Ll}+[\s,]/u.test(line.text)) return false;
  return next.columns.length > 1 || next.text.length > 80 || FINAL.test(next.text);
}

/** A line that goes on with the sentence of the line before. */
const continues = (line: Line, next: Line): boolean =>
  !FINAL.test(line.text) && !BULLET.test(next.text) && next.columns.length < 2 && /^\p{Ll}/u.test(next.text);

/** Reads text without Markdown, one line a paragraph: pasted from a web page, a word processor, a CMS. */
export function readPlain(source: string, start: number, words: SentenceWords, memory: Map<string, Piece>): Placed[] {
  const lines = readLines(source, start);
  const pieces: Placed[] = [];
  let headings = 0;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (!line) {
      i++;
      continue;
    }
    if (line.columns.length > 1) {
      const rows: Line[] = [];
      while (i < lines.length && lines[i] && lines[i]!.columns.length > 1) rows.push(lines[i++]!);
      pieces.push({ piece: readRows(source, rows, words), start: line.from });
      continue;
    }
    let end = line;
    let j = i + 1;
    while (j < lines.length && lines[j] && continues(end, lines[j]!)) end = lines[j++]!;
    const next = lines.slice(j, j + 3).find((candidate) => candidate !== null) ?? undefined;
    const heading = j === i + 1 && isHeading(line, next);
    const level = heading ? (headings++ === 0 && i === 0 ? 1 : 2) : 0;
    pieces.push({ piece: readParagraph(source, line.from, end.to, level, words, memory), start: line.from });
    i = j;
  }
  return pieces;
}

function readParagraph(
  source: string,
  from: number,
  to: number,
  level: number,
  words: SentenceWords,
  memory: Map<string, Piece>,
): Piece {
  const key = `${level}${source.slice(from, to)}`;
  const known = memory.get(key);
  if (known) return known;
  const mark = level === 0 ? (BULLET.exec(source.slice(from, Math.min(to, from + 4)))?.[0].length ?? 0) : 0;
  let first = from + mark;
  while (first < to && /\s/.test(source.charAt(first))) first++;
  const leaf = readLine(source, first, to);
  const kind = level > 0 ? 'heading' : mark > 0 ? 'item' : 'paragraph';
  const block = rawBlock(kind, first, leaf, words, level > 0 ? { level } : {});
  const piece: Piece = { from, blocks: block ? [block] : [], directives: leaf.directives };
  if (to - from < 10_000) memory.set(key, piece);
  return piece;
}

function readRows(source: string, lines: readonly Line[], words: SentenceWords): Piece {
  const rows: Cell[][] = [];
  const directives = [];
  for (const line of lines) {
    if (/^[\s|:+-]+$/.test(line.text)) continue;
    const row: Cell[] = [];
    for (const [column, stretch] of line.columns.entries()) {
      let { from, to } = stretch;
      while (from < to && /\s/.test(source.charAt(from))) from++;
      while (to > from && /\s/.test(source.charAt(to - 1))) to--;
      const leaf = readLine(source, from, to);
      for (const directive of leaf.directives) directives.push(directive);
      row.push({ block: from < to ? rawBlock('cell', from, leaf, words) : null, column, header: false });
    }
    rows.push(row);
  }
  const [first, ...rest] = rows;
  const named = first && firstRowIsHeader(rows) ? [first.map((cell) => ({ ...cell, header: true })), ...rest] : rows;
  const blocks: RawBlock[] = tableBlocks(named);
  return { from: lines[0]!.from, blocks, directives };
}
