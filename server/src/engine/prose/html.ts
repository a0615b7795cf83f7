import type { BlockKind } from './block.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose text is no prose. */
export const UNREAD: ReadonlySet<string> = set(
  'code kbd samp var pre tt script style svg math template textarea select noscript iframe object canvas video audio',
);
/** Elements that begin and end a block of prose. */
export const BLOCK_TAGS: ReadonlySet<string> = set(
  `p div section article aside header footer main nav figure figcaption blockquote ul ol li dl dt dd table caption thead
tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr pre details summary address form fieldset legend body html head title center`
    .split(/\s+/)
    .join(' '),
);

/** Cells and rows of a table. */
export const isCell = (name: string): boolean => name === 'td' || name === 'th';
export const isHeaderCell = (name: string): boolean => name === 'th';
export const isRow = (name: string): boolean => name === 'tr';

/** Elements that make their text another kind of block. */
export const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['li', 'item'],
  ['dd', 'item'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['blockquote', 'quote'],
]);

/** A tag or a comment of HTML; spans are those of the text it was found in. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
}

const isNameStart = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** The tag that starts at `at` ('<'), or null. Quoted attribute values may hold '>'; a tag is at most 4,000 units long. */
export function readTag(text: string, at: number, limit: number = text.length): Tag | null {
  const closing = text.charCodeAt(at + 1) === 47;
  let i = at + (closing ? 2 : 1);
  const nameStart = i;
  if (!isNameStart(text.charCodeAt(i))) return null;
  while (i < limit && /[\w:-]/.test(text.charAt(i)) && i - nameStart < 40) i++;
  const name = text.slice(nameStart, i).toLowerCase();
  if (!/[\s/>]/.test(text.charAt(i)) || text.startsWith('//', i)) return null;
  const far = Math.min(limit, at + 4000);
  for (let quote = 0; i < far; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if ((c === 34 || c === 39) && text.charCodeAt(i - 1) === 61) quote = c;
    else if (c === 62) return { name, closing, start: at, end: i + 1 };
    else if (c === 60) return null;
  }
  return null;
}

const TARGET = 'href=';

/** The target of the link that a tag opens, or null. */
export function linkTarget(text: string, tag: Tag): string | null {
  if (tag.closing || tag.name !== 'a') return null;
  const attributes = text.slice(tag.start, tag.end - 1);
  const at = attributes.indexOf(TARGET);
  if (at < 0) return null;
  const value = attributes.slice(at + TARGET.length);
  const quote = value.charAt(0);
  const end = quote === '"' || quote === "'" ? value.indexOf(quote, 1) : value.search(/\s|$/);
  return end < 0 ? null : value.slice(quote === '"' || quote === "'" ? 1 : 0, end);
}

/**
 * How a superscript reads: an exponent ('10^25'), part of the word ('m2', '1er'), or a note's mark (not read).
 * `before` is the text in front of it.
 */
export function superscript(before: string, content: string): 'exponent' | 'word' | 'note' {
  const inner = content.trim();
  if (/^[-\u2212+]?\d{1,3}$/.test(inner) && /(^|[^\d.,\u00A0\u202F])\s?\d{1,2}$/.test(before)) return 'exponent';
  if (!/^[[(]?\d/.test(inner)) return /^[\p{L}\p{M}]+$/u.test(inner) ? 'word' : 'note';
  return /^[23]$/.test(inner) && /(^|[^\p{L}])\p{L}{1,2}$/u.test(before) ? 'word' : 'note';
}
