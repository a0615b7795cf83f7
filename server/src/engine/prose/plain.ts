import { own } from '../text/own.ts';
import { align } from './align.ts';
import type { Directive } from './block.ts';
import { linedRows } from './linedRows.ts';
import { readLine } from './lineRead.ts';
import { pastedTable } from './pastedTables.ts';
import { MAX_BLOCKS, NOTHING, type Part, type Piece, rawBlock } from './piece.ts';
import { bulletLength, continues, isHeading, type Line, readLines } from './plainLines.ts';
import type { SentenceWords } from './sentences.ts';

/** Lines that belong together: a paragraph (level 0), a heading, or the rows of a table. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly rows: readonly Line[] | null;
  /** Its first row is known to be the header. */
  readonly headed: boolean;
}

/** Reads text without Markdown, one line a paragraph: pasted from a web page, a word processor, a CMS. */
export function readPlain(source: string, words: SentenceWords, previous: readonly Part[]): Part[] {
  const groups = groupLines(readLines(source));
  const keys = groups.map((group) => layout(group) + source.slice(group.from, group.to));
  const known = align(previous, keys);
  let count = 0;
  return groups.map((group, i): Part => {
    const old = known[i];
    if (count > MAX_BLOCKS) return { key: null, start: group.from, piece: NOTHING, defines: [], was: null };
    const piece = old?.piece ?? (group.rows ? readRows(source, group, words) : readParagraph(source, group, words));
    count += piece.blocks.length;
    if (old?.start === group.from) return old;
    return { key: keys[i], start: group.from, piece, defines: [], was: old?.was ?? null };
  });
}

/** What besides its text tells how a group is read. */
const layout = ({ from, rows, headed, level }: Group): string =>
  rows ? `|${headed}${rows.map((row) => row.columns.map((column) => column.from - from))}|` : `${level}`;

function groupLines(lines: readonly (Line | null)[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line) {
      i++;
      continue;
    }
    let j = i + 1;
    let end: Line = line;
    const table = pastedTable(lines, i);
    if (table) {
      const { rows, headed } = table;
      groups.push({ from: rows[0]!.from, to: rows.at(-1)!.to, level: 0, rows, headed });
      j = table.next;
    } else if (line.columns.length > 1) {
      const rows = [line];
      while (lines[j] && lines[j]!.columns.length > 1) rows.push(lines[j++]!);
      groups.push({ from: line.from, to: rows.at(-1)!.to, level: 0, rows, headed: false });
    } else {
      while (lines[j] && continues(end, lines[j]!)) end = lines[j++]!;
      const next = lines[j] ?? lines[j + 1] ?? lines[j + 2] ?? undefined;
      const heading = end === line && isHeading(line, next, groups.length === 0 && lines.length > 3);
      const level = heading ? (groups.length === 0 ? 1 : 2) : 0;
      groups.push({ from: line.from, to: end.to, level, rows: null, headed: false });
    }
    i = j;
  }
  return groups;
}

function readParagraph(source: string, { from, to, level }: Group, words: SentenceWords): Piece {
  const text = own(source.slice(from, to));
  const mark = level === 0 ? bulletLength(text) : 0;
  let first = mark;
  while (first < text.length && /\s/.test(text.charAt(first))) first++;
  const leaf = readLine(text, first, text.length);
  const kind = level > 0 ? 'heading' : mark > 0 ? 'item' : 'paragraph';
  const block = rawBlock(kind, first, leaf, words, level > 0 ? { level } : {});
  return { blocks: block ? [block] : [], directives: leaf.directives };
}

function readRows(source: string, group: Group, words: SentenceWords): Piece {
  const text = source.slice(group.from, group.to);
  const directives: Directive[] = [];
  const rows = (group.rows ?? []).map((row) => ({
    ...row,
    columns: row.columns.map(({ from, to }) => ({ from: from - group.from, to: to - group.from })),
  }));
  const blocks = linedRows(rows, group.headed, text, words, (from, to) => {
    const leaf = readLine(text, from, to);
    for (const directive of leaf.directives) directives.push(directive);
    return leaf;
  });
  return { blocks, directives };
}
