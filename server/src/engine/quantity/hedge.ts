import type { Hedge } from './draft.ts';
import { find, type Reader, skipJoin } from './reader.ts';

/** A hedge at a token, joined with one that ends there: the first names the bound, the looser one the strength. */
export function readHedge(r: Reader, at: number, before: Hedge): { hedge: NonNullable<Hedge>; next: number } | null {
  const found = find(r, r.words.hedges, at);
  if (!found) return null;
  const { op, strength } = found.value;
  const end = r.tokens[found.next - 1]!.end;
  const start = before ? before.start : r.tokens[at]!.start;
  const bound = before && before.op !== 'approx' ? before.op : op;
  return { hedge: { start, end, op: bound, strength: Math.max(strength, before?.strength ?? 0) }, next: found.next };
}

/** A hedge after the amount: '$4B+', 'or more'. One before it wins. */
export function hedgeAfter(r: Reader, at: number, before: Hedge): { hedge: Hedge; next: number } {
  const joined = skipJoin(r, at);
  const found = find(r, r.words.hedgesAfter, joined);
  const token = r.tokens[at];
  const follows = r.tokens[at + 1];
  if (!found || !token) return { hedge: before, next: at };
  // A plus sign belongs to the number only where it touches it and adds nothing.
  if (token.kind === 'mark' && (token.spaced || (follows?.kind === 'digits' && !follows.spaced)))
    return { hedge: before, next: at };
  const hedge = { start: token.start, end: r.tokens[found.next - 1]!.end, ...found.value };
  return { hedge: before ?? hedge, next: found.next };
}
