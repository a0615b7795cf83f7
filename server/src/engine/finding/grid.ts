import type { Block } from '../prose/block.ts';
import type { Claim } from '../report.ts';

/** A cell with at most one amount; with more it says nothing plain. */
export interface GridCell {
  readonly column: string;
  readonly claim: Claim | null;
  readonly several: boolean;
}

export interface GridRow {
  readonly name: string;
  readonly cells: readonly GridCell[];
}

/** Tables of a draft as rows of cells. Blocks and claims are in the order of the draft; linear in both. */
export function gridsOf(blocks: readonly Block[], claims: readonly Claim[]): readonly (readonly GridRow[])[] {
  const grids = new Map<number, { name: string; cells: GridCell[] }[]>();
  let next = 0;
  for (const { kind, table, start, end, text } of blocks) {
    while (next < claims.length && claims[next]!.start < start) next++;
    if (kind !== 'cell' || !table) continue;
    const from = next;
    while (next < claims.length && claims[next]!.start < end) next++;
    const found = claims.slice(from, next);
    const rows = grids.get(table.index) ?? [];
    grids.set(table.index, rows);
    const last = rows.at(-1);
    // a cell without a row's name names the row
    if (table.row === '') rows.push({ name: text, cells: [] });
    else if (last)
      last.cells.push({
        column: table.column,
        claim: found.length === 1 ? found[0]! : null,
        several: found.length > 1,
      });
  }
  return [...grids.values()];
}
