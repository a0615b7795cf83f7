import type { Draft } from './draft.ts';
import { find, type Reader } from './reader.ts';

/** Tokens that may stand between an amount and its restatement. */
const MOST_BETWEEN = 6;

/** '$1.6B (1,5 milliard d’euros)', 'soit', 'or about': the same amount in another currency. */
export function restates(r: Reader, first: Draft, second: Draft): boolean {
  if (!first.money || !second.money) return false;
  const [a, b] = [first.quantity.unit, second.quantity.unit];
  if (a === b || a.includes('/') || b.includes('/')) return false;
  if (second.first - first.next > MOST_BETWEEN) return false;
  let joined = false;
  for (let at = first.next; at < second.first; ) {
    const joint = find(r, r.words.pairs, at) ?? find(r, r.words.hedges, at);
    const mark = r.tokens[at]!.text;
    if (joint || mark === '(' || mark === '[') joined = true;
    else if (mark !== ',') return false;
    at = joint?.next ?? at + 1;
  }
  return joined;
}
