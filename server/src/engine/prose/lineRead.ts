import type { Span } from '../text/span.ts';
import type { Directive } from './block.ts';
import { readDirective } from './directives.ts';
import { decodeEntity, entityEnd } from './entities.ts';
import { readTag } from './html.ts';
import type { Leaf } from './leaf.ts';
import { Mask } from './mask.ts';
import { maskMath, mathEnd } from './math.ts';
import { templateEnd } from './template.ts';
import { urlEnd } from './urls.ts';

const CITATION = /^\[\d{1,3}(\s?[-\u2013,]\s?\d{1,3}){0,4}\]/;
/** Masks the stretch [from, to) of plain text: URLs, addresses, character references, tags, comments, formulas. Linear. */
export function readLine(source: string, from: number, to: number): Leaf {
  const mask = new Mask(source, from, to);
  const frozen: Span[] = [];
  const links: (Span & { url: string })[] = [];
  const directives: Directive[] = [];
  const breaks: number[] = [];
  const freeze = (start: number, end: number): number => {
    frozen.push({ start: start - from, end: end - from });
    return end;
  };
  const hide = (start: number, end: number): number => {
    mask.hide(start, end);
    return freeze(start, end);
  };
  /** Where the next comment ends; the stretch's end where none does. */
  let nextEnd = from;

  function sign(at: number): number {
    switch (source.charAt(at)) {
      case '&': {
        const end = entityEnd(source, at);
        const character = end > 0 && end <= to ? decodeEntity(source.slice(at, end)) : null;
        if (character === null) return -1;
        mask.put(at, end, character);
        return end;
      }
      case '<': {
        if (at >= nextEnd && source.startsWith('<!--', at)) {
          const shut = source.slice(at, to).indexOf('-->');
          nextEnd = shut < 0 ? to : at + shut;
        }
        if (nextEnd > at && nextEnd < to && source.startsWith('<!--', at)) {
          const end = nextEnd + 3;
          const directive = readDirective(source.slice(at, end), at);
          if (directive) directives.push(directive);
          return hide(at, end);
        }
        const tag = readTag(source, at, to);
        if (tag?.name !== 'br') return tag ? hide(at, tag.end) : -1;
        breaks.push(at - from);
        mask.put(at, tag.end, ' ');
        return freeze(at, tag.end);
      }
      case '[': {
        const citation = CITATION.exec(source.slice(at, Math.min(to, at + 40)));
        return citation ? hide(at, at + citation[0].length) : -1;
      }
      case '{': {
        const end = templateEnd(source, at);
        return end < 0 || end > to ? -1 : hide(at, end);
      }
      case '\\':
      case '$': {
        const end = mathEnd(source, at);
        if (end < 0 || end > to) return -1;
        maskMath(mask, source, at, end);
        return freeze(at, end);
      }
      default: {
        if (!/\w/.test(source.charAt(at)) || (at > from && /\w/.test(source.charAt(at - 1)))) return -1;
        const end = urlEnd(source, at, to);
        if (end < 0) return -1;
        mask.close(at, end);
        links.push({ start: at - from, end: end - from, url: source.slice(at, end) });
        return freeze(at, end);
      }
    }
  }

  for (let at = from; at < to; ) {
    const end = sign(at);
    at = end > at ? end : at + 1;
  }
  return { text: mask.finish(), frozen, links, directives, breaks };
}
