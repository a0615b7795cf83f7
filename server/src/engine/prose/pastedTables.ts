import { alignedRows } from './alignedRows.ts';
import { labelledRows } from './labelled.ts';
import { spacedRows } from './pastedRows.ts';
import { type Line, readLines } from './plainLines.ts';
import { stackedCells } from './stackedCells.ts';

/** A table among lines that show no borders. */
export interface PastedTable {
  /** Its rows, each with its columns; one of several lines is given as one. */
  readonly rows: readonly Line[];
  /** The first row is known to hold the headers. */
  readonly headed: boolean;
  /** The line behind it. */
  readonly next: number;
}

/** The table that begins at a line, if the shapes of its lines leave no doubt. */
export function pastedTable(lines: readonly (Line | null)[], at: number): PastedTable | null {
  const labelled = labelledRows(lines, at);
  if (labelled) return { rows: labelled, headed: false, next: at + labelled.length };
  const aligned = alignedRows(lines, at);
  if (aligned) return { rows: aligned, headed: false, next: at + aligned.length };
  const spaced = spacedRows(lines, at);
  if (spaced) return { rows: spaced, headed: true, next: at + spaced.length };
  const stacked = stackedCells(lines, at);
  return stacked && { ...stacked, headed: true };
}

const LEAST_LINES = 3;

/** All such tables in a stretch of a draft, in order. */
export function pastedTables(source: string, from: number, to: number): PastedTable[] {
  let feeds = 0;
  for (
    let at = source.indexOf('\n', from);
    at >= 0 && at < to && feeds < LEAST_LINES;
    at = source.indexOf('\n', at + 1)
  )
    feeds++;
  if (feeds < LEAST_LINES - 1) return [];
  const lines = readLines(source, from, to);
  const tables: PastedTable[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = pastedTable(lines, at);
    if (table) tables.push(table);
    at = table?.next ?? at + 1;
  }
  return tables;
}
