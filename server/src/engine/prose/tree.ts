import { type SyntaxNode, Tree, TreeFragment } from '@lezer/common';
import { markdownParser } from './grammar.ts';
import { foldLabel } from './inline.ts';

/** A parsed draft and what the next parse can reuse of it. */
export interface Parsed {
  readonly source: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

const CHUNK = 1024;
const CONTAINERS: ReadonlySet<string> = new Set([
  'Blockquote',
  'BulletList',
  'OrderedList',
  'ListItem',
  'FootnoteDefinition',
]);

/** Length of the common start of two texts. */
function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + CHUNK <= most && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Length of the common end of two texts, at most `most`. */
function commonSuffix(a: string, b: string, most: number): number {
  let n = 0;
  while (
    n + CHUNK <= most &&
    a.slice(a.length - n - CHUNK, a.length - n) === b.slice(b.length - n - CHUNK, b.length - n)
  ) {
    n += CHUNK;
  }
  while (n < most && a.charCodeAt(a.length - n - 1) === b.charCodeAt(b.length - n - 1)) n++;
  return n;
}

/** Parses Markdown; with the result for an earlier text only what changed is parsed again. */
export function parseMarkdown(source: string, previous: Parsed | null): Parsed {
  if (previous?.source === source) return previous;
  let reusable: readonly TreeFragment[] = [];
  if (previous) {
    const start = commonPrefix(previous.source, source);
    const same = commonSuffix(previous.source, source, Math.min(previous.source.length, source.length) - start);
    const change = {
      fromA: start,
      toA: previous.source.length - same,
      fromB: start,
      toB: source.length - same,
    };
    reusable = TreeFragment.applyChanges(previous.fragments, [change]);
  }
  const tree = markdownParser.parse(source, reusable);
  return { source, tree, fragments: TreeFragment.addTree(tree, reusable) };
}

/** A block on the top floor of a tree, and where it stands. */
export interface TopBlock {
  readonly tree: Tree;
  readonly start: number;
}

/** The top blocks of a parsed draft, in order. Trees of blocks that did not change are the same objects as before. */
export function topBlocks(tree: Tree, offset = 0, into: TopBlock[] = []): TopBlock[] {
  tree.children.forEach((child, i) => {
    const start = offset + tree.positions[i]!;
    if (!(child instanceof Tree)) return;
    if (child.type.isAnonymous) topBlocks(child, start, into);
    else if (child.length > 0) into.push({ tree: child, start });
  });
  return into;
}

/** The reference labels that a block defines, folded, with their targets. Positions are the block's own. */
export function definedLabels(source: string, node: SyntaxNode, into: [string, string][] = []): [string, string][] {
  if (node.name === 'LinkReference') {
    const label = node.getChild('LinkLabel');
    const url = node.getChild('URL');
    if (label && url) into.push([foldLabel(source.slice(label.from, label.to)), source.slice(url.from, url.to)]);
  } else if (CONTAINERS.has(node.name)) {
    for (let child = node.firstChild; child; child = child.nextSibling) definedLabels(source, child, into);
  }
  return into;
}
