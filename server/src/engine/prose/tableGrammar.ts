import type { BlockContext, Element, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown';

const BAR = 124;
const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 13;

/** Number of columns of a delimiter row (`|---|:--:|`), quote marks before it allowed; 0 for any other line. */
export function delimiterColumns(text: string, start = 0): number {
  let i = start;
  while (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === 62) i++;
  let bars = 0;
  let columns = 0;
  if (text.charCodeAt(i) === BAR) {
    bars++;
    i++;
  }
  while (i < text.length) {
    while (isBlank(text.charCodeAt(i))) i++;
    if (i >= text.length) break;
    if (text.charCodeAt(i) === 58) i++;
    const dashes = i;
    while (text.charCodeAt(i) === 45) i++;
    if (i === dashes) return 0;
    if (text.charCodeAt(i) === 58) i++;
    while (isBlank(text.charCodeAt(i))) i++;
    columns++;
    if (i >= text.length) break;
    if (text.charCodeAt(i) !== BAR) return 0;
    bars++;
    i++;
  }
  return bars > 0 ? columns : 0;
}

/** The cells of a row and the bars between them, as nodes where `into` is given; returns the number of columns. */
function readRow(cx: BlockContext, text: string, start: number, into?: Element[], offset = 0): number {
  let columns = 0;
  let from = -1;
  let to = -1;
  let first = true;
  const cell = (): void => {
    if (into && from >= 0) {
      const inline = cx.parser.parseInline(text.slice(from, to), offset + from);
      into.push(cx.elt('TableCell', offset + from, offset + to, inline));
    }
  };
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BAR) {
      cell();
      if (!first || from >= 0) columns++;
      first = false;
      into?.push(cx.elt('TableDelimiter', offset + i, offset + i + 1));
      from = -1;
    } else if (!isBlank(c)) {
      if (from < 0) from = i;
      if (c === 92 && i + 1 < text.length) i++;
      to = i + 1;
    }
  }
  cell();
  return from >= 0 ? columns + 1 : columns;
}

function hasBar(text: string, start: number): boolean {
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BAR) return true;
    if (c === 92) i++;
  }
  return false;
}

/** Collects the rows of a table once its second line has turned out to be a delimiter row. */
class TableParser implements LeafBlockParser {
  /** Undefined: the second line has not come yet; null: this is no table. */
  #rows: Element[] | null | undefined;

  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    const end = cx.lineStart + line.text.length;
    if (this.#rows === undefined) {
      const columns = delimiterColumns(line.text, line.pos);
      const header: Element[] = [];
      const same = columns > 0 && readRow(cx, leaf.content, 0, header, leaf.start) === columns;
      this.#rows = same
        ? [
            cx.elt('TableHeader', leaf.start, leaf.start + leaf.content.length, header),
            cx.elt('TableDelimiter', cx.lineStart + line.pos, end),
          ]
        : null;
    } else if (this.#rows) {
      const cells: Element[] = [];
      readRow(cx, line.text, line.pos, cells, cx.lineStart);
      this.#rows.push(cx.elt('TableRow', cx.lineStart + line.pos, end, cells));
    }
    return false;
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    if (!this.#rows) return false;
    cx.addLeafElement(leaf, cx.elt('Table', leaf.start, leaf.start + leaf.content.length, this.#rows));
    return true;
  }
}

/**
 * GFM tables. The library's own extension does not know a delimiter row with white space or a carriage return at its
 * end, and takes quadratic time on long blank lines.
 */
export const Tables: MarkdownConfig = {
  defineNodes: [{ name: 'Table', block: true }, 'TableHeader', 'TableRow', 'TableCell', 'TableDelimiter'],
  parseBlock: [
    {
      name: 'Table',
      before: 'SetextHeading',
      leaf: (_cx: BlockContext, leaf: LeafBlock) => (hasBar(leaf.content, 0) ? new TableParser() : null),
      endLeaf(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
        if (leaf.parsers.some((parser) => parser instanceof TableParser) || !hasBar(line.text, line.basePos))
          return false;
        const columns = delimiterColumns(cx.peekLine());
        return columns > 0 && readRow(cx, line.text, line.basePos) === columns;
      },
    },
  ],
};
