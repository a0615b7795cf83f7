import type { Block, Directive } from './block.ts';
import { readable } from './inline.ts';
import type { Part, RawBlock } from './piece.ts';

/** Blocks and directives in their place, and the parts that remember them for the next reading. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly directives: readonly Directive[];
  readonly parts: readonly Part[];
}

const CAPTION_LENGTH = 300;

/**
 * Puts parts in their place: absolute spans, headings above, tables numbered and captioned. A block that was made
 * before and of which nothing changed is the same object again.
 */
export function outline(all: readonly Part[], title: string | null, language: string | null): Outline {
  const blocks: Block[] = [];
  const directives: Directive[] = [];
  const path: { level: number; text: string }[] = title ? [{ level: 0, text: title }] : [];
  let headings: readonly string[] = path.map((entry) => entry.text);
  let table = -1;
  let caption = '';
  let last: RawBlock | null = null;

  function make(raw: RawBlock, start: number, old: Block | undefined): Block {
    const captioned = raw.emphasised && raw.kind === 'paragraph' && last?.kind === 'caption';
    if (raw.kind === 'heading' && raw.level !== null) {
      while (path.length > 0 && path.at(-1)!.level >= raw.level) path.pop();
      headings = path.map((entry) => entry.text);
    }
    if (raw.cell?.first) {
      table++;
      caption = raw.cell.caption ?? (last ? lead(last) : '');
    }
    const block = place(raw, captioned ? 'caption' : raw.kind, start, old);
    if (raw.kind === 'heading' && raw.level !== null) {
      path.push({ level: raw.level, text: readable(raw.text) });
      headings = path.map((entry) => entry.text);
    }
    last = raw;
    return block;
  }

  function place(raw: RawBlock, kind: Block['kind'], start: number, old: Block | undefined): Block {
    const above = old && sameTexts(old.headings, headings) ? old.headings : headings;
    if (above !== headings) headings = above;
    const { cell } = raw;
    const sameTable = cell === null || (old?.table?.index === table && old.table.caption === caption);
    const from = raw.start + start;
    if (old?.start === from && above === old.headings && sameTable && old.kind === kind && old.language === language) {
      return old;
    }
    return {
      kind,
      start: from,
      end: raw.end + start,
      text: raw.text,
      sentences: raw.sentences,
      headings: above,
      level: raw.level,
      table: cell && { column: cell.column, row: cell.row, caption, index: table },
      language,
      quoted: raw.quoted,
      links: raw.links,
      frozen: raw.frozen,
    };
  }

  const parts = all.map((part): Part => {
    const { piece, start, made } = part;
    for (const directive of piece.directives) {
      directives.push({ ...directive, start: directive.start + start, end: directive.end + start });
    }
    let changed = made.length !== piece.blocks.length;
    const now = piece.blocks.map((raw, i) => {
      const block = make(raw, start, made[i]);
      if (block !== made[i]) changed = true;
      blocks.push(block);
      return block;
    });
    return changed ? { ...part, made: now } : part;
  });
  return { blocks, directives, parts };
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

/** What leads to a table: the block before it, of a long one the last sentences. */
function lead(block: RawBlock): string {
  if (block.text.length <= CAPTION_LENGTH) return readable(block.text);
  const first = block.sentences.find((sentence) => block.text.length - sentence.start <= CAPTION_LENGTH);
  return readable(block.text.slice(first?.start ?? block.text.length - CAPTION_LENGTH));
}
