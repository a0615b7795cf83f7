import { foldChar, isHidden } from './fold.ts';
import type { Span } from './span.ts';

/**
 * word: letters, or letters followed by letters and digits ('h100', 'r1'); digits: ASCII digits only ('50', '000');
 * mark: one other character. Hidden characters (markup, soft hyphens) may lie inside a token, never in its text.
 */
export type TokenKind = 'word' | 'digits' | 'mark';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Folded: lower case, straight apostrophes, plain hyphens; no hidden characters. */
  readonly text: string;
  /** White space stands before it (or it is the first). */
  readonly spaced: boolean;
  /** The first letter is a capital. */
  readonly capital: boolean;
}

const LETTER = /\p{L}|\p{M}/u;
const IDEOGRAPH = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]/;
type Class = 'letter' | 'digit' | 'space' | 'mark' | 'ideograph' | 'hidden';

function classOf(text: string, at: number): Class {
  const c = text.charAt(at);
  const code = c.charCodeAt(0);
  if (code < 0x80) {
    if (code >= 48 && code <= 57) return 'digit';
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'letter';
    return code <= 32 ? 'space' : 'mark';
  }
  if (isHidden(c)) return 'hidden';
  if (IDEOGRAPH.test(c)) return 'ideograph';
  const folded = foldChar(c);
  if (folded === ' ') return 'space';
  if (folded >= '0' && folded <= '9') return 'digit';
  return LETTER.test(c) ? 'letter' : 'mark';
}

/** Splits a text into tokens, in order; linear in its length. White space gives none. */
export function tokenize(text: string, from = 0, to: number = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  let spaced = true;
  while (at < to) {
    const kind = classOf(text, at);
    if (kind === 'space') spaced = true;
    if (kind === 'space' || kind === 'hidden') {
      at++;
      continue;
    }
    const start = at;
    let end = at + 1;
    let folded = foldChar(text.charAt(at));
    if (kind === 'letter' || kind === 'digit') {
      for (let next = end; next < to; next++) {
        const c = classOf(text, next);
        if (c === 'hidden') continue;
        if (!(c === kind || (kind === 'letter' && c === 'digit'))) break;
        folded += foldChar(text.charAt(next));
        end = next + 1;
      }
    }
    const first = text.charAt(start);
    tokens.push({
      start,
      end,
      kind: kind === 'digit' ? 'digits' : kind === 'mark' ? 'mark' : 'word',
      text: folded,
      spaced,
      capital: kind === 'letter' && first !== first.toLowerCase(),
    });
    spaced = false;
    at = end;
  }
  return tokens;
}
