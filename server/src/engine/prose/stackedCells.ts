import { isNumeric } from './pastedWords.ts';
import { bulletLength, type Line } from './plainLines.ts';

const MOST_COLUMNS = 8;
const LEAST_COLUMNS = 3;
const LONGEST = 48;
const MOST_WORDS = 7;
const ENDS = /[.!?:;,\u3002]$/;

type Kind = 'text' | 'number' | null;

/** What a line would be as a cell; null: it is none. */
function kindOf(line: Line | null | undefined): Kind {
  if (!line || line.columns.length > 1 || line.text.length > LONGEST || bulletLength(line.text) > 0) return null;
  if (ENDS.test(line.text) || line.text.split(' ', MOST_WORDS + 1).length > MOST_WORDS) return null;
  return isNumeric(line.text) ? 'number' : 'text';
}

/**
 * A table pasted one cell a line: as many headers as columns, then rows of the same kinds of cells, each with a name
 * first. Gives its rows, each as one line with columns.
 */
export function stackedCells(lines: readonly (Line | null)[], at: number): { rows: Line[]; next: number } | null {
  let headers = 0;
  while (headers <= MOST_COLUMNS && kindOf(lines[at + headers]) === 'text') headers++;
  // the first row's name is a text as well
  for (let width = Math.min(MOST_COLUMNS, headers - 1); width >= LEAST_COLUMNS; width--) {
    const read = rowsOf(lines, at, width);
    if (read) return read;
  }
  return null;
}

function rowsOf(lines: readonly (Line | null)[], at: number, width: number): { rows: Line[]; next: number } | null {
  const kinds = Array.from({ length: width }, (_, k) => kindOf(lines[at + width + k]));
  if (kinds[0] !== 'text' || !kinds.includes('number') || kinds.includes(null)) return null;
  let next = at + width;
  while (kinds.every((kind, k) => kindOf(lines[next + k]) === kind)) next += width;
  // a number more than the others have: that row is none of theirs
  if (kindOf(lines[next]) === 'number') next -= width;
  if (next < at + 3 * width) return null;
  const rows: Line[] = [];
  for (let from = at; from < next; from += width) {
    const cells = lines.slice(from, from + width).map((line) => line!);
    const [first, last] = [cells[0]!, cells.at(-1)!];
    rows.push({
      from: first.from,
      to: last.to,
      text: first.text,
      columns: cells.map(({ from, to }) => ({ from, to })),
    });
  }
  return { rows, next };
}
