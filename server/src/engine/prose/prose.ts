import type { Tree } from '@lezer/common';
import type { Prose } from './block.ts';
import { readBlocks } from './blocks.ts';
import { recogniseFormat } from './format.ts';
import { type FrontMatterReading, findFrontMatter, NO_FRONT_MATTER, readFrontMatter } from './frontmatter.ts';
import { readable } from './inline.ts';
import { type Made, outline, type Placed } from './outline.ts';
import type { Piece } from './piece.ts';
import { readPlain } from './plain.ts';
import type { SentenceWords } from './sentences.ts';
import { definedLabels, type Parsed, parseMarkdown } from './tree.ts';

/** How a draft is to be read. */
export interface ProseOptions extends SentenceWords {
  readonly format: 'markdown' | 'plain' | 'auto';
  /** Front matter keys whose values are prose. */
  readonly proseKeys: readonly string[];
  /** Units read at most; the rest is `truncated`. */
  readonly maxLength?: number;
  /** The state of the reading of an earlier text of the same draft. */
  readonly previous?: ProseState;
}

/** What the next reading of the same draft can reuse. Opaque: hand it back as `previous`. */
export interface ProseState {
  readonly abbreviations: ReadonlySet<string>;
  readonly starters: ReadonlySet<string> | undefined;
  readonly labels: string;
  readonly parsed: Parsed | null;
  readonly pieces: WeakMap<Tree, Piece>;
  readonly lines: Map<string, Piece>;
  readonly made: Made;
  readonly front: { readonly source: string; readonly keys: string; readonly reading: FrontMatterReading | null };
}

export interface ProseReading extends Prose {
  readonly state: ProseState;
}

const MAX_LENGTH = 4_000_000;

/**
 * Reads a draft: blocks in order with absolute spans, directives, front matter. Total: any text gives a reading.
 * With `previous` only what changed is read again; the result is the same as without.
 */
export function readProse(text: string, options: ProseOptions): ProseReading {
  const limit = options.maxLength ?? MAX_LENGTH;
  const source = normalise(text.length > limit ? text.slice(0, limit) : text);
  const format = options.format === 'auto' ? recogniseFormat(source) : options.format;
  const previous = usable(options.previous, options);
  const front = readFront(source, options, previous);
  const reading = front.reading ?? NO_FRONT_MATTER;
  const bodyStart = reading.frontMatter.span?.end ?? 0;
  const memory: ProseState = {
    abbreviations: options.abbreviations,
    starters: options.starters,
    labels: '',
    parsed: null,
    pieces: previous?.pieces ?? new WeakMap(),
    lines: previous?.lines ?? new Map(),
    made: previous?.made ?? new WeakMap(),
    front,
  };
  const body =
    format === 'plain'
      ? { placed: readPlain(source, bodyStart, options, memory.lines), state: memory }
      : markdownPieces(source, bodyStart, options, memory, previous);
  const head: Placed[] = reading.blocks.length
    ? [{ piece: { from: 0, blocks: reading.blocks, directives: [] }, start: 0 }]
    : [];
  const title = reading.title ? readable(reading.title.text) : null;
  const { blocks, directives } = outline([...head, ...body.placed], title, reading.frontMatter.language, memory.made);
  const truncated = text.length > limit ? { start: limit, end: text.length } : null;
  return { format, blocks, directives, frontMatter: reading.frontMatter, truncated, state: body.state };
}

/** Same length: a lone carriage return ends a line as a line feed does, a byte order mark is a space. */
function normalise(text: string): string {
  const broken = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  return broken.charCodeAt(0) === 0xfeff ? ` ${broken.slice(1)}` : broken;
}

function usable(previous: ProseState | undefined, words: SentenceWords): ProseState | null {
  return previous?.abbreviations === words.abbreviations && previous.starters === words.starters ? previous : null;
}

function readFront(source: string, options: ProseOptions, previous: ProseState | null): ProseState['front'] {
  const stretch = findFrontMatter(source);
  if (!stretch) return { source: '', keys: '', reading: null };
  const raw = source.slice(0, stretch.end);
  const keys = options.proseKeys.join('\n');
  if (previous && previous.front.source === raw && previous.front.keys === keys) return previous.front;
  return { source: raw, keys, reading: readFrontMatter(source, stretch, options.proseKeys, options) };
}

function markdownPieces(
  source: string,
  start: number,
  words: SentenceWords,
  memory: ProseState,
  previous: ProseState | null,
): { placed: Placed[]; state: ProseState } {
  const blank = start > 0 ? source.slice(0, start).replace(/[^\r\n]/g, ' ') + source.slice(start) : source;
  const parsed = parseMarkdown(blank, previous?.parsed ?? null);
  const defined = new Set<string>();
  const top = parsed.tree.topNode;
  for (let node = top.firstChild; node; node = node.nextSibling) definedLabels(blank, node, defined);
  const labels = [...defined].join('\n');
  const pieces = previous?.labels === labels ? memory.pieces : new WeakMap<Tree, Piece>();
  const placed: Placed[] = [];
  for (let node = top.firstChild; node; node = node.nextSibling) {
    const tree = node.tree;
    let piece = tree ? pieces.get(tree) : undefined;
    if (!piece) {
      piece = readBlocks({ source: blank, labels: defined, words }, node);
      if (tree) pieces.set(tree, piece);
    }
    placed.push({ piece, start: node.from });
  }
  return { placed, state: { ...memory, labels, parsed, pieces } };
}
