import { type Token, tokenize } from '../text/tokens.ts';
import type { Language } from './language.ts';

/** Words of a text that are looked at: enough to be sure, few enough to be quick. */
export const SAMPLE_LENGTH = 20_000;
/** Share of function words among the words of a text in its own language; far below it, the language is another. */
const ENOUGH = 0.22;
/** Lists and tables hold fewer; then the other languages must lie further behind. */
const SPARSE = 0.07;
const FAR_AHEAD = 2;
/** How much more often than any other language's its words must stand. */
const AHEAD = 1.25;
/** Share of a neighbour's words among the small words of a text from which on it is in the neighbour's language. */
const FOREIGN = 0.15;
/** A block of fewer words cannot outvote its draft. */
const BLOCK_WORDS = 8;

interface Vote {
  readonly tag: string;
  /** Function words found, and their share of all words. */
  readonly found: number;
  readonly share: number;
  /** Small words of a language that resembles it. */
  readonly foreign: number;
}

/** Beyond it a single letter is a word: ideographs and kana. */
const LATIN = '\u2E80';

/** The words of a text; a letter that hangs on a sign ('TB/s', 'it’s', '1M') is none. */
function words(text: string | readonly Token[]): Token[] {
  const tokens = typeof text === 'string' ? tokenize(text, 0, Math.min(text.length, SAMPLE_LENGTH)) : text;
  return tokens.filter(
    (token) => token.kind === 'word' && (token.spaced || token.text.length > 1 || token.text > LATIN),
  );
}

/** Languages (by their place) that write a small word, and those it speaks against. */
interface Ballot {
  readonly own: number[];
  readonly foreign: number[];
}

const BALLOTS = new WeakMap<ReadonlyMap<string, Language>, ReadonlyMap<string, Ballot>>();

/** Every small word with what it votes for; made once for a set of languages. */
function ballotsOf(languages: ReadonlyMap<string, Language>): ReadonlyMap<string, Ballot> {
  const known = BALLOTS.get(languages);
  if (known) return known;
  const ballots = new Map<string, Ballot>();
  const of = (word: string): Ballot => {
    const ballot = ballots.get(word) ?? { own: [], foreign: [] };
    ballots.set(word, ballot);
    return ballot;
  };
  [...languages.values()].forEach(({ functionWords, foreignWords }, i) => {
    for (const word of functionWords) of(word).own.push(i);
    for (const word of foreignWords ?? []) if (!functionWords.has(word)) of(word).foreign.push(i);
  });
  BALLOTS.set(languages, ballots);
  return ballots;
}

/** Votes by function words, the best first. */
function votes(all: readonly Token[], languages: ReadonlyMap<string, Language>): Vote[] {
  const ballots = ballotsOf(languages);
  const tags = [...languages.keys()];
  const found = tags.map(() => 0);
  const foreign = tags.map(() => 0);
  for (const token of all) {
    const ballot = ballots.get(token.text);
    if (!ballot) continue;
    for (const i of ballot.own) found[i]!++;
    for (const i of ballot.foreign) foreign[i]!++;
  }
  const total = Math.max(1, all.length);
  const result = tags.map(
    (tag, i): Vote => ({ tag, found: found[i]!, foreign: foreign[i]!, share: found[i]! / total }),
  );
  return result.sort((a, b) => b.share - a.share || (a.tag < b.tag ? -1 : 1));
}

/** Does a text resemble the language without being written in it? Names ('Los Angeles') bring in a word or two. */
const isForeign = (vote: Vote, least: number): boolean =>
  vote.foreign >= least && vote.foreign > FOREIGN * (vote.found + vote.foreign);

function winner(all: readonly Token[], languages: ReadonlyMap<string, Language>): string | null {
  const [first, second] = votes(all, languages);
  if (!first || first.found < 2 || first.share < SPARSE || isForeign(first, 2)) return null;
  const ahead = first.share < ENOUGH ? FAR_AHEAD : AHEAD;
  // what the second has of another language's small words speaks against it
  const rival = second ? second.share * (1 - second.foreign / Math.max(1, second.found)) : 0;
  return first.share < rival * ahead ? null : first.tag;
}

/** The pack for a language tag: 'fr-CA' finds 'fr'; null where there is none. */
export function languageOf(tag: string, languages: ReadonlyMap<string, Language>): string | null {
  const wanted = tag.trim().toLowerCase().replaceAll('_', '-');
  if (languages.has(wanted)) return wanted;
  const primary = wanted.split('-')[0] ?? '';
  return languages.has(primary) ? primary : null;
}

/**
 * The language of a draft: the first hint that says something (setting, then front matter), else the vote of its
 * function words. Null: a language we do not know; such a draft is not checked.
 */
export function chooseLanguage(
  text: string | readonly Token[],
  languages: ReadonlyMap<string, Language>,
  hints: readonly (string | null)[] = [],
): string | null {
  const hint = hints.find((tag) => tag !== null && tag !== '' && tag !== 'auto');
  if (hint) return languageOf(hint, languages);
  const all = words(text);
  return winner(all, languages) ?? byVocabulary(all, languages);
}

/** How much more of a language's own vocabulary must stand than of any other's. */
const OWN = 1.5;

/** The language of a table or list that has hardly a small word: that of its nouns. */
function byVocabulary(all: readonly Token[], languages: ReadonlyMap<string, Language>): string | null {
  const [vote] = votes(all, languages);
  // one small word in one sentence decides nothing either way
  if (vote && (isForeign(vote, 2) || (vote.share >= SPARSE && (vote.found > 1 || vote.foreign > 0)))) return null;
  const known = (word: string, { functionWords, claim }: Language): boolean =>
    functionWords.has(word) || (claim?.vocabulary?.has(word) ?? false);
  // a word that several languages write ('input', 'token') tells nothing
  const own = new Map<string, number>();
  for (const word of new Set(all.map((token) => token.text))) {
    const tags = [...languages].filter(([, language]) => known(word, language)).map(([tag]) => tag);
    if (tags.length === 1) own.set(tags[0]!, (own.get(tags[0]!) ?? 0) + 1);
  }
  const found = [...languages.keys()].map((tag) => ({ tag, count: own.get(tag) ?? 0 }));
  found.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
  const [first, second] = found;
  return first && first.count >= 2 && first.count >= (second?.count ?? 0) * OWN ? first.tag : null;
}

/**
 * The language of one block: its own vote where it is clear, else the draft's. A block too short to vote follows
 * its draft.
 */
export function chooseBlockLanguage(
  text: string | readonly Token[],
  languages: ReadonlyMap<string, Language>,
  draft: string | null,
): string | null {
  const all = words(text);
  if (all.length < BLOCK_WORDS) return draft;
  const own = winner(all, languages);
  if (own !== null || draft === null) return own;
  const vote = votes(all, languages).find(({ tag }) => tag === draft);
  if (!vote || isForeign(vote, 3)) return null;
  return vote.share === 0 && all.length >= 2 * BLOCK_WORDS ? null : draft;
}
