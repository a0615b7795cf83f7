import type { Language } from '../language/language.ts';
import type { QuantityWords } from '../language/quantityWords.ts';
import type { Phrases } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';
import { splitNumbers } from './split.ts';

/** What every part of the grammar reads from. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: QuantityWords;
  readonly functionWords: ReadonlySet<string>;
}

export const reader = (text: string, tokens: readonly Token[], language: Language): Reader => ({
  text,
  tokens: splitNumbers(text, tokens, language.quantity),
  words: language.quantity,
  functionWords: language.functionWords,
});

/** A phrase of the pack at a token: its value and the token after it. */
export const find = <T>(
  r: Reader,
  phrases: Phrases<T>,
  at: number,
): { readonly value: T; readonly next: number } | null => phrases.at(r.text, r.tokens, at);

/** A mark written against its left neighbour. */
export const attachedMark = (r: Reader, at: number, mark: string): boolean => {
  const token = r.tokens[at];
  return token !== undefined && token.kind === 'mark' && !token.spaced && token.text === mark;
};

/** A letter before an apostrophe and a word is an article, no unit: 'pour l’entraînement', 'à l’an prochain'. */
export const isElided = (r: Reader, at: number, next: number): boolean => {
  const after = r.tokens[next + 1];
  return (
    next === at + 1 &&
    r.tokens[at]!.text.length === 1 &&
    attachedMark(r, next, "'") &&
    after?.kind === 'word' &&
    !after.spaced
  );
};

const CLOSING_QUOTES = '"\u201D\u00BB\u201C';

/** The token after a closing quotation mark that stands between a number and its unit ('“tens of billions” of dollars'). */
export function skipQuote(r: Reader, at: number): number {
  const token = r.tokens[at];
  return token?.kind === 'mark' && CLOSING_QUOTES.includes(token.text) && find(r, r.words.links, at + 1) ? at + 1 : at;
}

/** The token after a hyphen that joins two words ('2,048-GPU'), else the same. */
export function skipJoin(r: Reader, at: number): number {
  const after = r.tokens[at + 1];
  return attachedMark(r, at, '-') && after && !after.spaced ? at + 1 : at;
}
