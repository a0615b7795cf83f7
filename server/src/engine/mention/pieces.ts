import type { Token } from '../text/tokens.ts';

/** Names are matched over pieces: runs of letters or digits, so that 'GPT4o', 'GPT-4o' and 'GPT 4o' are one name. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the token it comes from. */
  readonly token: number;
  /** Something other than a hyphen or space stands before it, or nothing. */
  readonly joined: boolean;
}

/** Plurals are one name: 'data centres', 'data centre'. */
const singular = (text: string): string =>
  text.length > 4 && text.endsWith(PLURAL) && !text.endsWith(PLURAL + PLURAL) ? text.slice(0, -1) : text;
const PLURAL = 's';

/** A lower-case last word in the plural. */
export const isPlural = (name: string): boolean => {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return name === name.toLowerCase() && singular(last) !== last;
};

const isDigit = (c: string): boolean => c >= '0' && c <= '9';

/** Hyphens give no piece; every other mark is a piece of its own. */
export function pieces(tokens: readonly Token[]): Piece[] {
  const out: Piece[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t]!;
    if (token.kind === 'mark' && token.text === '-') continue;
    let from = 0;
    const exact = token.end - token.start === token.text.length;
    for (let i = 1; i <= token.text.length; i++) {
      const here = token.text.charAt(i);
      if (i < token.text.length && isDigit(here) === isDigit(token.text.charAt(i - 1))) continue;
      const last = i === token.text.length;
      out.push({
        text: singular(token.text.slice(from, i)),
        start: exact ? token.start + from : token.start,
        end: exact && !last ? token.start + i : token.end,
        token: t,
        joined: from > 0 || !token.spaced,
      });
      from = i;
    }
  }
  return out;
}
