import type { QuantityWords } from '../language/quantityWords.ts';
import { type Token, tokenize } from '../text/tokens.ts';

const CODE = 3;
/** Names of chips and models have fewer letters before their digits. */
const LEAST_LETTERS = 5;
const LONGEST_SCALE = 14;
const DECIMAL_MARKS = '.,';

/**
 * Parts numbers from the letters they are glued to: a currency code ('USD5bn'), or a long word where the number goes
 * on behind a mark ('bandwidth5,300 GB/s', a table cell that lost its border).
 */
export function splitNumbers(text: string, tokens: readonly Token[], words: QuantityWords): readonly Token[] {
  let out: Token[] | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const isLong = token.kind === 'word' && token.text.length > 1;
    const code = isLong ? splitAt(text, tokens, at, words) : 0;
    const letters = code || (isLong ? scaleEnd(text, tokens, at, words) : 0);
    if (letters === 0) out?.push(token);
    else {
      out ??= tokens.slice(0, at);
      const end = token.start + letters;
      out.push({ ...token, text: token.text.slice(0, letters), end });
      // behind a scale the next cell begins, as if a space stood there
      const spaced = code === 0;
      out.push(...tokenize(text, end, token.end).map((part, k) => (k === 0 ? { ...part, spaced } : part)));
    }
  }
  return out ?? tokens;
}

/** How many letters a token is to lose its digits after; 0: it stays whole. */
function splitAt(text: string, tokens: readonly Token[], at: number, words: QuantityWords): number {
  const token = tokens[at]!;
  if (token.end - token.start !== token.text.length || !isDigit(token.text.charCodeAt(token.text.length - 1)))
    return isDigit(token.text.charCodeAt(CODE)) && isCode(text, token, words) ? CODE : 0;
  if (isDigit(token.text.charCodeAt(CODE)) && isCode(text, token, words)) return CODE;
  let letters = token.text.length;
  while (letters > 0 && isDigit(token.text.charCodeAt(letters - 1))) letters--;
  // 'TB/s8 TB/s': the unit of the cell before, then a number
  const before = tokens[at - 1];
  if (letters === 1 && before?.text === '/' && !before.spaced && !token.spaced && isUnit(text, token, words)) return 1;
  const [mark, digits] = [tokens[at + 1], tokens[at + 2]];
  const goesOn =
    mark !== undefined &&
    !mark.spaced &&
    DECIMAL_MARKS.includes(mark.text) &&
    digits?.kind === 'digits' &&
    !digits.spaced;
  return goesOn && letters >= LEAST_LETTERS ? letters : 0;
}

/** '$6 millionFrontier': the end of a scale word that the next cell of a lost table is glued to; else 0. */
function scaleEnd(text: string, tokens: readonly Token[], at: number, words: QuantityWords): number {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const counts = before?.kind === 'digits' || before?.text === '+';
  if (!counts || token.text.length <= LEAST_LETTERS || token.end - token.start !== token.text.length) return 0;
  for (let k = LEAST_LETTERS - 1; k < token.text.length && k < LONGEST_SCALE; k++) {
    const written = text.charAt(token.start + k);
    // a capital, where the folded letter is small
    if (written === token.text.charAt(k)) continue;
    const head: Token = { ...token, text: token.text.slice(0, k), end: token.start + k };
    return words.scales.at(text, [head], 0)?.value.kind === 'word' ? k : 0;
  }
  return 0;
}

const isUnit = (text: string, token: Token, words: QuantityWords): boolean => {
  const letter: Token = { ...token, text: token.text.slice(0, 1), end: token.start + 1 };
  return words.units.at(text, [letter], 0)?.value.kind === 'measure';
};

const isCode = (text: string, token: Token, words: QuantityWords): boolean => {
  const code: Token = { ...token, text: token.text.slice(0, CODE), end: token.start + CODE };
  return words.signs.at(text, [code], 0)?.value.money ?? false;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
