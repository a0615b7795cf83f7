import { own } from '../text/own.ts';
import { align } from './align.ts';
import { readBlocks } from './blocks.ts';
import { MAX_BLOCKS, NOTHING, type Part, type Piece } from './piece.ts';
import type { SentenceWords } from './sentences.ts';
import { definedLabels, type Parsed, parseMarkdown, type TopBlock, topBlocks } from './tree.ts';

/** A reading of Markdown and what the next one reuses. */
export interface MarkdownReading {
  readonly parsed: Parsed;
  readonly parts: readonly Part[];
  /** All reference labels of the draft: with others, every link reads anew. */
  readonly labels: string;
  /** Its last block is code or HTML that was not closed. */
  readonly open: boolean;
}

const ENCLOSING: ReadonlySet<string> = new Set(['HTMLBlock', 'CommentBlock', 'ProcessingInstructionBlock']);

function isOpen(last: TopBlock | undefined): boolean {
  if (!last) return false;
  const { name } = last.tree.type;
  return ENCLOSING.has(name) || (name === 'FencedCode' && last.tree.topNode.getChildren('CodeMark').length < 2);
}

/** Reads Markdown; of `previous` all that did not change is kept. */
export function readMarkdown(source: string, words: SentenceWords, previous: MarkdownReading | null): MarkdownReading {
  // The parser knows one line end; the length stays.
  const lines = source.includes('\r') ? source.replaceAll('\r\n', ' \n') : source;
  const parsed = parseMarkdown(lines, previous?.parsed ?? null);
  const tops = topBlocks(parsed.tree);
  const known = align(
    previous?.parts ?? [],
    tops.map((top) => top.tree),
  );
  const defines = tops.map(
    ({ tree, start }, i) => known[i]?.defines ?? definedLabels(source.slice(start, start + tree.length), tree.topNode),
  );
  const defined = new Map<string, string>();
  for (const pairs of defines) for (const [label, url] of pairs) if (!defined.has(label)) defined.set(label, url);
  const labels = [...defined].join('\n');
  const same = previous?.labels === labels;
  let count = 0;
  const parts = tops.map(({ tree, start }, i): Part => {
    const old = same ? known[i] : undefined;
    const labelled = defines[i]!;
    if (count > MAX_BLOCKS) return { key: null, start, piece: NOTHING, defines: labelled, was: null };
    const read = (): Piece =>
      readBlocks({ source: own(source.slice(start, start + tree.length)), labels: defined, words }, tree.topNode);
    const piece = old?.piece ?? read();
    count += piece.blocks.length;
    return old?.start === start ? old : { key: tree, start, piece, defines: labelled, was: old?.was ?? null };
  });
  return { parsed, parts, labels, open: isOpen(tops.at(-1)) };
}
