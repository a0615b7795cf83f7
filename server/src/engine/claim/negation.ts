import type { Language, Tagger } from '../language/language.ts';
import type { Span } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';

type Tagged = ReturnType<Tagger>[number];

/** A run of verbs with what negates them: 'did not actually train'. */
interface Group extends Span {
  readonly words: readonly Tagged[];
}

/** An adverb may stand inside a run, a break may not. */
const INSIDE = 14;
const BREAK = /[,;:()\u2013\u2014]/;

function groupsOf(tagged: readonly Tagged[], sentence: string): Group[] {
  const groups: Group[] = [];
  for (const word of tagged) {
    const last = groups.at(-1);
    const between = last ? sentence.slice(last.end, word.start) : '';
    const joined = last && between.length <= INSIDE && between.trim().split(' ').length <= 1 && !BREAK.test(between);
    if (joined) groups[groups.length - 1] = { start: last.start, end: word.end, words: [...last.words, word] };
    else groups.push({ start: word.start, end: word.end, words: [word] });
  }
  return groups.filter(({ words }) => words.some((word) => word.tag !== 'negative'));
}

const isNegated = ({ words }: Group): boolean => words.some((word) => word.tag === 'negative');

/** Whether a sentence holds a word for which it is worth asking a tagger. */
export const mayDeny = (sentence: string, language: Language): boolean =>
  language.negations.size > 0 && tokenize(sentence).some((token) => language.negations.has(token.text));

/** Whether the verb that an amount belongs to is negated: the last before it, else the one right behind it. */
export function isDenied(sentence: string, amount: Span, tagger: Tagger): boolean {
  const groups = groupsOf(tagger(sentence), sentence);
  const before = groups.findLast((group) => group.end <= amount.start);
  if (before) return isNegated(before);
  const behind = groups.find((group) => group.start >= amount.end);
  return behind !== undefined && isNegated(behind) && !BREAK.test(sentence.slice(amount.end, behind.start));
}
