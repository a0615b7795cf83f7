import type { Span } from '../text/span.ts';
import type { Block } from './block.ts';

/** Longest block handed on, in UTF-16 units. Later stages compare what stands in one block. */
const LONGEST = 6000;

/** The spans of `list` inside [from, to), cut to it and told from `from`. */
function within<T extends Span>(list: readonly T[], from: number, to: number): readonly T[] {
  const found = list.filter((span) => span.start < to && span.end > from);
  return found.map((span) => ({
    ...span,
    start: Math.max(span.start, from) - from,
    end: Math.min(span.end, to) - from,
  }));
}

/** Cuts a block between sentences. A sentence is never cut here: `splitSentences` bounds it. */
function cut(block: Block): Block[] {
  const pieces: Block[] = [];
  let from = 0;
  let first = 0;
  const take = (to: number, next: number): void => {
    pieces.push({
      ...block,
      start: block.start + from,
      end: block.start + to,
      text: block.text.slice(from, to),
      sentences: block.sentences.slice(first, next).map((s) => ({ start: s.start - from, end: s.end - from })),
      quoted: within(block.quoted, from, to),
      links: within(block.links, from, to),
      frozen: within(block.frozen, from, to),
    });
    from = to;
    first = next;
  };
  block.sentences.forEach((sentence, i) => {
    if (i > first && sentence.end - from > LONGEST) take(sentence.start, i);
  });
  take(block.text.length, block.sentences.length);
  return pieces;
}

/** The same prose in blocks of bounded length, so that time grows with the draft and not with its square. */
export const boundBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.some((block) => block.text.length > LONGEST)
    ? blocks.flatMap((block) => (block.text.length > LONGEST ? cut(block) : [block]))
    : blocks;
