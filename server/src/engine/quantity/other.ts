import { surface } from '../text/phrases.ts';
import type { Token } from '../text/tokens.ts';
import type { Draft } from './draft.ts';
import { find, type Reader } from './reader.ts';

const PREFIX = 'other:';
/** A letter by itself is no noun; an ideograph may be. */
const LEAST_LETTERS = 2;
const LATIN_ENDS = '\u2E80';

/** 'CV', 'LLM': a noun for all its capitals. */
const isCapitals = (r: Reader, token: Token): boolean => {
  const written = surface(r.text, token);
  return written === written.toUpperCase();
};

export const isOther = (unit: string): boolean => unit.startsWith(PREFIX);

/** The noun after a number with a scale, where the language shows that it is one: '2.5 milliards de demandes'. */
export function otherNoun(r: Reader, draft: Draft): { unit: string; noun: { start: number; end: number } } | null {
  if (!draft.amount?.number.amountLike) return null;
  const link = find(r, r.words.links, draft.next);
  const at = link ? link.next : draft.next;
  const token = r.tokens[at];
  if (token?.kind !== 'word' || !token.spaced || r.functionWords.has(token.text)) return null;
  const after = r.tokens[at + 1];
  // 'multiple-choice questions': no noun yet
  if (after?.text === '-' && !after.spaced) return null;
  // 'of Google': a name
  if (token.capital && !r.words.capitalNouns && !isCapitals(r, token)) return null;
  if (token.text.length < LEAST_LETTERS && token.text < LATIN_ENDS) return null;
  if (!link && draft.amount.number.scale && r.words.scaleLinks) return null;
  if (r.words.capitalNouns && !token.capital) return null;
  // '37 billion activate': of what was counted last
  if (find(r, r.words.sized, at)) return null;
  if (find(r, r.words.modifiers, at) || find(r, r.words.periods, at) || find(r, r.words.yearBefore, at)) return null;
  return { unit: `${PREFIX}${token.text}`, noun: { start: token.start, end: token.end } };
}
