import type { Span } from '../text/span.ts';
import type { Directive } from './block.ts';
import { readDirective } from './directives.ts';
import { decodeEntity, entityEnd } from './entities.ts';
import { readTag } from './html.ts';
import type { Leaf } from './inline.ts';
import { Mask } from './mask.ts';
import { maskMath, mathEnd } from './math.ts';

const CITATION = /^\[\d{1,3}(\s?[-\u2013,]\s?\d{1,3}){0,4}\]/;
const SCHEME = '://';
const urlEnds = /[\s<>"\u00AB\u00BB\u201C\u201D]/;

/** End of the URL or mail address whose `://`, `www.` or `@` stands at `at`, and its start; null if there is none. */
function urlAround(text: string, at: number, floor: number, limit: number): Span | null {
  let start = at;
  while (start > floor && at - start < 64 && /[\w.+-]/.test(text.charAt(start - 1))) start--;
  let end = at;
  while (end < limit && end - at < 4000 && !urlEnds.test(text.charAt(end))) end++;
  while (end > at && /[.,;:!?)\]}'\u2019*_]/.test(text.charAt(end - 1))) end--;
  const address = text.charAt(at) === '@';
  if (address && !/^@[\w-]+(\.[\w-]+)+/.test(text.slice(at, end))) return null;
  if (start === at && !text.startsWith('www', at)) return null;
  return end - at > 3 ? { start, end } : null;
}

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
  const url = (found: Span): number => {
    mask.close(found.start, found.end);
    links.push({ start: found.start - from, end: found.end - from, url: source.slice(found.start, found.end) });
    return freeze(found.start, found.end);
  };
  let done = from;

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
        const comment = source.startsWith('<!--', at) ? source.slice(at, to).indexOf('-->') : -1;
        if (comment >= 0) {
          const end = at + comment + 3;
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
      case '\\':
      case '$': {
        const end = mathEnd(source, at);
        if (end < 0 || end > to) return -1;
        maskMath(mask, source, at, end);
        return freeze(at, end);
      }
      case ':':
      case '@':
      case 'w': {
        if (!source.startsWith(SCHEME, at) && !source.startsWith('www.', at) && source.charAt(at) !== '@') return -1;
        if (source.charAt(at) === 'w' && /[\w.]/.test(source.charAt(at - 1))) return -1;
        const found = urlAround(source, at, Math.max(from, done), to);
        return found ? url(found) : -1;
      }
      default:
        return -1;
    }
  }

  for (let at = from; at < to; ) {
    const end = sign(at);
    if (end > at) done = end;
    at = end > at ? end : at + 1;
  }
  return { text: mask.finish(), frozen, links, directives, breaks };
}
