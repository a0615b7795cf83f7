/**
 * A small pattern over the items of a sentence, as packs write it:
 * `word`  that word · `word*`  a word that begins so · `(a|b)`  one of them · `_`  any one item ·
 * `...`  up to six items · `#`  the amount itself · `@kind`  a subject of that kind (`@`: any).
 */
export type Element =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'either'; readonly of: readonly Element[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'subject'; readonly of: string };

export type Pattern = readonly Element[];

function element(word: string): Element {
  if (word === '_') return { kind: 'any' };
  if (word === '...') return { kind: 'gap' };
  if (word === '#') return { kind: 'amount' };
  if (word.startsWith('@')) return { kind: 'subject', of: word.slice(1) };
  if (word.startsWith('(') && word.endsWith(')'))
    return { kind: 'either', of: word.slice(1, -1).split('|').map(element) };
  if (word.endsWith('*') && word.length > 1) return { kind: 'prefix', text: word.slice(0, -1) };
  return { kind: 'word', text: word };
}

/** Words are split at spaces; an apostrophe or hyphen is an item of its own. Text must be folded. */
export function compile(source: string): Pattern {
  return source
    .replaceAll("'", " ' ")
    .replaceAll('-', ' - ')
    .split(' ')
    .filter((word) => word !== '')
    .map(element);
}
