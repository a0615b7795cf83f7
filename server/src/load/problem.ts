/** What is wrong with a data file, and where. Lines and columns count from 1, columns in UTF-16 units. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const LONGEST = 300;

export function problem(file: string, line: number, column: number, message: string): Problem {
  return { file, line, column, message: message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message };
}

export const byPlace = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
