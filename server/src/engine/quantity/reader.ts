import type { Language } from '../language/language.ts';
import type { QuantityWords } from '../language/quantityWords.ts';
import type { Phrases } from '../text/phrases.ts';
import { type Token, tokenize } from '../text/tokens.ts';

/** What every part of the grammar reads from. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: QuantityWords;
  readonly functionWords: ReadonlySet<string>;
}

export const reader = (text: string, tokens: readonly Token[], language: Language): Reader => ({
  text,
  tokens: splitCodes(text, tokens, language.quantity),
  words: language.quantity,
  functionWords: language.functionWords,
});

const CODE = 3;

/** 'USD5bn', 'EUR1.2bn': the code and the number are parted. */
function splitCodes(text: string, tokens: readonly Token[], words: QuantityWords): readonly Token[] {
  const isCode = (token: Token): boolean =>
    token.kind === 'word' &&
    token.text.length > CODE &&
    token.end - token.start === token.text.length &&
    isDigit(token.text.charAt(CODE));
  if (!tokens.some(isCode)) return tokens;
  return tokens.flatMap((token) => {
    if (!isCode(token)) return [token];
    const code: Token = { ...token, text: token.text.slice(0, CODE), end: token.start + CODE };
    if (!words.signs.at(text, [code], 0)?.value.money) return [token];
    return [
      code,
      ...tokenize(text, code.end, token.end).map((part, at) => (at === 0 ? { ...part, spaced: false } : part)),
    ];
  });
}

const isDigit = (c: string): boolean => c >= '0' && c <= '9';

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
