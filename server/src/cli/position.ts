import { lineStarts, positionAt } from '../engine/index.ts';

/** Gives an offset's place as editors count: lines and columns from 1, a byte order mark counts as nothing. */
export function placer(text: string): (offset: number) => string {
  const starts = lineStarts(text);
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return (offset) => {
    const { line, column } = positionAt(starts, offset);
    return `${line + 1}:${column + 1 - (line === 0 && column >= mark ? mark : 0)}`;
  };
}

/** The offset of a line and column counted from 1; null where the text has no such place. */
export function offsetAt(text: string, line: number, column: number): number | null {
  const starts = lineStarts(text);
  const start = starts[line - 1];
  if (start === undefined || column < 1) return null;
  const mark = line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = starts[line] ?? text.length;
  const offset = start + mark + column - 1;
  return offset <= end ? offset : null;
}
