import type { Tagger } from './language.ts';

/** The part of compromise that is used: English words with their grammar. */
export type Grammar = (text: string) => {
  json: (options: { readonly offset: true; readonly terms: { readonly tags: true } }) => readonly {
    readonly terms: readonly {
      readonly tags?: readonly string[];
      readonly offset?: { readonly start: number; readonly length: number };
    }[];
  }[];
};

type Tag = ReturnType<Tagger>[number]['tag'];

/** Names of compromise's tags and what they are here; of a word with several the first. */
const TAGS: readonly (readonly [string, Tag])[] = [
  ['Negative', 'negative'],
  ['Modal', 'modal'],
  ['PastTense', 'past'],
  ['Verb', 'verb'],
];

/** A tagger of English; total: of what compromise cannot read it says nothing. */
export const englishTagger =
  (grammar: Grammar): Tagger =>
  (sentence) =>
    grammar(sentence)
      .json({ offset: true, terms: { tags: true } })
      .flatMap(({ terms }) => terms)
      .flatMap(({ tags = [], offset }) => {
        const known = TAGS.find(([name]) => tags.includes(name));
        return known && offset ? [{ start: offset.start, end: offset.start + offset.length, tag: known[1] }] : [];
      });
