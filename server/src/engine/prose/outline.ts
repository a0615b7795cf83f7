import type { Block, Directive } from './block.ts';
import { readable } from './leaf.ts';
import { MAX_BLOCKS, type Part, type RawBlock, type Spot } from './piece.ts';

/** Blocks and directives in their place, and the parts that remember them for the next reading. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  readonly parts: readonly Part[];
}

const CAPTION_LENGTH = 300;

/**
 * Puts parts in their place: absolute spans, headings above, tables numbered and captioned. A part that begins in the
 * spot it began in before gives the same blocks, moved at most; a block of which nothing changed is the same object.
 */
export function outline(all: readonly Part[], title: string | null, language: string | null): Outline {
  const blocks: Block[] = [];
  const directives: Directive[] = [];
  let spot: Spot = {
    path: title ? [{ level: 0, text: title }] : [],
    headings: title ? [title] : [],
    table: -1,
    caption: '',
    last: null,
  };
  const parts = all.map((part): Part => {
    const { piece, start, was } = part;
    if (blocks.length > MAX_BLOCKS) return part;
    for (const directive of piece.directives) {
      directives.push({ ...directive, start: directive.start + start, end: directive.end + start });
    }
    let now: readonly Block[];
    const before = spot;
    if (was && was.language === language && sameSpot(was.before, spot)) {
      const by = start - was.start;
      now = by === 0 ? was.made : was.made.map((block) => moved(block, by));
      spot = was.after;
    } else {
      now = piece.blocks.map((raw, i) => {
        spot = enter(spot, raw);
        const block = place(raw, start, spot, language, was?.made[i]);
        spot = leave(spot, raw);
        return block;
      });
    }
    for (const block of now) blocks.push(block);
    return now === was?.made
      ? part
      : {
          key: part.key,
          start,
          piece,
          defines: part.defines,
          was: { start, language, before, after: spot, made: now },
        };
  });
  return { blocks, directives, parts };
}

/** The same block elsewhere. Written out: a draft has thousands, and each keystroke moves half of them. */
const moved = (block: Block, by: number): Block => ({
  kind: block.kind,
  start: block.start + by,
  end: block.end + by,
  text: block.text,
  sentences: block.sentences,
  headings: block.headings,
  level: block.level,
  table: block.table,
  language: block.language,
  quoted: block.quoted,
  links: block.links,
  frozen: block.frozen,
});

/** The spot of a block: below the headings that hold it, in its table. */
function enter(spot: Spot, raw: RawBlock): Spot {
  if (raw.kind === 'heading' && raw.level !== null) {
    const level = raw.level;
    let depth = spot.path.findIndex((heading) => heading.level >= level);
    if (depth < 0) depth = spot.path.length;
    return { ...spot, path: spot.path.slice(0, depth), headings: spot.headings.slice(0, depth) };
  }
  if (!raw.cell?.first) return spot;
  return {
    ...spot,
    table: spot.table + 1,
    caption: raw.cell.caption ?? (spot.last && spot.last.cell === null ? lead(spot.last) : ''),
  };
}

function leave(spot: Spot, raw: RawBlock): Spot {
  if (raw.kind !== 'heading' || raw.level === null) return { ...spot, last: raw };
  const text = readable(raw.text);
  return {
    ...spot,
    path: [...spot.path, { level: raw.level, text }],
    headings: [...spot.headings, text],
    last: raw,
  };
}

function place(raw: RawBlock, start: number, spot: Spot, language: string | null, old: Block | undefined): Block {
  const captioned = raw.emphasised && raw.kind === 'paragraph' && spot.last?.kind === 'caption';
  const kind = captioned ? 'caption' : raw.kind;
  const headings = old && sameTexts(old.headings, spot.headings) ? old.headings : spot.headings;
  const { cell } = raw;
  const sameTable = cell === null || (old?.table?.index === spot.table && old.table.caption === spot.caption);
  const from = raw.start + start;
  const same = old?.start === from && headings === old.headings && old.kind === kind && old.language === language;
  if (same && sameTable) return old;
  return {
    kind,
    start: from,
    end: raw.end + start,
    text: raw.text,
    sentences: raw.sentences,
    headings,
    level: raw.level,
    table: cell && { column: cell.column, row: cell.row, caption: spot.caption, index: spot.table },
    language,
    quoted: raw.quoted,
    links: raw.links,
    frozen: raw.frozen,
  };
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

const sameSpot = (a: Spot, b: Spot): boolean =>
  a === b ||
  (a.last === b.last &&
    a.table === b.table &&
    a.caption === b.caption &&
    sameTexts(a.headings, b.headings) &&
    a.path.every((heading, i) => heading.level === b.path[i]?.level));

/** What leads to a table: the block before it, of a long one the last sentences. */
function lead(block: RawBlock): string {
  if (block.text.length <= CAPTION_LENGTH) return readable(block.text);
  const first = block.sentences.find((sentence) => block.text.length - sentence.start <= CAPTION_LENGTH);
  return readable(block.text.slice(first?.start ?? block.text.length - CAPTION_LENGTH));
}
