import type { Language } from '../language/language.ts';
import type { Lexicon } from '../mention/lexicon.ts';
import { findPatterns } from '../mention/match.ts';
import type { Item, SubjectMention, TimeMention } from '../mention/mention.ts';
import { readSubjects } from '../mention/subjects.ts';
import { readTimes } from '../mention/times.ts';
import type { Block } from '../prose/block.ts';
import type { Reference } from '../reference/reference.ts';
import { overlaps } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import type { Context } from './claim.ts';
import { itemsOf } from './scene.ts';

/** What it takes to read a text beside a block. */
export interface AsideKnowledge {
  readonly reference: Reference;
  readonly lexicon: Lexicon;
  readonly language: Language;
  readonly writtenOn: string | null;
  /** What texts beside blocks gave, while a draft is read. */
  readonly memo?: Memo;
}

/** Headings and header cells stand beside many blocks: each is read once. */
export interface Memo {
  /** By the near words that a draft has brought up, then by language and text. */
  readonly asides: WeakMap<readonly string[], Map<string, Aside>>;
  /** Words of a text that short names need. */
  readonly near: Map<string, readonly string[]>;
}

export const newMemo = (): Memo => ({ asides: new WeakMap(), near: new Map() });

/** What a text beside a block brings to its amounts. */
export interface Aside {
  readonly names: readonly string[];
  readonly cues: ReadonlyMap<string, number>;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly times: readonly TimeMention[];
  /** A number stands beside the name ('Pro (>200k)'): only a case of the named is meant. */
  readonly narrowed: boolean;
}

const NO_ITEMS: readonly SubjectMention[] = [];

/** Names and cues of a text beside the block (heading, header cell, caption). */
function aside(text: string, near: ReadonlySet<string>, know: AsideKnowledge): Aside {
  const tokens = tokenize(text);
  const mentions = readSubjects(tokens, [], near, know.lexicon, know.reference);
  const names = mentions.flatMap((mention) => [...mention.subjects]);
  const narrowed =
    names.length > 0 &&
    tokens.some((token) => token.kind === 'digits' && !mentions.some((mention) => overlaps(mention, token)));
  const index = know.lexicon.cues.get(know.language.tag);
  const cues = new Map<string, number>();
  const qualifiers: Record<string, string> = {};
  if (!index || text === '') return { names, cues, qualifiers, times: [], narrowed };
  const items: Item[] = itemsOf(tokens, [], NO_ITEMS, { start: 0, end: text.length });
  for (const hit of findPatterns(index.metrics, items)) {
    cues.set(hit.value.metric, Math.max(cues.get(hit.value.metric) ?? 0, hit.value.weight));
  }
  for (const hit of findPatterns(index.qualifiers, items)) qualifiers[hit.value.key] = hit.value.value;
  return {
    names,
    cues,
    qualifiers,
    times: readTimes(tokens, [], know.language.claim.times, index, know.writtenOn),
    narrowed,
  };
}

/** A text beside a block, read once a draft. `near` and `nearList` are the same words. */
export function remembered(
  text: string,
  near: ReadonlySet<string>,
  nearList: readonly string[],
  know: AsideKnowledge,
): Aside {
  const { memo, language } = know;
  if (!memo) return aside(text, near, know);
  const known = memo.asides.get(nearList) ?? new Map<string, Aside>();
  memo.asides.set(nearList, known);
  const key = `${language.tag}\n${text}`;
  const found = known.get(key) ?? aside(text, near, know);
  known.set(key, found);
  return found;
}

/** Words of a text that short names need. */
export function nearWordsOf(tokens: readonly Token[], lexicon: Lexicon): string[] {
  return tokens.flatMap((token) => (lexicon.nearWords.has(token.text) ? [token.text] : []));
}

/** Words that short names need: of the block, of what stands beside it and of the draft so far. */
export function nearbyWords(
  tokens: readonly Token[],
  block: Block,
  context: Context,
  know: AsideKnowledge,
): Set<string> {
  const { lexicon, memo } = know;
  const near = new Set(context.near);
  for (const word of nearWordsOf(tokens, lexicon)) near.add(word);
  for (const text of [
    ...block.headings,
    block.table?.row ?? '',
    block.table?.column ?? '',
    block.table?.caption ?? '',
  ]) {
    if (text === '') continue;
    const words = memo?.near.get(text) ?? nearWordsOf(tokenize(text), lexicon);
    memo?.near.set(text, words);
    for (const word of words) near.add(word);
  }
  return near;
}
