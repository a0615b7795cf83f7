import type {
  AttachCue,
  Cue,
  EpithetCue,
  ModalityCue,
  QualifierCue,
  RelationCue,
  RoleCue,
  SumCue,
  TimeWords,
} from '../language/claimWords.ts';
import type { Language } from '../language/language.ts';
import { type Pattern, plain } from '../language/pattern.ts';
import type { Alias, Subject } from '../reference/model.ts';
import { idOfPublisher } from '../reference/publisher.ts';
import type { Reference } from '../reference/reference.ts';
import { tokenize } from '../text/tokens.ts';
import { indexPatterns, type PatternIndex } from './match.ts';
import { isPlural, pieces } from './pieces.ts';
import { addToTrie, newTrie, type TrieNode } from './trie.ts';

/** A name's entry: whose it is and what must stand near it. */
export interface NameEntry {
  readonly subject: string;
  readonly near: ReadonlySet<string> | null;
  /** As spelt with capitals: an ordinary word in lower case is no name. */
  readonly capital: boolean;
  /** An ordinary word besides ('meta' is a goal in Spanish): a name only with its capital. */
  readonly ordinary: boolean;
  /** Spelt in the plural: the singular is another thing ('data centres', 'a data centre'). */
  readonly plural: boolean;
}

/** All names and cues, made ready to be found. Built once for a reference and its languages. */
export interface Lexicon {
  readonly names: TrieNode<NameEntry>;
  /** Words that make another thing of a numbered name: 'mini' of 'GPT-5 mini'. */
  readonly variants: ReadonlySet<string>;
  /** Every word of any `near` list: what a draft has said so far is kept only of these. */
  readonly nearWords: ReadonlySet<string>;
  readonly cues: ReadonlyMap<string, LanguageIndex>;
  /** Publishers by their folded name in words, with their id (`idOfPublisher`). */
  readonly publishers: ReadonlyMap<string, string>;
}

interface Bare {
  readonly pattern: Pattern;
}

export interface LanguageIndex {
  readonly metrics: PatternIndex<Cue>;
  readonly qualifiers: PatternIndex<QualifierCue>;
  readonly roles: PatternIndex<RoleCue>;
  readonly modality: PatternIndex<ModalityCue>;
  readonly relations: PatternIndex<RelationCue>;
  readonly sums: PatternIndex<SumCue>;
  readonly attach: PatternIndex<AttachCue>;
  readonly contrast: PatternIndex<Bare>;
  readonly epithets: PatternIndex<EpithetCue>;
  readonly respectively: PatternIndex<Bare>;
  readonly quarters: PatternIndex<TimeWords['quarters'][number]>;
  readonly halves: PatternIndex<TimeWords['halves'][number]>;
  readonly relative: PatternIndex<TimeWords['relative'][number]>;
  readonly horizon: PatternIndex<Bare>;
}

const bare = (patterns: readonly Pattern[]): PatternIndex<Bare> =>
  indexPatterns(
    patterns.map((pattern) => ({ pattern })),
    (one) => one.pattern,
  );

/** Words by which a `near` text is known: no marks and no lone letters, but where it has nothing else ('U.S.'). */
function nearWordsOf(text: string): string[] {
  const words = tokenize(text).flatMap((token) => (token.kind === 'mark' ? [] : [token.text]));
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : words.slice(0, 1);
}

/** A version is told by digits and a point: enough of a name where the family's short name stands before it. */
const VERSION = /^ \d+\.\d+$/;

/** What a family is called in short, its versions are called with their number: 'Opus', 'Opus 4.6'. */
function versionsOf({ name, parent }: Subject, { subjects }: Reference): readonly Alias[] {
  const family = parent ? subjects.get(parent) : undefined;
  if (!family || !name.startsWith(family.name)) return [];
  const rest = name.slice(family.name.length);
  return VERSION.test(rest)
    ? family.aliases.map(({ text }) => ({ text: text + rest, language: null, near: null }))
    : [];
}

export function buildLexicon(reference: Reference, languages: ReadonlyMap<string, Language>): Lexicon {
  const names = newTrie<NameEntry>();
  const nearWords = new Set<string>();
  const keys = new Map<string, string>();
  for (const subject of reference.dataset.subjects) {
    const seen = new Set<string>();
    for (const alias of [
      { text: subject.name, language: null, near: null },
      ...subject.aliases,
      ...versionsOf(subject, reference),
    ]) {
      const path = pieces(tokenize(alias.text)).map((piece) => piece.text);
      const key = path.join(' ');
      if (path.length === 0 || seen.has(key)) continue;
      const near = subject.aliases.find((other) => other.text === alias.text)?.near ?? alias.near;
      seen.add(key);
      keys.set(key, subject.id);
      const words = near === null || near.length === 0 ? null : new Set(near.flatMap(nearWordsOf));
      for (const word of words ?? []) nearWords.add(word);
      const first = alias.text.charAt(0);
      addToTrie(names, path, {
        subject: subject.id,
        near: words,
        capital: first !== first.toLowerCase(),
        ordinary: near?.length === 0,
        plural: isPlural(alias.text),
      });
    }
  }
  const cues = new Map<string, LanguageIndex>();
  for (const [tag, { claim }] of languages) {
    cues.set(tag, {
      metrics: indexPatterns(claim.metrics, (cue) => cue.pattern),
      qualifiers: indexPatterns(claim.qualifiers, (cue) => cue.pattern),
      roles: indexPatterns(claim.roles, (cue) => cue.pattern),
      modality: indexPatterns(claim.modality, (cue) => cue.pattern),
      relations: indexPatterns(claim.relations, (cue) => cue.pattern),
      sums: indexPatterns(claim.sums, (cue) => cue.pattern),
      attach: indexPatterns(claim.attach, (cue) => cue.pattern),
      contrast: bare(claim.contrast),
      epithets: indexPatterns(claim.epithets, (cue) => cue.pattern),
      respectively: bare(claim.respectively),
      quarters: indexPatterns(claim.times.quarters, (cue) => cue.pattern),
      halves: indexPatterns(claim.times.halves, (cue) => cue.pattern),
      relative: indexPatterns(claim.times.relative, (cue) => cue.pattern),
      horizon: bare(claim.times.horizon),
    });
  }
  const publishers = new Map<string, string>();
  for (const { publisher } of reference.dataset.sources) {
    const words = tokenize(publisher).filter((token) => token.text !== '-');
    publishers.set(words.map((token) => plain(token.text)).join(' '), idOfPublisher(publisher));
  }
  return { names, variants: variantsOf(keys), nearWords, cues, publishers };
}

const NUMBERED = /\d$/;
const WORD = /^\p{L}{3,}$/u;

/** Last words of names that, without them, are numbered names of something else. */
function variantsOf(keys: ReadonlyMap<string, string>): Set<string> {
  const out = new Set<string>();
  for (const [key, subject] of keys) {
    const space = key.lastIndexOf(' ');
    const [stem, last] = [key.slice(0, Math.max(0, space)), key.slice(space + 1)];
    const other = keys.get(stem);
    if (other !== undefined && other !== subject && NUMBERED.test(stem) && WORD.test(last)) out.add(last);
  }
  return out;
}
