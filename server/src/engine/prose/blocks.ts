import type { SyntaxNode } from '@lezer/common';
import type { BlockKind, Directive } from './block.ts';
import { readHtml } from './htmlBlock.ts';
import { isLink, readInline } from './inline.ts';
import { labelledRow } from './labelled.ts';
import type { Leaf } from './leaf.ts';
import { linedRows } from './linedRows.ts';
import { pastedTables } from './pastedTables.ts';
import { MAX_BLOCKS, type Piece, type RawBlock, rawBlock } from './piece.ts';
import type { SentenceWords } from './sentences.ts';
import { type Cell, tableBlocks } from './tables.ts';

interface Place {
  readonly kind: BlockKind;
  readonly quote: boolean;
}

/** What a reading needs besides the tree: its text, the draft's reference labels, the words that split sentences. */
export interface Reading {
  readonly source: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly words: SentenceWords;
}

/** GitHub's alerts look like quotations and quote nobody. */
const ALERT = /^>\s?\[!\w+\]/;
const space = /\s/;

/** Reads one block of a Markdown tree, with all that is nested in it. `source` begins where the block begins. */
export function readBlocks(reading: Reading, top: SyntaxNode): Piece {
  const { source, labels, words } = reading;
  const blocks: RawBlock[] = [];
  const directives: Directive[] = [];

  function leaf(node: SyntaxNode, from: number, to: number): Leaf {
    const read = readInline(source, node, from, to, labels);
    for (const directive of read.directives) directives.push(directive);
    return read;
  }

  function add(node: SyntaxNode, start: number, stop: number, place: Place, level?: number): void {
    const task = node.getChild('TaskMarker');
    let from = task ? Math.max(start, task.to) : start;
    let to = stop;
    while (from < to && space.test(source.charAt(from))) from++;
    while (to > from && space.test(source.charAt(to - 1))) to--;
    if (from === to) return;
    const emphasised = node.getChildren('Emphasis').some((child) => child.from === from && child.to === to);
    const more = { quote: place.quote, emphasised, ...(level === undefined ? {} : { level }) };
    const block = rawBlock(place.kind, from, leaf(node, from, to), words, more);
    if (block) blocks.push(block);
  }

  function image(node: SyntaxNode, place: Place): void {
    const [open, close] = node.getChildren('LinkMark');
    if (open && close) add(node, open.to, close.from, { ...place, kind: 'caption' });
  }

  /** Rows of a table that lost its bars are cells; the lines before and after them paragraphs. */
  function paragraph(node: SyntaxNode, place: Place): void {
    const tables = place.kind === 'paragraph' && !place.quote ? pastedTables(source, node.from, node.to) : [];
    let from = node.from;
    for (const { rows, headed } of tables) {
      prose(node, from, rows[0]!.from, place);
      for (const block of linedRows(rows, headed, source, words, (start, to) => leaf(node, start, to)))
        blocks.push(block);
      from = rows.at(-1)!.to;
    }
    prose(node, from, node.to, place);
  }

  /** A picture at the start or the end of a line stands apart from the text around it. */
  function prose(node: SyntaxNode, start: number, end: number, place: Place): void {
    let from = start;
    let kind = place.kind;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const picture = child.name === 'Image' ? child : isLink(child) ? child.getChild('Image') : null;
      if (!picture || child.from < start || child.to > end || !atLineEdge(node, child)) continue;
      add(node, from, child.from, { ...place, kind });
      image(picture, place);
      from = child.to;
      kind = 'caption';
    }
    const rest = from === start ? place.kind : captionOr(node, from, place.kind);
    add(node, from, end, { ...place, kind: rest });
  }

  function captionOr(node: SyntaxNode, from: number, kind: BlockKind): BlockKind {
    const emphasis = node.getChildren('Emphasis').at(-1);
    if (!emphasis || emphasis.from < from) return kind;
    return source.slice(from, emphasis.from).trim() + source.slice(emphasis.to, node.to).trim() === ''
      ? 'caption'
      : kind;
  }

  function atLineEdge(node: SyntaxNode, child: SyntaxNode): boolean {
    const before = source.slice(Math.max(node.from, child.from - 80), child.from);
    const after = source.slice(child.to, Math.min(node.to, child.to + 80));
    return /(^|[\r\n])[\s>]*$/.test(before) || /^\s*($|[\r\n])/.test(after);
  }

  function table(node: SyntaxNode, place: Place): void {
    const rows: Cell[][] = [];
    let count = 0;
    for (let row = node.firstChild; row && count <= MAX_BLOCKS; row = row.nextSibling) {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
      const cells: Cell[] = [];
      let column = source.charAt(row.from) === '|' ? -1 : 0;
      for (let child = row.firstChild; child; child = child.nextSibling) {
        if (child.name === 'TableDelimiter') column++;
        if (child.name !== 'TableCell') continue;
        const block = rawBlock('cell', child.from, leaf(child, child.from, child.to), words, { quote: place.quote });
        cells.push({ block, column, header: row.name === 'TableHeader' });
      }
      count += cells.length;
      rows.push(cells);
    }
    for (const block of tableBlocks(rows)) blocks.push(block);
  }

  function html(node: SyntaxNode, place: Place): void {
    const read = readHtml(source, node.from, node.to, words, place);
    for (const block of read.blocks) blocks.push(block);
    for (const directive of read.directives) directives.push(directive);
  }

  function visit(node: SyntaxNode, place: Place): void {
    if (blocks.length > MAX_BLOCKS) return;
    switch (node.name) {
      case 'Paragraph':
      case 'Task':
        paragraph(node, place);
        break;
      case 'Table':
        table(node, place);
        break;
      case 'HTMLBlock':
      case 'CommentBlock':
      case 'ProcessingInstructionBlock':
        html(node, place);
        break;
      case 'Blockquote': {
        const quote = place.quote || !ALERT.test(source.slice(node.from, node.from + 20));
        children(node, { kind: quote && place.kind === 'paragraph' ? 'quote' : place.kind, quote });
        break;
      }
      case 'ListItem':
        children(node, { ...place, kind: 'item' });
        break;
      case 'FootnoteDefinition':
        children(node, { ...place, kind: 'footnote' });
        break;
      case 'BulletList':
      case 'OrderedList':
        if (!list(node, place)) children(node, place);
        break;
      default:
        if (node.name.includes('Heading')) heading(node, place);
    }
  }

  /** A list of names with bare numbers is a table of two columns. */
  function list(node: SyntaxNode, place: Place): boolean {
    if (place.quote || place.kind !== 'paragraph') return false;
    const rows = node.getChildren('ListItem').map((item) => {
      const text = item.getChild('ListMark')?.nextSibling;
      return text?.name === 'Paragraph' && !text.nextSibling ? labelledRow(source, text.from, text.to) : null;
    });
    if (rows.length < 2 || !rows.every((row) => row !== null)) return false;
    for (const block of linedRows(rows, false, source, words, (from, to) => leaf(node, from, to))) blocks.push(block);
    return true;
  }

  function heading(node: SyntaxNode, place: Place): void {
    let { from, to } = node;
    for (const mark of node.getChildren('HeaderMark')) {
      if (mark.from === node.from && node.name.startsWith('ATX')) from = mark.to;
      else to = Math.min(to, mark.from);
    }
    add(node, from, to, { ...place, kind: 'heading' }, Number(node.name.at(-1)));
  }

  function children(node: SyntaxNode, place: Place): void {
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, place);
  }

  visit(top, { kind: 'paragraph', quote: false });
  return { blocks, directives };
}
