import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown';

/** Containers (quotes, lists) deeper than this are read as flat text: parsing deeper ones takes quadratic time. */
const MAX_DEPTH = 24;
/** A paragraph with more marks than this, or with too many for its length, is not searched for inline markup. */
const MAX_MARKS = 1500;
const MAX_WORK = 3e8;

/** How many signs of a text may begin or end inline markup: `*`, `_`, `[`, `]`, a backtick, `<`, `~`. */
function countMarks(text: string): number {
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 42 || c === 95 || c === 91 || c === 93 || c === 96 || c === 60 || c === 126) marks++;
  }
  return marks;
}

/** Limits that keep the parsing of hostile drafts linear. A paragraph that is refused holds one node, `Flood`. */
export const Guards: MarkdownConfig = {
  defineNodes: [{ name: 'Flood' }],
  remove: ['HardBreak'],
  parseBlock: [
    {
      name: 'DepthGuard',
      before: 'FootnoteDefinition',
      parse(cx: BlockContext, line: Line) {
        if (cx.depth <= MAX_DEPTH) return false;
        const from = cx.lineStart + line.pos;
        const to = cx.lineStart + line.text.length;
        cx.nextLine();
        cx.addElement(cx.elt('Paragraph', from, to));
        return true;
      },
    },
  ],
  parseInline: [
    {
      name: 'MarkGuard',
      before: 'Formula',
      parse(cx: InlineContext, _next: number, pos: number): number {
        if (pos !== cx.offset) return -1;
        const marks = countMarks(cx.text);
        if (marks <= MAX_MARKS && marks * cx.text.length <= MAX_WORK) return -1;
        return cx.addElement(cx.elt('Flood', pos, cx.end));
      },
    },
    {
      // The library's own looks through a run of spaces from each of them.
      name: 'LineBreak',
      parse(cx: InlineContext, next: number, pos: number): number {
        if (next === 92 && cx.char(pos + 1) === 10) return cx.addElement(cx.elt('HardBreak', pos, pos + 2));
        if (next !== 32 || cx.char(pos + 1) !== 32 || (pos > cx.offset && cx.char(pos - 1) === 32)) return -1;
        let end = pos + 2;
        while (cx.char(end) === 32) end++;
        return cx.char(end) === 10 ? cx.addElement(cx.elt('HardBreak', pos, end + 1)) : -1;
      },
    },
  ],
};
