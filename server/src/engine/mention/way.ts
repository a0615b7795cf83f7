import type { Element, Pattern } from '../language/pattern.ts';
import type { Item } from './mention.ts';

const GAP = 8;

/** The class of things a kind of subject belongs to in patterns: `@model` also stands for families and products. */
const CLASS: Readonly<Record<string, string>> = {
  family: 'model',
  product: 'model',
  service: 'model',
  cluster: 'site',
  programme: 'site',
  place: 'site',
  aggregate: 'site',
  system: 'chip',
};

function fits(element: Element, item: Item): boolean {
  switch (element.kind) {
    case 'any':
      return true;
    case 'amount':
      return item.kind === 'amount';
    case 'subject':
      return (
        item.kind === 'name' &&
        (element.of === '' || element.of === item.subjectKind || element.of === CLASS[item.subjectKind])
      );
    case 'word':
      return item.kind !== 'amount' && item.text === element.text;
    case 'prefix':
      return item.kind === 'word' && item.text.startsWith(element.text);
    case 'suffix':
      return item.kind === 'word' && item.text.endsWith(element.text);
    default:
      return false;
  }
}

/** What is to be matched behind a part of a pattern; null: nothing. */
type Then = ((at: number) => number) | null;

/** Which quantity a `#` met last on the way being tried. */
export interface Way {
  amount: number | null;
}

/** The item after the last one matched, or -1. Makes no closure where the pattern branches not: it is called most. */
export function matchFrom(
  pattern: Pattern,
  from: number,
  items: readonly Item[],
  start: number,
  then: Then,
  way: Way,
): number {
  let at = start;
  for (let index = from; index < pattern.length; index++) {
    const element = pattern[index]!;
    if (element.kind === 'either') return matchEither(element.of, pattern, index + 1, items, at, then, way);
    if (element.kind === 'gap') return matchGap(pattern, index + 1, items, at, then, way);
    const item = items[at];
    if (!item || !fits(element, item)) return -1;
    if (element.kind === 'amount' && item.kind === 'amount') {
      const before = way.amount;
      way.amount = item.quantity;
      const end = matchFrom(pattern, index + 1, items, at + 1, then, way);
      if (end < 0) way.amount = before;
      return end;
    }
    at++;
  }
  return then ? then(at) : at;
}

/** One of the alternatives, then the pattern from `next` on. */
function matchEither(
  alternatives: readonly Pattern[],
  pattern: Pattern,
  next: number,
  items: readonly Item[],
  at: number,
  then: Then,
  way: Way,
): number {
  let rest: Then = null;
  for (const one of alternatives) {
    const first = one[0];
    let end = -1;
    if (!first) end = matchFrom(pattern, next, items, at, then, way);
    else if (isPlain(first)) {
      const item = items[at];
      if (!item || !fits(first, item)) continue;
      if (one.length === 1 && first.kind !== 'amount') end = matchFrom(pattern, next, items, at + 1, then, way);
    }
    if (first && (one.length > 1 || !isPlain(first) || first.kind === 'amount')) {
      rest ??= behind(pattern, next, items, then, way);
      end = matchFrom(one, 0, items, at, rest, way);
    }
    if (end >= 0) return end;
  }
  return -1;
}

const isPlain = (element: Element): boolean => element.kind !== 'either' && element.kind !== 'gap';

const behind =
  (pattern: Pattern, next: number, items: readonly Item[], then: Then, way: Way): Then =>
  (at) =>
    matchFrom(pattern, next, items, at, then, way);

function matchGap(pattern: Pattern, next: number, items: readonly Item[], at: number, then: Then, way: Way): number {
  for (let skip = 0; skip <= GAP; skip++) {
    const end = matchFrom(pattern, next, items, at + skip, then, way);
    if (end >= 0) return end;
    if (!items[at + skip]) return -1;
  }
  return -1;
}
