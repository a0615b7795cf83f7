import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../text/span.ts';
import type { Directive } from './block.ts';
import { readDirective } from './directives.ts';
import { decodeEntity } from './entities.ts';
import { linkTarget, readTag, superscript, UNREAD } from './html.ts';
import type { Leaf } from './leaf.ts';
import { lineListBreaks } from './lineList.ts';
import { readLine } from './lineRead.ts';
import { Mask } from './mask.ts';
import { maskMath } from './math.ts';

/** `[1]`, `[2, 3]`: the mark of a reference, no number of the text. */
const CITATION = /^\[{1,2}\d{1,3}(\s?[-\u2013,]\s?\d{1,3}){0,4}\]{1,2}($|\()/;
/** `[^id]`, `[@key]`, `[!NOTE]`: marks that are never read. */
const MARK = /^\[[\^@!]/;

/** Masks the stretch [from, to) of a leaf block; `labels` are the reference definitions of the draft, folded. */
export function readInline(
  source: string,
  block: SyntaxNode,
  from: number,
  to: number,
  labels: ReadonlyMap<string, string>,
): Leaf {
  if (block.firstChild?.name === 'Flood') return readLine(source, from, to);
  const mask = new Mask(source, from, to);
  const frozen: Span[] = [];
  const links: (Span & { url: string })[] = [];
  const directives: Directive[] = [];
  const breaks: number[] = [];
  const freeze = (start: number, end: number): void => {
    frozen.push({ start: start - from, end: end - from });
  };
  const hide = (start: number, end: number): void => {
    mask.hide(start, end);
    freeze(start, end);
  };
  const close = (start: number, end: number): void => {
    mask.close(start, end);
    freeze(start, end);
  };

  /** Returns the node after which to go on. */
  function tag(node: SyntaxNode): SyntaxNode {
    const found = readTag(source, node.from, node.to);
    if (found?.name === 'br') {
      breaks.push(node.from - from);
      mask.put(node.from, node.to, ' ');
      freeze(node.from, node.to);
      return node;
    }
    const raised = found?.name === 'sup';
    if (found === null || found.closing || !(raised || UNREAD.has(found.name))) {
      hide(node.from, node.to);
      const url = found && linkTarget(source, found);
      const shut = url && found ? endTag(node, found.name) : null;
      if (url && shut) links.push({ start: node.to - from, end: Math.min(shut.from, to) - from, url });
      return node;
    }
    const last = endTag(node, found.name);
    if (last === null) {
      hide(node.from, node.to);
      return node;
    }
    if (!raised) {
      close(node.from, last.to);
      return last;
    }
    const role = superscript(source.slice(Math.max(from, node.from - 12), node.from), source.slice(node.to, last.from));
    if (role === 'note') {
      hide(node.from, last.to);
      return last;
    }
    if (role === 'exponent') mask.put(node.from, node.to, '^');
    else mask.hide(node.from, node.to);
    freeze(node.from, node.to);
    return node;
  }

  /** The end tag of an element, looked for among the next 50 nodes. */
  function endTag(node: SyntaxNode, name: string): SyntaxNode | null {
    let next = node.nextSibling;
    for (let i = 0; next && i < 50; i++, next = next.nextSibling) {
      const other = next.name === 'HTMLTag' ? readTag(source, next.from, next.to) : null;
      if (other?.closing && other.name === name) return next;
    }
    return null;
  }

  function link(node: SyntaxNode): void {
    const raw = source.slice(node.from, Math.min(node.to, node.from + 200));
    const marks = node.getChildren('LinkMark');
    const target = node.getChild('URL');
    const label = node.getChild('LinkLabel');
    const bracket = marks[1];
    if ((!target && MARK.test(raw)) || ((!target || raw.startsWith('[[')) && CITATION.test(raw))) {
      hide(node.from, node.to);
      return;
    }
    const named = label && label.to - label.from > 2 ? label : { from: node.from, to: bracket?.to ?? node.to };
    const wiki = raw.startsWith('[[');
    if (!bracket || !(target || wiki || labels.has(foldLabel(source.slice(named.from, named.to))))) {
      walk(node, 'LinkMark');
      return;
    }
    const start = marks[0]!.to;
    hide(node.from, start);
    walk(node, 'LinkMark', bracket.from);
    hide(bracket.from, node.to);
    const url = target
      ? source.slice(target.from, target.to)
      : labels.get(foldLabel(source.slice(named.from, named.to)));
    links.push({ start: start - from, end: bracket.from - from, url: bare(url ?? '') });
  }

  function visit(node: SyntaxNode): SyntaxNode {
    if (node.to <= from || node.from >= to) return node;
    switch (node.name) {
      case 'EmphasisMark':
      case 'StrikethroughMark':
      case 'HeaderMark':
      case 'QuoteMark':
      case 'ListMark':
      case 'TaskMarker':
        mask.hide(node.from, node.to);
        return node;
      case 'InlineCode':
        close(node.from, node.to);
        return node;
      case 'Image':
        hide(node.from, node.to);
        return node;
      case 'URL':
      case 'Autolink': {
        close(node.from, node.to);
        const raw = source.slice(node.from, node.to);
        links.push({ start: node.from - from, end: node.to - from, url: bare(raw) });
        return node;
      }
      case 'Link':
        link(node);
        return node;
      case 'HTMLTag':
        return tag(node);
      case 'Template':
      case 'Comment': {
        hide(node.from, node.to);
        const directive = readDirective(source.slice(node.from, node.to), node.from);
        if (directive) directives.push(directive);
        return node;
      }
      case 'ProcessingInstruction':
        hide(node.from, node.to);
        return node;
      case 'Entity': {
        const character = decodeEntity(source.slice(node.from, node.to));
        if (character !== null) mask.put(node.from, node.to, character);
        return node;
      }
      case 'Escape':
        mask.hide(node.from, node.from + 1);
        return node;
      case 'HardBreak':
        breaks.push(node.from - from);
        mask.put(node.from, node.to, ' ');
        return node;
      case 'Formula':
        maskMath(mask, source, node.from, node.to);
        freeze(node.from, node.to);
        return node;
      default:
        walk(node);
        return node;
    }
  }

  function walk(parent: SyntaxNode, skip = '', end: number = to): void {
    for (let child = parent.firstChild; child && child.from < end; child = child.nextSibling) {
      if (child.name !== skip) child = visit(child);
    }
  }

  walk(block);
  const lines = lineListBreaks(source, from, to);
  if (lines.length > 0) breaks.push(...lines);
  return { text: mask.finish(), frozen, links, directives, breaks: breaks.sort((a, b) => a - b) };
}

/** A URL without the pointed brackets around it. */
const bare = (url: string): string => url.replace(/^<|>$/g, '');

export const isLink = (node: SyntaxNode): boolean => node.name === 'Link';

/** Reference labels compare without case and with one space for many. */
export const foldLabel = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();
