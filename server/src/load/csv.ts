import { type Problem, problem } from './problem.ts';

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const LARGEST = 5_000_000;
const ROWS = 50_000;

/** Comma-separated text (RFC 4180): quoted cells may hold commas, quotes and line ends. Linear, bounded. */
export function readCsv(
  file: string,
  text: string,
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
  if (text.length > LARGEST) {
    return { rows: [], problems: [problem(file, 1, 1, `the file is larger than ${LARGEST / 1e6} MB`)] };
  }
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let started = 1;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== '') rows.push({ line: started, cells });
    cells = [];
    cell = '';
    started = line + 1;
  };
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let i = from; i < text.length && rows.length < ROWS; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '\n') line++;
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === ',') {
      cells.push(cell);
      cell = '';
    } else if (c === '\n') {
      endRow();
      line++;
    } else if (c !== '\r') cell += c;
  }
  const problems: Problem[] = [];
  if (quoted) problems.push(problem(file, started, 1, 'a quoted cell is not closed'));
  else if (rows.length >= ROWS) problems.push(problem(file, line, 1, `only the first ${ROWS} rows are read`));
  else if (cell !== '' || cells.length > 0) endRow();
  return { rows, problems };
}
