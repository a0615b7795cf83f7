import type { Direction } from '../language/quantityWords.ts';
import { find, type Reader } from './reader.ts';

const BEFORE = 5;
const AFTER = 3;

/** Where a share or factor points: '+12 %', 'fell 16 %', '45 % more', 'dix fois moins'. `first` and `next` are its tokens. */
export function directionOf(r: Reader, first: number, next: number): Direction | null {
  const sign = r.tokens[first - 1];
  if (sign?.kind === 'mark' && !r.tokens[first]!.spaced) {
    const signed = find(r, r.words.directions, first - 1);
    if (signed) return signed.value;
  }
  for (let at = next; at < next + AFTER; at++) {
    const token = r.tokens[at];
    if (token?.kind !== 'word') break;
    const found = find(r, r.words.directions, at);
    if (found) return found.value;
  }
  for (let at = first - 1; at >= Math.max(0, first - BEFORE); at--) {
    const token = r.tokens[at]!;
    if (token.kind !== 'word') return null;
    const found = find(r, r.words.directions, at);
    if (found && (found.value === 'up' || found.value === 'down')) return found.value;
  }
  return null;
}
