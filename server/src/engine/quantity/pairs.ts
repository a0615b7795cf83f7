import type { Draft } from './draft.ts';
import { find, type Reader } from './reader.ts';

/** Tokens that may stand between an amount and its restatement; before a bracket that opens with it, more. */
const MOST_BETWEEN = 6;
const MOST_BEFORE_BRACKET = 12;

/** '$1.6B (1,5 milliard d’euros)', 'soit', 'or about': the same amount in another currency. */
export function restates(r: Reader, first: Draft, second: Draft): boolean {
  if (!first.money || !second.money) return false;
  const [a, b] = [first.quantity.unit, second.quantity.unit];
  if (a === b || a.includes('/') || b.includes('/')) return false;
  const open = bracketBefore(r, second.first, first.next);
  if (open !== null && open - first.next <= MOST_BEFORE_BRACKET) return isFlat(r, first.next, open);
  if (second.first - first.next > MOST_BETWEEN) return false;
  let joined = false;
  for (let at = first.next; at < second.first; ) {
    const joint = find(r, r.words.pairs, at) ?? find(r, r.words.hedges, at);
    if (joint) joined = true;
    else if (r.tokens[at]!.text !== ',') return false;
    at = joint?.next ?? at + 1;
  }
  return joined;
}

const isBracket = (text: string): boolean => text === '(' || text === '[';

/** The bracket that opens with an amount, but for its hedge; null where none does. */
function bracketBefore(r: Reader, amount: number, from: number): number | null {
  for (let at = amount - 1; at >= from && amount - at <= MOST_BETWEEN; at--) {
    if (!isBracket(r.tokens[at]!.text)) continue;
    for (let inside = at + 1; inside < amount; ) {
      const word = find(r, r.words.pairs, inside) ?? find(r, r.words.hedges, inside);
      if (!word) return null;
      inside = word.next;
    }
    return at;
  }
  return null;
}

/** Neither a sentence's end nor another bracket stands between the two. */
const isFlat = (r: Reader, from: number, to: number): boolean =>
  !r.tokens.slice(from, to).some(({ text }) => isBracket(text) || text === ')' || text === '.' || text === ';');
