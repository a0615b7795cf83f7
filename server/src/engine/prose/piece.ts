import type { Span } from '../text/span.ts';
import { type Block, type BlockKind, type Directive, HIDDEN, OPAQUE } from './block.ts';
import type { Leaf } from './leaf.ts';
import { quotedSpans } from './quotes.ts';
import { type SentenceWords, splitSentences } from './sentences.ts';

/** A block before it knows its place: headings above, number of its table. Spans are relative to its piece. */
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

/** What one stretch of a draft (a block of its tree, a paragraph of pasted text) gives. Spans are relative to it. */
export interface Piece {
  readonly blocks: readonly RawBlock[];
  readonly directives: readonly Directive[];
}

export const NOTHING: Piece = { blocks: [], directives: [] };

/** A piece in its place. `key` tells whether an earlier reading of the same stretch can be used again. */
export interface Part {
  readonly key: unknown;
  readonly start: number;
  readonly piece: Piece;
  /** The reference labels that it defines, with their targets. */
  readonly defines: readonly (readonly [string, string])[];
  /** What was made of it last time, and where. */
  readonly was: {
    readonly start: number;
    readonly language: string | null;
    readonly before: Spot;
    readonly after: Spot;
    readonly made: readonly Block[];
  } | null;
}

/** Where a block stands in the order of a draft. */
export interface Spot {
  /** Headings above, outermost first, and their texts alone. */
  readonly path: readonly { readonly level: number; readonly text: string }[];
  readonly headings: readonly string[];
  /** Number of the last table, and what leads to it. */
  readonly table: number;
  readonly caption: string;
  readonly last: RawBlock | null;
}

/** A draft of more blocks is cut: it is data. */
export const MAX_BLOCKS = 120_000;

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
