import type { Leaf } from './leaf.ts';
import { MAX_BLOCKS, type RawBlock, rawBlock } from './piece.ts';
import { isRule, type Line } from './plainLines.ts';
import type { SentenceWords } from './sentences.ts';
import { type Cell, firstRowIsHeader, tableBlocks } from './tables.ts';

const SPACE = /\s/;

/**
 * The cells of rows whose columns are stretches of `source`; `leaf` reads one of them. A row of dashes below the first, or
 * `headed`, makes that the headers.
 */
export function linedRows(
  lines: readonly Line[],
  headed: boolean,
  source: string,
  words: SentenceWords,
  leaf: (from: number, to: number) => Leaf,
): RawBlock[] {
  const rows: Cell[][] = [];
  let count = 0;
  for (const [i, line] of lines.entries()) {
    if (isRule(line)) continue;
    if (count > MAX_BLOCKS) break;
    const header = i === 0 && (headed || (lines[1] !== undefined && isRule(lines[1])));
    count += line.columns.length;
    rows.push(line.columns.map((stretch, column): Cell => ({ block: cell(stretch), column, header })));
  }
  return tableBlocks(!rows[0]?.[0]?.header && firstRowIsHeader(rows) ? withHeader(rows) : rows);

  function cell({ from, to }: Line['columns'][number]): RawBlock | null {
    let [start, end] = [from, to];
    while (start < end && SPACE.test(source.charAt(start))) start++;
    while (end > start && SPACE.test(source.charAt(end - 1))) end--;
    return start < end ? rawBlock('cell', start, leaf(start, end), words) : null;
  }
}

const withHeader = ([first = [], ...rest]: readonly Cell[][]): Cell[][] => [
  first.map((cell) => ({ ...cell, header: true })),
  ...rest,
];
