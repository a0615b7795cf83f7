import type { Draft } from './draft.ts';
import { find, type Reader } from './reader.ts';

const PREFIX = 'other:';
/** A letter by itself is no noun; an ideograph may be. */
const LEAST_LETTERS = 2;
const LATIN_ENDS = '\u2E80';

export const isOther = (unit: string): boolean => unit.startsWith(PREFIX);

/** The noun after a number with a scale, where the language shows that it is one: '2.5 milliards de demandes'. */
export function otherNoun(r: Reader, draft: Draft): { unit: string; noun: { start: number; end: number } } | null {
  if (!draft.amount?.number.amountLike) return null;
  const link = find(r, r.words.links, draft.next);
  const at = link ? link.next : draft.next;
  const token = r.tokens[at];
  if (token?.kind !== 'word' || !token.spaced || r.functionWords.has(token.text)) return null;
  if (token.text.length < LEAST_LETTERS && token.text < LATIN_ENDS) return null;
  if (!link && draft.amount.number.scale && r.words.scaleLinks) return null;
  if (r.words.capitalNouns && !token.capital) return null;
  if (find(r, r.words.modifiers, at) || find(r, r.words.periods, at) || find(r, r.words.yearBefore, at)) return null;
  return { unit: `${PREFIX}${token.text}`, noun: { start: token.start, end: token.end } };
}
