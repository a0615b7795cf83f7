import type { Span } from '../text/span.ts';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'caption' | 'footnote' | 'quote' | 'frontmatter';

/**
 * A piece of prose of a draft. `text` has exactly the length of the draft's own stretch [start, end):
 * what is no prose is masked character by character, never removed. What a reader does not see (emphasis
 * marks, HTML tags, link brackets and targets, footnote marks, the rest of an entity) becomes HIDDEN
 * (transparent to tokens: words around it touch); code and visible URLs become OPAQUE (breaks a word and a
 * sentence's grammar, is never read). A line break becomes one space.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly text: string;
  /** Sentences, relative to the block. Together they cover all its prose, in order. */
  readonly sentences: readonly Span[];
  /** Headings above this block, outermost first (their text). */
  readonly headings: readonly string[];
  /** Level 1-6 of a heading. */
  readonly level: number | null;
  /** Of a cell: the texts of its column's and row's header, and the caption or sentence before the table. */
  readonly table: {
    readonly column: string;
    readonly row: string;
    readonly caption: string;
    readonly index: number;
  } | null;
  /** Language set by front matter or directive for this block, if any. */
  readonly language: string | null;
  /** Stretches of the block, relative, that stand in quotation marks or in a block quote. */
  readonly quoted: readonly Span[];
  /** Links of the block, relative, with their target. */
  readonly links: readonly (Span & { readonly url: string })[];
  /** Where a fix may not write (code, URL, HTML attribute), relative. */
  readonly frozen: readonly Span[];
}

/** Stands for a character that markup hides: transparent to tokens. U+2060 WORD JOINER. */
export const HIDDEN = '\u2060';
/** Stands for a character of code, URL or the like: an unreadable sign. U+FFFC OBJECT REPLACEMENT CHARACTER. */
export const OPAQUE = '\uFFFC';

/** A ballpark comment in the draft. Spans are absolute. */
export interface Directive extends Span {
  readonly kind: 'ignore' | 'ignore-next' | 'disable' | 'enable' | 'source';
  /** Rule or source id; null: all rules. */
  readonly target: string | null;
  readonly reason: string | null;
}

/** What the front matter says to the checker. */
export interface FrontMatter {
  readonly span: Span | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly ignore: readonly string[];
  /** A message where the front matter cannot be read. */
  readonly problem: { readonly message: string; readonly start: number; readonly end: number } | null;
}

/** A draft, read: its blocks in order, absolute spans, never overlapping. */
export interface Prose {
  readonly format: 'markdown' | 'plain';
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  readonly frontMatter: FrontMatter;
  /** The stretch that was not read because the draft is longer than the reader's limit. */
  readonly truncated: Span | null;
  /** The draft ends inside code or HTML: what is put behind it is no prose. */
  readonly open: boolean;
}
