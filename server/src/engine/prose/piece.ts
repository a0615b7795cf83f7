import type { Span } from '../text/span.ts';
import { type Block, type BlockKind, type Directive, HIDDEN, OPAQUE } from './block.ts';
import type { Leaf } from './inline.ts';
import { quotedSpans } from './quotes.ts';
import { type SentenceWords, splitSentences } from './sentences.ts';

/** A block before it knows its place: headings above, number of its table. Span in the draft as it was when read. */
export interface RawBlock extends Omit<Block, 'headings' | 'language' | 'table'> {
  readonly cell: {
    readonly column: string;
    readonly row: string;
    readonly first: boolean;
    readonly caption: string | null;
  } | null;
  /** The whole block is emphasised: after a picture, its caption. */
  readonly emphasised: boolean;
}

/** What one top-level stretch of a draft gives; `from` is where it stood when it was read. */
export interface Piece {
  readonly from: number;
  readonly blocks: readonly RawBlock[];
  readonly directives: readonly Directive[];
}

const VISIBLE = new RegExp(`[^\\s${HIDDEN}${OPAQUE}\\u00AD\\u200B]`);

/** A block of a masked stretch that begins at `from`; null where there is nothing to read. */
export function rawBlock(
  kind: BlockKind,
  from: number,
  leaf: Leaf,
  words: SentenceWords,
  more: { readonly level?: number; readonly quote?: boolean; readonly emphasised?: boolean } = {},
): RawBlock | null {
  const { text } = leaf;
  if (!VISIBLE.test(text)) return null;
  const sentences = splitSentences(text, words, leaf.breaks);
  const quoted: readonly Span[] = more.quote ? [{ start: 0, end: text.length }] : quotedSpans(text, sentences);
  return {
    kind,
    start: from,
    end: from + text.length,
    text,
    sentences,
    level: more.level ?? null,
    quoted,
    links: leaf.links,
    frozen: leaf.frozen,
    cell: null,
    emphasised: more.emphasised ?? false,
  };
}
