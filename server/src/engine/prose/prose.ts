import type { Prose } from './block.ts';
import { boundBlocks } from './bound.ts';
import { recogniseFormat } from './format.ts';
import { type FrontMatterReading, findFrontMatter, NO_FRONT_MATTER, readFrontMatter } from './frontmatter.ts';
import { readable } from './leaf.ts';
import { type MarkdownReading, readMarkdown } from './markdown.ts';
import { outline } from './outline.ts';
import { MAX_BLOCKS, type Part } from './piece.ts';
import { readPlain } from './plain.ts';
import type { SentenceWords } from './sentences.ts';

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
  readonly words: SentenceWords;
  readonly front: Front;
  readonly head: readonly Part[];
  readonly markdown: MarkdownReading | null;
  readonly plain: readonly Part[];
}

export interface ProseReading extends Prose {
  readonly state: ProseState;
}

interface Front {
  readonly source: string;
  readonly keys: string;
  readonly reading: FrontMatterReading;
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
  const words: SentenceWords = { abbreviations: options.abbreviations, starters: options.starters };
  const previous = usable(options.previous, words);
  const front = readFront(source, options.proseKeys, words, previous);
  const { frontMatter, blocks, title } = front.reading;
  const start = frontMatter.span?.end ?? 0;
  const head: readonly Part[] =
    previous?.front === front
      ? previous.head
      : [{ key: front, start: 0, piece: { blocks, directives: [] }, defines: [], was: null }];
  const body = blank(source, Math.max(start, source.charCodeAt(0) === 0xfeff ? 1 : 0));
  const markdown = format === 'markdown' ? readMarkdown(body, words, previous?.markdown ?? null) : null;
  const parts = markdown?.parts ?? readPlain(body, words, previous?.plain ?? []);
  const read = outline([...head, ...parts], title && readable(title.text), frontMatter.language);
  const cut = read.blocks.length > MAX_BLOCKS ? read.blocks.at(-1)!.end : limit;
  const rest = read.parts.slice(head.length);
  return {
    format,
    blocks: boundBlocks(read.blocks),
    directives: read.directives,
    frontMatter,
    open: markdown?.open ?? false,
    truncated: cut < text.length ? { start: cut, end: text.length } : null,
    state: {
      words,
      front,
      head: read.parts.slice(0, head.length),
      markdown: markdown && { ...markdown, parts: rest },
      plain: markdown ? [] : rest,
    },
  };
}

/** Same length: a lone carriage return ends a line as a line feed does. */
function normalise(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Same length: spaces for front matter and a byte order mark. */
const blank = (text: string, end: number): string =>
  end > 0 ? text.slice(0, end).replace(/[^\r\n]/g, ' ') + text.slice(end) : text;

function usable(previous: ProseState | undefined, words: SentenceWords): ProseState | null {
  const same =
    previous &&
    sameSet(previous.words.abbreviations, words.abbreviations) &&
    sameSet(previous.words.starters, words.starters);
  return same ? previous : null;
}

function sameSet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a === b || !a || !b) return a === b;
  return a.size === b.size && [...a].every((word) => b.has(word));
}

const NO_FRONT: Front = { source: '', keys: '', reading: NO_FRONT_MATTER };

function readFront(
  source: string,
  proseKeys: readonly string[],
  words: SentenceWords,
  previous: ProseState | null,
): Front {
  const stretch = findFrontMatter(source);
  if (!stretch) return NO_FRONT;
  const raw = source.slice(0, stretch.end);
  const keys = proseKeys.join('\n');
  if (previous && previous.front.source === raw && previous.front.keys === keys) return previous.front;
  return { source: raw, keys, reading: readFrontMatter(source, stretch, proseKeys, words) ?? NO_FRONT_MATTER };
}
