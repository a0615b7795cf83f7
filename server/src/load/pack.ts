import type { Language } from '../engine/index.ts';
import { fold } from '../engine/text/fold.ts';
import { type RawClaimPack, toClaimWords } from './claimPack.ts';
import { toQuantityWords } from './quantityPack.ts';

/** A pack's files, parsed, by name without extension. */
export type RawPack = Readonly<Record<string, unknown>>;

const words = (list: unknown): Set<string> =>
  new Set((Array.isArray(list) ? list : []).map((word) => fold(String(word))));

/** A pack ready for the engine. The tagger is set by whoever loads one. */
export function toLanguage(tag: string, raw: RawPack): Language {
  return {
    tag,
    functionWords: words(raw['function-words']),
    foreignWords: words(raw['foreign-words']),
    abbreviations: words(raw['abbreviations']),
    quantity: toQuantityWords(raw),
    claim: toClaimWords(raw as RawClaimPack),
    tagger: null,
    awaitsTagger: false,
    negations: words(raw['negation']),
  };
}
