import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/** `[[text]](url)`, which the library does not take for a link, and the wiki's `[[page|text]]`. */
const DOUBLE = /^\[\[([^[\]|\n]{1,200}\|)?[^[\]|\n]{1,200}\]\]/;
const TARGET = /^\([^()\s]{1,1000}\)/;

/** Links in double brackets, as a `Link` whose marks hold both brackets. */
export const DoubleLinks: MarkdownConfig = {
  parseInline: [
    {
      name: 'DoubleLink',
      before: 'Link',
      parse(cx: InlineContext, next: number, pos: number): number {
        if (next !== 91 || cx.char(pos + 1) !== 91) return -1;
        const match = DOUBLE.exec(cx.slice(pos, Math.min(cx.end, pos + 420)));
        if (!match) return -1;
        const open = pos + 2 + (match[1]?.length ?? 0);
        const close = pos + match[0].length;
        const target = TARGET.exec(cx.slice(close, Math.min(cx.end, close + 1010)))?.[0] ?? '';
        const end = close + target.length;
        const marks = [cx.elt('LinkMark', pos, open), cx.elt('LinkMark', close - 2, close)];
        if (target) marks.push(cx.elt('URL', close + 1, end - 1));
        return cx.addElement(cx.elt('Link', pos, end, marks));
      },
    },
  ],
};
