import type { Language } from '../language/language.ts';
import type { QuantityWords } from '../language/quantityWords.ts';
import type { Phrases } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';

/** What every part of the grammar reads from. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: QuantityWords;
  readonly functionWords: ReadonlySet<string>;
}

export const reader = (text: string, tokens: readonly Token[], language: Language): Reader => ({
  text,
  tokens,
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

/** The token after a hyphen that joins two words ('2,048-GPU'), else the same. */
export function skipJoin(r: Reader, at: number): number {
  const after = r.tokens[at + 1];
  return attachedMark(r, at, '-') && after && !after.spaced ? at + 1 : at;
}
