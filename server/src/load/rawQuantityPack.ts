import type { DatePhrase, Op } from '../engine/language/quantityWords.ts';

/** A unit as `units.yaml` or `signs.yaml` lists it. */
export interface RawUnit {
  readonly unit: string;
  /** Taken with each prefix word of the language. */
  readonly prefixed?: readonly string[];
  readonly words?: readonly string[];
  /** Taken with each prefix letter; `bare: false`: never without one. */
  readonly symbols?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly bare?: boolean;
  readonly plain?: readonly string[];
  readonly plainExact?: readonly string[];
  readonly sign?: readonly string[];
  /** Capitals count. */
  readonly exact?: boolean;
  readonly exponent?: number;
  readonly factor?: number;
  /** A thing counted: words may stand between it and its number. */
  readonly thing?: boolean;
}

export interface RawHedge {
  readonly op: Op;
  readonly strength: number;
  readonly words: readonly string[];
}

type Lists = Readonly<Record<string, readonly string[]>>;
type Values = Readonly<Record<string, number>>;

/** `data/signs.yaml`. */
export interface RawSigns {
  readonly prefixes: Values;
  readonly money: Lists;
  readonly exact: readonly string[];
  /** Signs of more than one currency. */
  readonly shared?: Lists;
  readonly units: readonly RawUnit[];
  readonly times: readonly string[];
  readonly precisions: readonly string[];
  readonly suffixes: readonly {
    readonly text: string;
    readonly exponent: number;
    readonly exact?: boolean;
    readonly money?: boolean;
  }[];
  readonly hedges: readonly RawHedge[];
  readonly hedgesAfter: readonly RawHedge[];
  readonly directions: Lists;
  readonly pairs: readonly string[];
  readonly per: readonly string[];
  readonly list: readonly string[];
}

/** The files of a pack that speak of quantities; what a language lacks is empty. */
export interface RawQuantityPack {
  readonly signs?: RawSigns;
  readonly numerals?: {
    readonly decimal?: '.' | ',';
    readonly group?: readonly string[];
    readonly sums?: boolean;
    readonly shortForms?: boolean;
    readonly over?: readonly string[];
    readonly words?: Readonly<Record<string, Values>>;
    readonly ordinals?: readonly string[];
    readonly fractions?: Lists;
    readonly outOf?: readonly string[];
    readonly compounds?: {
      readonly ones: Values;
      readonly tens: Values;
      readonly joiner: string;
      readonly hundred: string;
      readonly thousand: string;
    };
  };
  readonly scales?: { readonly words?: Lists; readonly money?: Lists; readonly suffixes?: RawSigns['suffixes'] };
  readonly units?: {
    readonly prefixes?: Values;
    readonly money?: Lists;
    readonly cents?: Lists;
    /** Signs that mean another currency in this language. */
    readonly signs?: Lists;
    readonly percentBefore?: readonly string[];
    readonly measures?: readonly RawUnit[];
    readonly things?: Lists;
    readonly modifiers?: readonly string[];
    readonly links?: readonly string[];
    readonly headLast?: boolean;
    readonly capitalNouns?: boolean;
    readonly headers?: Lists;
    readonly headerIn?: readonly string[];
    readonly sized?: readonly string[];
  };
  readonly hedges?: {
    readonly before?: readonly RawHedge[];
    readonly after?: readonly RawHedge[];
    readonly ranges?: Lists;
    readonly per?: Lists;
    readonly periods?: Lists;
    readonly vague?: readonly { readonly low: number; readonly high: number; readonly words: readonly string[] }[];
    readonly factors?: readonly {
      readonly value: number;
      readonly unit?: 'ratio' | 'percent';
      readonly words: readonly string[];
      readonly direction?: 'up' | 'down';
    }[];
    /** Phrases that begin like a factor and are none ('double-digit'). */
    readonly idioms?: readonly string[];
    readonly times?: readonly string[];
    readonly factorBefore?: readonly string[];
    readonly directions?: Lists;
    readonly pairs?: readonly string[];
    readonly list?: readonly string[];
    readonly contrasts?: readonly string[];
    readonly years?: { readonly before?: readonly string[]; readonly price?: readonly string[] };
  };
  readonly phrasing?: {
    readonly decimal?: string;
    readonly group?: string;
    readonly groupFrom?: number;
    readonly pluralFrom?: number;
    readonly seldom?: readonly string[];
    readonly families?: readonly Readonly<Record<string, string | readonly string[]>>[];
    readonly link?: string;
    readonly linkVowel?: string;
    readonly vowels?: string;
    readonly signFirst?: boolean;
    readonly signSpace?: string;
    readonly rangeWord?: string;
    readonly signs?: Readonly<Record<string, string>>;
    readonly units?: Readonly<Record<string, readonly [string, string]>>;
    readonly months?: readonly string[];
    readonly asOf?: DatePhrase;
    readonly during?: DatePhrase;
    readonly accordingTo?: string;
    readonly publishers?: Readonly<Record<string, string>>;
  };
}
