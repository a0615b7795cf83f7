import { readable } from './leaf.ts';
import { isValue } from './pastedWords.ts';
import type { RawBlock } from './piece.ts';

/** A cell of a table; `block` is null where the cell is empty. */
export interface Cell {
  readonly block: RawBlock | null;
  readonly column: number;
  readonly header: boolean;
}

/** A rank ('1', '12.'): names no row. */
const RANK = /^#?\d{1,3}[.)]?$/;
const textOf = (cell: Cell | undefined): string => (cell?.block ? readable(cell.block.text) : '');

/** Without marked headers: a first row of no numbers, with a column of them below it, is one. */
export function firstRowIsHeader(rows: readonly (readonly Cell[])[]): boolean {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0 || first.length < 2) return false;
  return !first.some((cell) => isValue(textOf(cell))) && rest.some((row) => row.some((cell) => isValue(textOf(cell))));
}

/** The blocks of a table in reading order, each cell with its column's and its row's header. */
export function tableBlocks(rows: readonly (readonly Cell[])[], caption: string | null = null): RawBlock[] {
  const headers = new Map<number, string>();
  const blocks: RawBlock[] = [];
  for (const row of rows) {
    const isHeader = row.length > 0 && row.every((cell) => cell.header || cell.block === null);
    const names = row.find((cell) => cell.header && !isHeader) ?? rowHeader(row);
    const name = textOf(names);
    for (const cell of row) {
      if (isHeader) headers.set(cell.column, textOf(cell) || (headers.get(cell.column) ?? ''));
      if (cell.block === null) continue;
      blocks.push({
        ...cell.block,
        kind: 'cell',
        cell: {
          column: isHeader ? '' : (headers.get(cell.column) ?? ''),
          row: isHeader || cell === names ? '' : name,
          first: blocks.length === 0,
          caption,
        },
      });
    }
  }
  return blocks;
}

function rowHeader(row: readonly Cell[]): Cell | undefined {
  const [first, second] = row;
  return first && RANK.test(textOf(first)) && row.length > 2 ? second : first;
}
