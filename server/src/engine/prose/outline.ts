import type { Block, Directive } from './block.ts';
import { readable } from './inline.ts';
import type { Piece, RawBlock } from './piece.ts';

/** A piece and where it stands now. */
export interface Placed {
  readonly piece: Piece;
  readonly start: number;
}

/** Blocks made earlier for a raw block: given again where nothing about them changed. */
export type Made = WeakMap<RawBlock, Block>;

const CAPTION_LENGTH = 300;

/** Puts pieces in their place: absolute spans, headings above, tables numbered and captioned. */
export function outline(
  pieces: readonly Placed[],
  title: string | null,
  language: string | null,
  made: Made,
): { blocks: Block[]; directives: Directive[] } {
  const blocks: Block[] = [];
  const directives: Directive[] = [];
  const path: { level: number; text: string }[] = title ? [{ level: 0, text: title }] : [];
  let headings: readonly string[] = path.map((entry) => entry.text);
  let table = -1;
  let caption = '';
  let last: RawBlock | null = null;
  for (const { piece, start } of pieces) {
    const by = start - piece.from;
    for (const directive of piece.directives) {
      directives.push(by === 0 ? directive : { ...directive, start: directive.start + by, end: directive.end + by });
    }
    for (const raw of piece.blocks) {
      const captioned = raw.kind === 'paragraph' && raw.emphasised && last?.kind === 'caption';
      const kind = captioned ? 'caption' : raw.kind;
      if (raw.level !== null && kind === 'heading') {
        while (path.length > 0 && path.at(-1)!.level >= raw.level) path.pop();
        headings = path.map((entry) => entry.text);
      }
      if (raw.cell?.first) {
        table++;
        caption = raw.cell.caption ?? (last ? lead(last) : '');
      }
      const cell = raw.cell && { column: raw.cell.column, row: raw.cell.row, caption, index: table };
      const block = place(raw, by, { kind, headings, table: cell, language }, made);
      blocks.push(block);
      if (raw.level !== null && kind === 'heading') {
        path.push({ level: raw.level, text: readable(raw.text) });
        headings = path.map((entry) => entry.text);
      }
      last = raw;
    }
  }
  return { blocks, directives };
}

type Place = Pick<Block, 'kind' | 'headings' | 'table' | 'language'>;

function place(raw: RawBlock, by: number, at: Place, made: Made): Block {
  const old = made.get(raw);
  const start = raw.start + by;
  if (old && old.start === start && old.kind === at.kind && old.language === at.language && samePlace(old, at)) {
    return old;
  }
  const { cell: _cell, emphasised: _emphasised, ...rest } = raw;
  const block: Block = {
    ...rest,
    ...at,
    headings: old && sameTexts(old.headings, at.headings) ? old.headings : at.headings,
    start,
    end: raw.end + by,
  };
  made.set(raw, block);
  return block;
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

function samePlace(old: Block, at: Place): boolean {
  const a = old.table;
  const b = at.table;
  const sameTable =
    a === b ||
    (a !== null &&
      b !== null &&
      a.index === b.index &&
      a.caption === b.caption &&
      a.column === b.column &&
      a.row === b.row);
  return sameTable && sameTexts(old.headings, at.headings);
}

/** What leads to a table: the block before it, of a long one the last sentences. */
function lead(block: RawBlock): string {
  if (block.text.length <= CAPTION_LENGTH) return readable(block.text);
  const first = block.sentences.find((sentence) => block.text.length - sentence.start <= CAPTION_LENGTH);
  return readable(block.text.slice(first?.start ?? block.text.length - CAPTION_LENGTH));
}
