/**
 * A small pattern over the items of a sentence, as packs write it:
 * `word`  that word · `word*`  a word that begins so · `*word`  one that ends so (compounds) · `(a|b c)`  one of them · `(a|b)?`  or none ·
 * `\\(` `\\?` the sign itself · `_`  any one item · `...`  up to eight items · `#`  the amount itself · `@kind`  a subject of that kind (`@`: any).
 * Case, accents and hyphens do not count; an ideograph is a word, spaced or not.
 */
export type Element =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'suffix'; readonly text: string }
  | { readonly kind: 'either'; readonly of: readonly Pattern[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'subject'; readonly of: string };

export type Pattern = readonly Element[];

/** Without accents: cues are compared so ('entraîner', 'entrainer'). */
export const plain = (word: string): string => (ASCII.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, ''));
const ASCII = /^[\0-\x7F]*$/;

/** Stands for a literal opening bracket while groups are read. */
const BRACKET = '\u0001';
/** Stands for a literal question mark. */
const ASKED = '\u0002';

function element(word: string): Element {
  if (word === '_') return { kind: 'any' };
  if (word === '...') return { kind: 'gap' };
  if (word === '#') return { kind: 'amount' };
  if (word.startsWith('@')) return { kind: 'subject', of: word.slice(1) };
  if (word.endsWith('*') && word.length > 1) return { kind: 'prefix', text: plain(word.slice(0, -1)) };
  if (word.startsWith('*') && word.length > 1) return { kind: 'suffix', text: plain(word.slice(1)) };
  return { kind: 'word', text: word === BRACKET ? '(' : word === ASKED ? '?' : plain(word) };
}

/** One character, one token: see text/tokens.ts. */
const IDEOGRAPH = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]/g;

/** Reads a pattern; text must be folded. An unclosed group ends at the end of the text. */
export function compile(source: string): Pattern {
  const words = source
    .replaceAll('\\(', ` ${BRACKET} `)
    .replaceAll('\\?', ` ${ASKED} `)
    .replace(/[()|?]/g, ' $& ')
    .replace(IDEOGRAPH, ' $& ')
    .replaceAll("'", " ' ")
    .replaceAll('-', ' ')
    .split(' ')
    .filter((word) => word !== '');
  let at = 0;
  const sequence = (): Element[] => {
    const out: Element[] = [];
    while (at < words.length && words[at] !== ')' && words[at] !== '|') {
      const word = words[at++]!;
      if (word === '?') {
        const last = out.pop();
        if (last) out.push({ kind: 'either', of: last.kind === 'either' ? [...last.of, []] : [[last], []] });
      } else if (word === '(') {
        const of: Pattern[] = [sequence()];
        while (words[at] === '|') {
          at++;
          of.push(sequence());
        }
        at++;
        out.push({ kind: 'either', of });
      } else out.push(element(word));
    }
    return out;
  };
  const pattern: Element[] = sequence();
  while (at < words.length) {
    at++;
    pattern.push(...sequence());
  }
  return pattern;
}
