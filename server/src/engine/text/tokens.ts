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

type Class = 1 | 2 | 3 | 4 | 5 | 6;
const [LETTERS, DIGIT, SPACE, MARK, IDEOGRAM, HIDDEN] = [1, 2, 3, 4, 5, 6] as const;
/** From here on folding may do more than lower the case (full width). */
const WIDE = 0xff00;

/** Classes of code units, filled as they are met: the same for every text. */
const CLASSES = new Uint8Array(0x10000);

function classify(code: number): Class {
  if (code < 0x80) {
    if (code >= 48 && code <= 57) return DIGIT;
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return LETTERS;
    return code <= 32 ? SPACE : MARK;
  }
  const c = String.fromCharCode(code);
  if (isHidden(c)) return HIDDEN;
  if (IDEOGRAPH.test(c)) return IDEOGRAM;
  const folded = foldChar(c);
  if (folded === ' ') return SPACE;
  if (folded >= '0' && folded <= '9') return DIGIT;
  return LETTER.test(c) ? LETTERS : MARK;
}

function classOf(code: number): number {
  const known = CLASSES[code]!;
  if (known !== 0) return known;
  const found = classify(code);
  CLASSES[code] = found;
  return found;
}

/** Splits a text into tokens, in order; linear in its length. White space gives none. */
export function tokenize(text: string, from = 0, to: number = text.length): Token[] {
  const tokens: Token[] = [];
  const lowered = text.toLowerCase();
  const lower = lowered.length === text.length ? lowered : null;
  let spaced = true;
  for (let at = from; at < to; ) {
    const start = at;
    const kind = classOf(text.charCodeAt(at++));
    if (kind === SPACE) spaced = true;
    if (kind === SPACE || kind === HIDDEN) continue;
    let plain = lower !== null && kind !== MARK;
    let end = at;
    if (kind === LETTERS || kind === DIGIT) {
      if (text.charCodeAt(start) >= WIDE) plain = false;
      for (; at < to; at++) {
        const code = text.charCodeAt(at);
        const next = classOf(code);
        if (next === HIDDEN) continue;
        if (next !== kind && !(kind === LETTERS && next === DIGIT)) break;
        if (code >= WIDE || at > end) plain = false;
        end = at + 1;
      }
      at = end;
    }
    tokens.push({
      start,
      end,
      kind: kind === DIGIT ? 'digits' : kind === MARK ? 'mark' : 'word',
      text: plain ? lower!.slice(start, end) : folded(text, start, end),
      spaced,
      capital: kind === LETTERS && isCapital(text, lower, start),
    });
    spaced = false;
  }
  return tokens;
}

function folded(text: string, start: number, end: number): string {
  let out = '';
  for (let at = start; at < end; at++) {
    const c = text.charAt(at);
    if (!isHidden(c)) out += foldChar(c);
  }
  return out;
}

function isCapital(text: string, lower: string | null, at: number): boolean {
  if (lower !== null) return text.charCodeAt(at) !== lower.charCodeAt(at);
  const first = text.charAt(at);
  return first !== first.toLowerCase();
}
