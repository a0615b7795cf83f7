import { isHidden } from './fold.ts';
import { type Token, tokenize } from './tokens.ts';

/** A phrase as a pack writes it. `exact`: capitals count ('MW' is not 'mW'). */
export interface Phrase<T> {
  readonly text: string;
  readonly value: T;
  readonly exact?: boolean;
}

export interface PhraseMatch<T> {
  readonly value: T;
  /** Index of the first token after the phrase. */
  readonly next: number;
}

interface Entry<T> {
  readonly words: readonly string[];
  /** Whether each word touches the one before ('US$'). */
  readonly glued: readonly boolean[];
  /** The phrase's own spelling, without spaces and hyphens. */
  readonly spelling: string;
  readonly exact: boolean;
  readonly value: T;
  /** Its case matters: it is exact, or another phrase has the same letters. */
  contested: boolean;
}

/** The token's characters as written, hidden ones left out. */
export function surface(text: string, token: Token): string {
  let out = '';
  for (let at = token.start; at < token.end; at++) if (!isHidden(text.charAt(at))) out += text.charAt(at);
  return out;
}

const isJoin = (token: Token | undefined, next: Token | undefined): boolean =>
  token !== undefined && next !== undefined && token.text === '-' && !token.spaced && !next.spaced;

/**
 * Phrases found by their first word, longest first. A hyphen between two words is transparent
 * ('GPU-hours' is 'GPU hours'). Where two spellings differ in case only, the one as written wins,
 * then the first that does not insist on its case.
 */
export class Phrases<T> {
  private readonly byFirst: Map<string, Entry<T>[]> = new Map();

  constructor(phrases: Iterable<Phrase<T>>) {
    for (const { text, value, exact } of phrases) {
      const all = tokenize(text);
      const kept = all.filter((token, at) => !(at > 0 && isJoin(token, all[at + 1])));
      const first = kept[0]?.text;
      if (first === undefined) continue;
      const list = this.byFirst.get(first) ?? [];
      this.byFirst.set(first, list);
      const words = kept.map((token) => token.text);
      const glued = kept.map((token, at) => at > 0 && !token.spaced && token.start === kept[at - 1]!.end);
      const spelling = text.replaceAll(' ', '').replaceAll('-', '');
      list.push({ words, glued, spelling, exact: exact ?? false, value, contested: exact ?? false });
    }
    for (const list of this.byFirst.values()) {
      list.sort((a, b) => b.words.length - a.words.length);
      for (const [at, entry] of list.entries())
        entry.contested ||= list.some((other, k) => k !== at && sameWords(entry.words, other.words));
    }
  }

  /** First words of all its phrases. */
  firsts(): Iterable<string> {
    return this.byFirst.keys();
  }

  /** The words that may follow a first word in its phrases. */
  seconds(first: string): string[] {
    return (this.byFirst.get(first) ?? []).flatMap(({ words }) => words.slice(1, 2));
  }

  /** The longest phrase that begins at a token. */
  at(text: string, tokens: readonly Token[], index: number): PhraseMatch<T> | null {
    const first = tokens[index];
    const list = first && this.byFirst.get(first.text);
    if (!list) return null;
    let loose: PhraseMatch<T> | null = null;
    let length = 0;
    for (const entry of list) {
      if (loose && entry.words.length < length) break;
      const next = follow(entry, tokens, index);
      if (next < 0) continue;
      if (!entry.contested) return { value: entry.value, next };
      if (written(text, tokens, index, next) === entry.spelling) return { value: entry.value, next };
      if (!entry.exact && !loose) {
        loose = { value: entry.value, next };
        length = entry.words.length;
      }
    }
    return loose;
  }
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

function follow<T>({ words, glued }: Entry<T>, tokens: readonly Token[], index: number): number {
  let at = index;
  for (let word = 0; word < words.length; word++, at++) {
    if (word > 0 && words[word] !== '-' && isJoin(tokens[at], tokens[at + 1])) at++;
    if (tokens[at]?.text !== words[word] || (glued[word] && tokens[at]!.spaced)) return -1;
  }
  return at;
}

function written(text: string, tokens: readonly Token[], from: number, to: number): string {
  let out = '';
  for (let at = from; at < to; at++) if (tokens[at]!.text !== '-') out += surface(text, tokens[at]!);
  return out;
}
