import type { Span } from '../text/span.ts';
import type { BlockKind, Directive } from './block.ts';
import { readDirective } from './directives.ts';
import { decodeEntity, entityEnd } from './entities.ts';
import {
  BLOCK_TAGS,
  isCell,
  isHeaderCell,
  isRow,
  KINDS,
  linkTarget,
  readTag,
  superscript,
  type Tag,
  UNREAD,
} from './html.ts';
import { type Leaf, readable } from './leaf.ts';
import { Mask } from './mask.ts';
import { type RawBlock, rawBlock } from './piece.ts';
import type { SentenceWords } from './sentences.ts';
import { type Cell, firstRowIsHeader, tableBlocks } from './tables.ts';

/** A change to the masked text: hide, close, or put the character. */
type Change = Span & { readonly to: 'hidden' | 'opaque' | string };

/** Reads the stretch [from, to) as HTML: the text between tags is prose, attributes and comments are not. */
export function readHtml(
  source: string,
  from: number,
  to: number,
  words: SentenceWords,
  place: { readonly kind: BlockKind; readonly quote: boolean },
): { blocks: RawBlock[]; directives: Directive[] } {
  const blocks: RawBlock[] = [];
  const directives: Directive[] = [];
  const open: { name: string; kind: BlockKind; level: number }[] = [];
  let changes: Change[] = [];
  let breaks: number[] = [];
  let links: (Span & { readonly url: string })[] = [];
  let target: { readonly start: number; readonly url: string } | null = null;
  let start = from;
  let rows: Cell[][] | null = null;
  let caption: string | null = null;
  let header = false;
  /** Elements of which no end tag follows: looked for once. */
  const unclosed = new Set<string>();

  function flush(end: number): void {
    let first = start;
    let last = end;
    while (first < last && /\s/.test(source.charAt(first))) first++;
    while (last > first && /\s/.test(source.charAt(last - 1))) last--;
    const top = open.at(-1);
    const kind = top?.kind ?? place.kind;
    const block = first < last ? rawBlock(kind, first, mask(first, last), words, more(top?.level ?? 0)) : null;
    if (kind === 'cell' && rows) rows.at(-1)?.push({ block, column: rows.at(-1)!.length, header });
    else if (block) blocks.push(block);
    if (block && kind === 'caption' && rows) caption = readable(block.text);
    changes = [];
    breaks = [];
    links = [];
    target = null;
    start = end;
  }

  function more(level: number): { quote: boolean; level?: number } {
    const quote = place.quote || open.some((entry) => entry.name === 'blockquote');
    return level > 0 ? { quote, level } : { quote };
  }

  function mask(first: number, last: number): Leaf {
    const out = new Mask(source, first, last);
    const frozen: Span[] = [];
    for (const change of changes) {
      if (change.to === 'hidden') out.hide(change.start, change.end);
      else if (change.to === 'opaque') out.close(change.start, change.end);
      else out.put(change.start, change.end, change.to);
      if (change.end > first && change.start < last) {
        frozen.push({ start: Math.max(first, change.start) - first, end: Math.min(last, change.end) - first });
      }
    }
    const inside = breaks.filter((at) => at >= first && at < last).map((at) => at - first);
    const within = links.filter((link) => link.start >= first && link.end <= last && link.start < link.end);
    const moved = within.map((link) => ({ ...link, start: link.start - first, end: link.end - first }));
    return { text: out.finish(), frozen, links: moved, directives: [], breaks: inside };
  }

  function endTable(): void {
    if (!rows) return;
    const marked = rows.some((row) => row.some((cell) => cell.header));
    const [first, ...rest] = rows;
    const named =
      !marked && firstRowIsHeader(rows) ? [first!.map((cell) => ({ ...cell, header: true })), ...rest] : rows;
    for (const block of tableBlocks(named, caption)) blocks.push(block);
    rows = null;
    caption = null;
  }

  function blockTag(tag: Tag): void {
    if (rows && open.at(-1)?.kind === 'cell' && !/^t/.test(tag.name)) return;
    const cell = isCell(tag.name);
    if (!tag.closing && cell && open.at(-1)?.kind === 'cell') close(open.at(-1)!.name, tag.start);
    if (!cell && open.at(-1)?.kind === 'cell') close(open.at(-1)!.name, tag.start);
    if (tag.closing) {
      if (open.some((entry) => entry.name === tag.name)) close(tag.name, tag.start);
      else flush(tag.start);
    } else {
      flush(tag.start);
      const level = /^h[1-6]$/.test(tag.name) ? Number(tag.name.charAt(1)) : 0;
      const kind = level > 0 ? 'heading' : KINDS.get(tag.name);
      if (kind && open.length < 64) open.push({ name: tag.name, kind, level });
      header = isHeaderCell(tag.name);
    }
    start = tag.end;
    if (tag.name === 'table') {
      endTable();
      rows = tag.closing ? null : [];
    } else if (isRow(tag.name) && !tag.closing && rows) rows.push([]);
    else if (cell && !tag.closing && rows?.length === 0) rows.push([]);
  }

  function close(name: string, at: number): void {
    flush(at);
    while (open.length > 0 && open.pop()!.name !== name);
  }

  function anchor(tag: Tag): void {
    const url = linkTarget(source, tag);
    if (url !== null) target = { start: tag.end, url };
    else if (tag.closing && target && tag.name === 'a') {
      links.push({ start: target.start, end: tag.start, url: target.url });
      target = null;
    }
  }

  function inlineTag(tag: Tag): number {
    changes.push({ start: tag.start, end: tag.end, to: 'hidden' });
    anchor(tag);
    const raised = tag.name === 'sup';
    if (tag.closing || !(raised || UNREAD.has(tag.name))) return tag.end;
    const shut = unclosed.has(tag.name) ? -1 : source.slice(tag.end, to).indexOf(`</${tag.name}`);
    if (shut < 0) {
      unclosed.add(tag.name);
      return tag.end;
    }
    const inner = tag.end + shut;
    if (!raised) changes.push({ start: tag.end, end: inner, to: 'opaque' });
    else {
      const role = superscript(source.slice(Math.max(start, tag.start - 12), tag.start), source.slice(tag.end, inner));
      if (role === 'word') return tag.end;
      changes.pop();
      changes.push({ start: tag.start, end: role === 'note' ? inner : tag.end, to: role === 'note' ? 'hidden' : '^' });
      if (role === 'exponent') return tag.end;
    }
    return inner;
  }

  for (let at = from; at < to; ) {
    const c = source.charCodeAt(at);
    if (c === 38) {
      const end = entityEnd(source, at);
      const character = end > 0 && end <= to ? decodeEntity(source.slice(at, end)) : null;
      if (character !== null) changes.push({ start: at, end, to: character });
      at = character === null ? at + 1 : end;
      continue;
    }
    if (c !== 60) {
      at++;
      continue;
    }
    if (source.startsWith('<!', at) || source.startsWith('<?', at)) {
      const comment = source.startsWith('<!--', at);
      const mark = source.indexOf(comment ? '-->' : '>', at + 2);
      const end = mark < 0 || mark >= to ? to : mark + (comment ? 3 : 1);
      const directive = comment ? readDirective(source.slice(at, end), at) : null;
      if (directive) directives.push(directive);
      changes.push({ start: at, end, to: 'hidden' });
      at = end;
      continue;
    }
    const tag = readTag(source, at, to);
    if (tag === null) {
      const open = /^<\/?\w/.test(source.slice(at, at + 3)) && !source.slice(at, to).includes('>');
      const end = open ? to : at + 1;
      if (open) changes.push({ start: at, end, to: 'hidden' });
      at = end;
    } else if (tag.name === 'br') {
      breaks.push(tag.start);
      changes.push({ start: tag.start, end: tag.end, to: ' ' });
      at = tag.end;
    } else if (BLOCK_TAGS.has(tag.name) && !UNREAD.has(tag.name)) {
      blockTag(tag);
      if (open.at(-1)?.kind === 'cell' && start < tag.start) changes.push({ start: tag.start, end: tag.end, to: ' ' });
      at = tag.end;
    } else at = inlineTag(tag);
  }
  flush(to);
  endTable();
  blocks.sort((a, b) => a.start - b.start);
  return { blocks, directives };
}
