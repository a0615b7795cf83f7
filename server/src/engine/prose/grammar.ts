import {
  type BlockContext,
  type InlineContext,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  parser,
  Strikethrough,
  TaskList,
} from '@lezer/markdown';
import { DoubleLinks } from './doubleLink.ts';
import { Guards } from './guards.ts';
import { mathEnd } from './math.ts';
import { Tables } from './tableGrammar.ts';
import { templateEnd } from './template.ts';
import { urlEnd } from './urls.ts';

const isWord = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;

/** `[^id]:` at the start of a line: length of the mark, or 0. */
function footnoteMark(line: Line): number {
  if (line.next !== 91 || line.text.charCodeAt(line.pos + 1) !== 94) return 0;
  const close = line.text.slice(line.pos, line.pos + 80).indexOf(']:');
  if (close < 3 || line.text.slice(line.pos + 1, line.pos + close).search(/[\s[\]]/) >= 0) return 0;
  return close + 2;
}

const Footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_cx: BlockContext, line: Line): boolean {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    { name: 'FootnoteMark' },
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(cx: BlockContext, line: Line) {
        const length = footnoteMark(line);
        if (length === 0) return false;
        const start = cx.lineStart + line.pos;
        cx.startComposite('FootnoteDefinition', line.pos, 0);
        cx.addElement(cx.elt('FootnoteMark', start, start + length));
        line.moveBase(line.skipSpace(line.pos + length));
        return null;
      },
      endLeaf: (_cx: BlockContext, line: Line) => footnoteMark(line) > 0,
    },
  ],
};

const Formulas: MarkdownConfig = {
  defineNodes: [{ name: 'Formula' }],
  parseInline: [
    {
      name: 'Formula',
      before: 'Escape',
      parse(cx: InlineContext, next: number, pos: number): number {
        if (next !== 36 && next !== 92) return -1;
        const end = mathEnd(cx.text, pos - cx.offset);
        return end < 0 ? -1 : cx.addElement(cx.elt('Formula', pos, cx.offset + end));
      },
    },
  ],
};

/** Tags of Hugo, Jekyll and MDX, attribute lists of kramdown and Pandoc. */
const Templates: MarkdownConfig = {
  defineNodes: [{ name: 'Template' }],
  parseInline: [
    {
      name: 'Template',
      before: 'Escape',
      parse(cx: InlineContext, next: number, pos: number): number {
        const end = next === 123 ? templateEnd(cx.text, pos - cx.offset) : -1;
        return end < 0 ? -1 : cx.addElement(cx.elt('Template', pos, cx.offset + end));
      },
    },
  ],
};

/** Bare URLs and mail addresses; the library's own extension takes quadratic time on many in one paragraph. */
const Addresses: MarkdownConfig = {
  parseInline: [
    {
      name: 'Address',
      parse(cx: InlineContext, next: number, pos: number): number {
        const at = pos - cx.offset;
        if (!isWord(next) || (at > 0 && isWord(cx.text.charCodeAt(at - 1)))) return -1;
        const end = urlEnd(cx.text, at, cx.text.length);
        return end < 0 ? -1 : cx.addElement(cx.elt('URL', pos, cx.offset + end));
      },
    },
  ],
};

/** CommonMark and GFM with footnotes, formulas and limits that keep hostile input linear. */
export const markdownParser: MarkdownParser = parser.configure([
  Tables,
  TaskList,
  Strikethrough,
  Addresses,
  Templates,
  DoubleLinks,
  Footnotes,
  Formulas,
  Guards,
]);
