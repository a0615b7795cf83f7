import type { Language } from './language/language.ts';
import type { Lexicon } from './mention/lexicon.ts';
import type { Reference } from './reference/reference.ts';
import type { Rule, Severity } from './report.ts';

/** What is checked. `format` 'auto': pasted plain text is recognised. */
export interface Draft {
  readonly text: string;
  readonly path: string;
  readonly id: string | null;
  readonly format: 'markdown' | 'plain' | 'auto';
}

/** What the caller decides: dates (the engine has no clock), language, rules. */
export interface Options {
  /** 'auto' or a language tag. */
  readonly language: string;
  /** ISO date that resolves 'last year'; the front matter's date goes first. */
  readonly writtenOn: string | null;
  /** ISO date up to which references count; 'outdated' is judged at it. */
  readonly knownAt: string;
  /** Severity by rule; 'off' silences it. */
  readonly severities: Readonly<Partial<Record<Rule, Severity | 'off'>>>;
  /** Fingerprints, rules, or `rule:subject` never reported. */
  readonly ignore: readonly string[];
  /** Front matter keys that hold prose. */
  readonly proseKeys: readonly string[];
  readonly maxLength: number;
  readonly maxFindings: number;
}

/** What the checker knows: the same for every draft. */
export interface World {
  readonly reference: Reference;
  readonly languages: ReadonlyMap<string, Language>;
  /** Names and cues of both, made ready to be found. */
  readonly lexicon: Lexicon;
}

export const DEFAULTS: Options = {
  language: 'auto',
  writtenOn: null,
  knownAt: '9999-12-31',
  severities: {},
  ignore: [],
  proseKeys: ['title', 'subtitle', 'description', 'summary', 'excerpt', 'abstract'],
  maxLength: 4_000_000,
  maxFindings: 100,
};
