import { type Position, Range, type TextDocument } from 'vscode';

/** The lines around a position up to the next empty ones. */
export function paragraphAt(document: TextDocument, position: Position): Range {
  let first = position.line;
  let last = position.line;
  while (first > 0 && !document.lineAt(first - 1).isEmptyOrWhitespace) first--;
  while (last + 1 < document.lineCount && !document.lineAt(last + 1).isEmptyOrWhitespace) last++;
  return new Range(first, 0, last, document.lineAt(last).text.length);
}
