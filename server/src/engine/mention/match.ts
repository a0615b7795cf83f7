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

type Then = (at: number) => number;

/** The item after the last one matched, or -1. */
function matchFrom(pattern: Pattern, index: number, items: readonly Item[], at: number, then: Then): number {
  const element = pattern[index];
  if (!element) return then(at);
  if (element.kind === 'either') {
    for (const one of element.of) {
      const end = matchFrom(one, 0, items, at, (next) => matchFrom(pattern, index + 1, items, next, then));
      if (end >= 0) return end;
    }
    return -1;
  }
  if (element.kind === 'gap') {
    for (let skip = 0; skip <= GAP; skip++) {
      const end = matchFrom(pattern, index + 1, items, at + skip, then);
      if (end >= 0) return end;
      if (!items[at + skip]) return -1;
    }
    return -1;
  }
  const item = items[at];
  return item && fits(element, item) ? matchFrom(pattern, index + 1, items, at + 1, then) : -1;
}

const marks = (pattern: Pattern): boolean =>
  pattern.some((e) => e.kind === 'amount' || (e.kind === 'either' && e.of.some(marks)));

/** Where a pattern stands: items [from, to); `amount` is the quantity its `#` met, or null. */
export interface Hit<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
  readonly amount: number | null;
}

/** Patterns by the first thing they ask for, so that a sentence is matched in one pass. */
export interface PatternIndex<T> {
  readonly words: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly prefixes: ReadonlyMap<string, readonly Entry<T>[]>;
  /** Those that begin otherwise, by the kind of item that they can begin with. */
  readonly others: Readonly<Record<Item['kind'], readonly Entry<T>[]>>;
}
interface Entry<T> {
  readonly pattern: Pattern;
  readonly value: T;
  /** It holds a `#`. */
  readonly marked: boolean;
  /** It begins in more than one way, and may be found twice at one item. */
  readonly often: boolean;
}

const STEM = 3;

export function indexPatterns<T>(list: readonly T[], patternOf: (value: T) => Pattern): PatternIndex<T> {
  const words = new Map<string, Entry<T>[]>();
  const prefixes = new Map<string, Entry<T>[]>();
  const others: Entry<T>[] = [];
  const add = (map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void => {
    const found = map.get(key);
    if (found) found.push(entry);
    else map.set(key, [entry]);
  };
  const place = (pattern: Pattern, entry: Entry<T>): void => {
    const first = pattern[0];
    if (!first) return;
    if (first.kind === 'word') add(words, first.text, entry);
    else if (first.kind === 'prefix' && first.text.length >= STEM) add(prefixes, first.text.slice(0, STEM), entry);
    else if (first.kind === 'either') for (const one of first.of) place(one.length > 0 ? one : pattern.slice(1), entry);
    else if (!others.includes(entry)) others.push(entry);
  };
  for (const value of list) {
    const pattern = patternOf(value);
    place(pattern, { pattern, value, marked: marks(pattern), often: pattern[0]?.kind === 'either' });
  }
  const first = ({ pattern }: Entry<T>): Element['kind'] => pattern[0]?.kind ?? 'any';
  return {
    words,
    prefixes,
    others: {
      amount: others.filter((entry) => first(entry) !== 'subject'),
      name: others.filter((entry) => first(entry) !== 'amount'),
      word: others.filter((entry) => first(entry) !== 'amount' && first(entry) !== 'subject'),
    },
  };
}

/** Every place where a pattern of the index stands. */
export function findPatterns<T>(index: PatternIndex<T>, items: readonly Item[]): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const seen = new Set<Entry<T>>();
  const tryAt = (entry: Entry<T>, at: number): void => {
    if (entry.often) {
      if (seen.has(entry)) return;
      seen.add(entry);
    }
    if (!entry.marked) {
      const to = matchFrom(entry.pattern, 0, items, at, (end) => end);
      if (to >= 0) hits.push({ value: entry.value, from: at, to, amount: null });
      return;
    }
    // every amount that the pattern can reach, each by its shortest way
    const reached = new Set<number>();
    matchFrom(entry.pattern, 0, items, at, (end) => {
      const last = items.slice(at, end).findLast((item) => item.kind === 'amount');
      if (last?.kind === 'amount' && !reached.has(last.quantity)) {
        reached.add(last.quantity);
        hits.push({ value: entry.value, from: at, to: end, amount: last.quantity });
      }
      return -1;
    });
  };
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    seen.clear();
    if (item.kind !== 'amount') {
      for (const entry of index.words.get(item.text) ?? []) tryAt(entry, at);
      if (index.prefixes.size > 0)
        for (const entry of index.prefixes.get(item.text.slice(0, STEM)) ?? []) tryAt(entry, at);
    }
    for (const entry of index.others[item.kind]) tryAt(entry, at);
  }
  return hits;
}
