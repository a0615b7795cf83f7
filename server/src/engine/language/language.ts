import type { ClaimWords } from './claimWords.ts';
import type { QuantityWords } from './quantityWords.ts';

/** What a language pack is: data, read from `data/languages/<tag>/`. No word of a human language stands in code. */
export interface Language {
  /** BCP 47: 'en', 'fr'. */
  readonly tag: string;
  /** Frequent small words: they vote for the language of a text. */
  readonly functionWords: ReadonlySet<string>;
  /** Frequent small words of languages that resemble it and that it does not write: they vote against it. */
  readonly foreignWords?: ReadonlySet<string>;
  /** Folded, without the final full stop: 'm', 'etc', 'vs'. A full stop after them ends no sentence. */
  readonly abbreviations: ReadonlySet<string>;
  readonly quantity: QuantityWords;
  readonly claim: ClaimWords;
  /** Grammar of one sentence, where the language has a tagger loaded. */
  readonly tagger: Tagger | null;
  /** A tagger is being loaded: what it could clear is held back until then. */
  readonly awaitsTagger: boolean;
  /** Folded words for which the tagger is asked about a sentence. */
  readonly negations: ReadonlySet<string>;
}

/** Negation and modality as a tagger sees them; spans relative to the sentence. */
export type Tagger = (
  sentence: string,
) => readonly { readonly start: number; readonly end: number; readonly tag: 'negative' | 'modal' | 'verb' | 'past' }[];
