import { expect, test } from 'vitest';
import { compile, type Element, type Pattern } from '../../server/src/engine/language/pattern.ts';
import { findPatterns, indexPatterns } from '../../server/src/engine/mention/match.ts';
import type { Item } from '../../server/src/engine/mention/mention.ts';

/** An end of a pattern, with the quantity that its last `#` met. */
type End = readonly [to: number, amount: number | null];

/** Every end of a pattern, in the order in which its ways are tried: the meaning of a pattern, written plainly. */
function ends(
  [first, ...rest]: readonly Element[],
  items: readonly Item[],
  at: number,
  amount: number | null = null,
): End[] {
  if (!first) return [[at, amount]];
  if (first.kind === 'either') return first.of.flatMap((one) => ends([...one, ...rest], items, at, amount));
  if (first.kind === 'gap')
    return [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((skip) =>
      at + skip <= items.length ? ends(rest, items, at + skip, amount) : [],
    );
  const item = items[at];
  if (first.kind === 'amount') return item?.kind === 'amount' ? ends(rest, items, at + 1, item.quantity) : [];
  const meets =
    item !== undefined &&
    (first.kind === 'any' ||
      (first.kind === 'subject' && item.kind === 'name') ||
      (first.kind === 'word' && item.kind !== 'amount' && item.text === first.text) ||
      (first.kind === 'prefix' && item.kind === 'word' && item.text.startsWith(first.text)) ||
      (first.kind === 'suffix' && item.kind === 'word' && item.text.endsWith(first.text)));
  return meets ? ends(rest, items, at + 1, amount) : [];
}

function plainly(source: string, items: readonly Item[]): string[] {
  const pattern: Pattern = compile(source);
  return items.flatMap((_, at) => {
    const found = ends(pattern, items, at);
    if (!source.includes('#')) return found.slice(0, 1).map(([to]) => `${at} ${to} null`);
    const seen = new Set<number>();
    return found.flatMap(([to, amount]) => {
      if (amount === null || seen.has(amount)) return [];
      seen.add(amount);
      return [`${at} ${to} ${amount}`];
    });
  });
}

const FIRST = ['a', 'b', 'abc*', '*c', '_', '#', '@', '(a|b c)', '(a ... |b)', '(#|a)'];
const MORE = [...FIRST, '...', 'a?', '(b|c)?', '(b # |c)?', '((a|b)? c|#)', '(@|#)?', '(... c|b)'];
const WORDS = ['a', 'b', 'c', 'abcd', 'xc'];

test('patterns are found where their meaning has them', () => {
  let seed = 7;
  const pick = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 12) % n;
  };
  const itemAt = (at: number): Item => {
    const [span, text] = [{ start: at, end: at + 1 }, WORDS[pick(WORDS.length)]!];
    const kind = pick(5);
    if (kind === 0) return { ...span, kind: 'amount', quantity: at };
    if (kind === 1) return { ...span, kind: 'name', subjectKind: 'chip', mention: at, text };
    return { ...span, kind: 'word', text, capital: false };
  };
  let found = 0;
  for (let round = 0; round < 3000; round++) {
    const source = [
      FIRST[pick(FIRST.length)]!,
      ...Array.from({ length: pick(4) }, () => MORE[pick(MORE.length)]!),
    ].join(' ');
    const items = Array.from({ length: pick(12) }, (_, at) => itemAt(at));
    const hits = findPatterns(indexPatterns([source], compile), items).map(
      (hit) => `${hit.from} ${hit.to} ${hit.amount}`,
    );
    expect(hits, source).toEqual(plainly(source, items));
    found += hits.length;
  }
  expect(found).toBeGreaterThan(1000);
});
