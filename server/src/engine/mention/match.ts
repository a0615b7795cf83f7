import type { Element, Pattern } from '../language/pattern.ts';
import type { Item } from './mention.ts';
import { matchFrom, type Way } from './way.ts';

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
  /** Keys of which one of each list must stand at its first item or behind it. */
  readonly needs: readonly (readonly string[])[];
}

/** Keys of an amount and a name; every other key is a word. */
const AMOUNT = '\u0001';
const NAME = '\u0002';

/** Keys of which one must be met for an element; null: it can be met otherwise. */
function keysOf(element: Element): readonly string[] | null {
  if (element.kind === 'word') return [element.text];
  if (element.kind === 'amount') return [AMOUNT];
  if (element.kind === 'subject') return [NAME];
  if (element.kind !== 'either') return null;
  const keys: string[] = [];
  for (const one of element.of) {
    const first = one.map(keysOf).find((found) => found !== null);
    if (!first) return null;
    keys.push(...first);
  }
  return keys;
}

/** The last place of every key among items. */
function lastPlaces(items: readonly Item[]): ReadonlyMap<string, number> {
  const known = PLACES.get(items);
  if (known) return known;
  const places = new Map<string, number>();
  items.forEach((item, at) => {
    if (item.kind === 'amount') places.set(AMOUNT, at);
    else places.set(item.text, at);
    if (item.kind === 'name') places.set(NAME, at);
  });
  PLACES.set(items, places);
  return places;
}
/** A sentence is searched by one index after the other. */
const PLACES = new WeakMap<readonly Item[], ReadonlyMap<string, number>>();

function lacks(needs: readonly (readonly string[])[], places: ReadonlyMap<string, number>, at: number): boolean {
  for (const keys of needs) {
    let met = false;
    for (const key of keys) if ((places.get(key) ?? -1) >= at) met = true;
    if (!met) return true;
  }
  return false;
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
    const often = pattern[0]?.kind === 'either';
    const needs = pattern.slice(1).map(keysOf);
    place(pattern, { pattern, value, marked: marks(pattern), often, needs: needs.filter((keys) => keys !== null) });
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

/** An amount stands again in brackets: '$10bn (€8.6bn) in …'. */
const inBrackets = (items: readonly Item[], at: number): boolean => {
  for (let back = 1; back <= 3; back++) {
    const item = items[at - back];
    if (item?.kind !== 'word') return false;
    if (item.text === '(') return true;
  }
  return false;
};

/** Every amount that a pattern can reach from an item, each by its shortest way. */
function markedHits<T>({ pattern, value }: Entry<T>, items: readonly Item[], at: number): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  const way: Way = { amount: null };
  const found = (to: number): number => {
    const { amount } = way;
    if (amount !== null && !hits.some((hit) => hit.amount === amount)) hits.push({ value, from: at, to, amount });
    return -1;
  };
  matchFrom(pattern, 0, items, at, found, way);
  // what is said of an amount in brackets is said of the one it says again
  for (const hit of [...hits])
    for (let i = hit.to - 1; i > at; i--) {
      const [item, again] = [items[i], restated(items, i, at)];
      if (item?.kind !== 'amount' || item.quantity !== hit.amount || again === null) continue;
      if (!hits.some(({ amount }) => amount === again)) hits.push({ ...hit, amount: again });
    }
  return hits;
}

/** The amount that the one at item `at` says again in brackets, not before `from`; or null. */
function restated(items: readonly Item[], at: number, from: number): number | null {
  if (!inBrackets(items, at)) return null;
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    const item = items[i]!;
    if (item.kind === 'amount') return item.quantity;
    if (item.kind !== 'word') return null;
  }
  return null;
}

/** Of patterns without a `#` nobody asks. */
const UNMARKED: Way = { amount: null };

/** Every place where a pattern of the index stands. */
export function findPatterns<T>(index: PatternIndex<T>, items: readonly Item[]): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const seen = new Set<Entry<T>>();
  const places = lastPlaces(items);
  const tryAt = (entry: Entry<T>, at: number): void => {
    if (entry.often) {
      if (seen.has(entry)) return;
      seen.add(entry);
    }
    if (lacks(entry.needs, places, at)) return;
    if (entry.marked) {
      for (const hit of markedHits(entry, items, at)) hits.push(hit);
      return;
    }
    const to = matchFrom(entry.pattern, 0, items, at, null, UNMARKED);
    if (to >= 0) hits.push({ value: entry.value, from: at, to, amount: null });
  };
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (seen.size > 0) seen.clear();
    if (item.kind !== 'amount') {
      for (const entry of index.words.get(item.text) ?? []) tryAt(entry, at);
      if (index.prefixes.size > 0)
        for (const entry of index.prefixes.get(item.text.slice(0, STEM)) ?? []) tryAt(entry, at);
    }
    for (const entry of index.others[item.kind]) tryAt(entry, at);
  }
  return hits;
}
