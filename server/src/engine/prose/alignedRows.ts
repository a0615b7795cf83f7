import type { Line } from './plainLines.ts';

const LEAST_ROWS = 3;

/** The stretches of a line between runs of two spaces or more. */
function stretches(line: Line | null | undefined): Line['columns'] {
  if (!line || line.columns.length > 1) return [];
  const parts: { from: number; to: number }[] = [];
  for (let at = 0; at < line.text.length; ) {
    const gap = line.text.indexOf('  ', at);
    const end = gap < 0 ? line.text.length : gap;
    parts.push({ from: line.from + at, to: line.from + end });
    at = end;
    while (line.text.charAt(at) === ' ') at++;
  }
  return parts;
}

/** Rows whose columns are set apart by two spaces or more: as many in each of three lines at least. */
export function alignedRows(lines: readonly (Line | null)[], at: number): Line[] | null {
  if (!lines[at]?.text.includes('  ')) return null;
  const width = stretches(lines[at]).length;
  if (width < 2) return null;
  const rows: Line[] = [];
  for (let k = at; lines[k]; k++) {
    const columns = stretches(lines[k]);
    if (columns.length !== width) break;
    rows.push({ ...lines[k]!, columns });
  }
  return rows.length >= LEAST_ROWS ? rows : null;
}
