import type { Item, SubjectMention } from '../mention/mention.ts';
import { distance, type Scene } from './scene.ts';

/** Publishers by their folded name in words; the value is what an attribution calls them. */
export type Publishers = ReadonlyMap<string, string>;

/** A source stands this near to the words that report. */
const NEAR = 0.6;
/** Words of the longest publisher's name. */
const LONGEST = 5;
const LETTER = /[\p{L}\p{N}]/u;

type Words = Extract<Item, { kind: 'word' }>;
const isMark = (item: Item | undefined): boolean => item?.kind === 'word' && !LETTER.test(item.text);
const isCapital = (item: Item | undefined): item is Words => item?.kind === 'word' && item.capital;

/** Who reports the amounts of a sentence: a subject's id or a publisher's; '' where nobody is plainly named. */
export function sayerOf(scene: Scene, mentions: readonly SubjectMention[], publishers: Publishers): string {
  const hits = scene.modality.filter(({ amount }) => amount === null);
  const told = hits.filter(({ value }) => value.kind === 'according' || value.kind === 'hearsay');
  const verbs = hits.filter(
    (hit) => hit.value.kind === 'reported' && !told.some((other) => other.from < hit.to && hit.from < other.to),
  );
  for (const { value, to } of told) {
    const by = value.kind === 'according' ? nameFrom(scene, to, mentions, publishers) : '';
    if (by) return by;
  }
  for (const { from, to } of verbs) {
    const by = nameBefore(scene, from, mentions, publishers) || inverted(scene, from, to, mentions, publishers);
    if (by) return by;
  }
  return '';
}

const idOf = (item: Item | undefined, mentions: readonly SubjectMention[]): string =>
  item?.kind === 'name' ? (mentions[item.mention]?.subjects[0] ?? '') : '';

/** The publisher that a stretch of items spells. */
function publisher({ items }: Scene, from: number, to: number, publishers: Publishers): string {
  const first = items[from];
  if (!isCapital(first) && first?.kind !== 'name') return '';
  const words = items.slice(from, to).map((item) => (item.kind === 'amount' ? '' : item.text));
  return publishers.get(words.join(' ')) ?? '';
}

/** The name that begins behind a word: 'according to the X'. */
function nameFrom(scene: Scene, from: number, mentions: readonly SubjectMention[], publishers: Publishers): string {
  for (let at = from; at < scene.items.length && distance(scene, at, from - 1) < NEAR; at++) {
    const item = scene.items[at];
    if (isMark(item) || item?.kind === 'amount') return '';
    for (let to = Math.min(at + LONGEST, scene.items.length); to > at; to--) {
      const by = publisher(scene, at, to, publishers);
      if (by) return by;
    }
    if (item?.kind === 'name') return idOf(item, mentions);
    if (isCapital(item)) return '';
  }
  return '';
}

/** The name that ends before a verb, unless another that nobody here knows stands between. */
function nameBefore(scene: Scene, to: number, mentions: readonly SubjectMention[], publishers: Publishers): string {
  for (let at = to - 1; at >= 0 && distance(scene, at, to) < NEAR; at--) {
    const item = scene.items[at];
    if (item?.kind === 'amount') return '';
    for (let from = Math.max(0, at + 1 - LONGEST); from <= at; from++) {
      const by = publisher(scene, from, at + 1, publishers);
      if (by) return by;
    }
    if (item?.kind === 'name') return idOf(item, mentions);
    if (isCapital(item) && at > 0) return '';
  }
  return '';
}

/** ', says X.': the name right behind the verb, with nothing said after it. */
function inverted(
  scene: Scene,
  from: number,
  to: number,
  mentions: readonly SubjectMention[],
  publishers: Publishers,
): string {
  if (!isMark(scene.items[from - 1])) return '';
  for (let end = Math.min(to + LONGEST, scene.items.length); end > to; end--) {
    const last = end === scene.items.length || isMark(scene.items[end]);
    const by =
      last && (publisher(scene, to, end, publishers) || (end === to + 1 ? idOf(scene.items[to], mentions) : ''));
    if (by) return by;
  }
  return '';
}
