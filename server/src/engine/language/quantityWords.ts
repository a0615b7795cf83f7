import type { Phrases } from '../text/phrases.ts';

/** How an amount is meant: exactly, about, as a bound, as a range, as a mere order of magnitude. */
export type Op = 'eq' | 'approx' | 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'range' | 'vague';

/** How a word takes part in a number written in words. Values are decimal strings. */
export interface NumberWord {
  /**
   * add: 'twenty'; hundred: multiplies what stands before it; article: 'a', counts only before a scale;
   * plus: 'and a half', adds to what it follows; part: 'half a', stands before a scale; dozen: a round lot;
   * thousand: 'mille', a number where none stands before it, a scale elsewhere; point: digits in words follow.
   */
  readonly role: 'add' | 'hundred' | 'article' | 'plus' | 'part' | 'dozen' | 'thousand' | 'point';
  readonly value: string;
}

export interface ScaleWord {
  readonly exponent: number;
  /** word: 'billion', 'bn', may stand apart; suffix: 'K', stands at the digits, or before a sign or a counted noun. */
  readonly kind: 'word' | 'suffix';
  /** True where it is read beside money only ('m', 'b'). */
  readonly money: boolean;
}

export interface UnitWord {
  readonly unit: string;
  /** Power of ten of its prefix: 9 for 'GW'. */
  readonly exponent: number;
  /** Conversion into the unit, 1 unless it is another measure (gallon). */
  readonly factor: number;
  /** sign: '$', '%'; measure: 'MW', 'dollars', 'days'; noun: things counted, words may stand before it. */
  readonly kind: 'sign' | 'measure' | 'noun';
  readonly money: boolean;
}

export interface HedgeWord {
  readonly op: Op;
  /** 0-1: how loosely it speaks. */
  readonly strength: number;
}

export type Direction = 'up' | 'down' | 'more' | 'less';

export interface FactorWord {
  readonly unit: 'ratio' | 'percent';
  /** Decimal string; null where the number stands beside it ('times'). */
  readonly value: string | null;
  readonly direction: Direction | null;
}

/** A set of scale words or suffixes used together: 10^exponent -> [one, many]. */
export type ScaleFamily = ReadonlyMap<number, readonly [string, string]>;

/** How amounts are written in a language. */
export interface Phrasing {
  readonly decimal: string;
  /** Thousands separator, and from how many digits on it is written. */
  readonly group: string;
  readonly groupFrom: number;
  /** Words first, then the suffixes and abbreviations that go together. */
  readonly families: readonly ScaleFamily[];
  /** Scale words of the families that are written only where the text writes them already. */
  readonly seldom: ReadonlySet<string>;
  /** Smallest value that takes the plural ('1,6 milliard': 2; in English anything but 1: 0). */
  readonly pluralFrom: number;
  /** Between a scale word and a unit word: 'de ' and its form before a vowel; '' where none is needed. */
  readonly link: string;
  readonly linkVowel: string;
  readonly vowels: string;
  /** Unit id -> [one, many] in words. */
  readonly units: ReadonlyMap<string, readonly [string, string]>;
  /** Currency id -> sign. */
  readonly signs: ReadonlyMap<string, string>;
  readonly signFirst: boolean;
  /** Space between number and a sign after it. */
  readonly signSpace: string;
  /** Between the ends of a range, in words. */
  readonly rangeWord: string;
  /** Power of ten -> [letter, syllable]: [G, giga]. */
  readonly prefixes: ReadonlyMap<number, readonly string[]>;
  /** Names of the months, January first; empty where the language lacks them. */
  readonly months: readonly string[];
  /** How a date is put beside an amount that stood then, and one that was summed over it; null: not known. */
  readonly asOf: DatePhrase | null;
  readonly during: DatePhrase | null;
  /** How a statement is given to its source, with `{who}`; '' where the language lacks it. */
  readonly accordingTo: string;
  /** How publishers are called that are no names ('Press': 'press reports'). */
  readonly publishers: ReadonlyMap<string, string>;
}

/** With `{year}` and `{month}` in it. */
export interface DatePhrase {
  readonly month: string;
  readonly year: string;
}

/** Words and signs around numbers, and how to write an amount. */
export interface QuantityWords {
  /** Words with which an amount, its hedge or its range may begin; digits apart. */
  readonly starts: ReadonlySet<string>;
  /** Those of them with which the amount itself may begin. */
  readonly begins: ReadonlySet<string>;
  /** Articles ('a', 'une') and what an amount may go on with behind one: with other words none is looked for. */
  readonly articles: ReadonlyMap<string, ReadonlySet<string>>;
  /** The locale's decimal mark; the other of '.' and ',' groups thousands where it can. */
  readonly decimal: '.' | ',';
  /** Thousands separators of the locale. */
  readonly groups: readonly string[];
  /** Scales follow each other in one number ('1億8千万'). */
  readonly sums: boolean;
  /** A digit behind a scale is a tenth of it ('一万三' is 13,000). */
  readonly shortForms: boolean;
  /** '多', '余': in the midst of a number, it is more. */
  readonly over: Phrases<true>;
  readonly numbers: Phrases<NumberWord>;
  readonly scales: Phrases<ScaleWord>;
  /** Units after a number. */
  readonly units: Phrases<UnitWord>;
  /** Units before a number: '$', 'USD', 'a factor of'. */
  readonly signs: Phrases<UnitWord>;
  /** Signs that stand for more than one currency ('¥'), with all of them. */
  readonly sharedSigns: ReadonlyMap<string, readonly string[]>;
  /** 'de', 'd’', 'of': between a number and its unit. */
  readonly links: Phrases<true>;
  /** After a scale word a noun needs a link ('millions de', not 'million'). */
  readonly scaleLinks: boolean;
  /** Nouns are written with a capital. */
  readonly capitalNouns: boolean;
  /** 'th', 'rd', 'e': endings of an ordinal. */
  readonly ordinals: Phrases<true>;
  /** 'third', 'fifths', 'cinquième': what a number is divided by. */
  readonly fractions: Phrases<number>;
  /** 'in' of 'one in five', 'sur'. */
  readonly outOf: Phrases<true>;
  /** Words that may stand between a number and the thing counted ('advanced', 'total', 'AI'). */
  readonly modifiers: Phrases<true>;
  /** The noun counted is the last of several ('H800 GPU hours'), not the first ('heures de GPU'). */
  readonly headLast: boolean;
  /** FP8, INT4: may stand between a number and its unit. */
  readonly precisions: Phrases<true>;
  readonly hedges: Phrases<HedgeWord>;
  readonly hedgesAfter: Phrases<HedgeWord>;
  /** 'between' ... 'and'; 'from' ... 'to'. */
  readonly rangeOpen: Phrases<'pair' | 'from'>;
  readonly rangeAnd: Phrases<true>;
  readonly rangeTo: Phrases<true>;
  /** 'per', '/', 'a': before the unit of a rate. */
  readonly per: Phrases<'any' | 'time'>;
  /** 'annually', 'par an', 'each' -> perUnit. */
  readonly periods: Phrases<string>;
  /** 'tens of', 'des dizaines de': [low, high]. */
  readonly vague: Phrases<readonly [number, number]>;
  /** Words that are a factor: 'doubled', 'tenfold', 'half of'. */
  readonly factors: Phrases<FactorWord>;
  /** 'times', 'x' after a number. */
  readonly times: Phrases<FactorWord>;
  /** Those of them that are one character. */
  readonly timesSigns: ReadonlySet<string>;
  /** Words around a percentage or factor that say where it points. */
  readonly directions: Phrases<Direction>;
  /** 'or', 'soit', '=': the next amount restates this one. */
  readonly pairs: Phrases<true>;
  /** Words before a year or a date. */
  readonly yearBefore: Phrases<true>;
  /** 'in # dollars': money of a stated year. */
  readonly priceYears: readonly (readonly string[])[];
  /** Between the items of a list that shares its unit. */
  readonly listAnd: Phrases<true>;
  /** 'against', 'contre': the next number is of the same unit. */
  readonly contrasts: Phrases<true>;
  /** 'in' of '(in millions of dollars)'. */
  readonly headerIn: Phrases<true>;
  /** 'model': a bare '70B' before it is a number of parameters. */
  readonly sized: Phrases<true>;
  /** Words of a table header that name a unit ('context window' -> token). */
  readonly headers: Phrases<{ readonly unit: string }>;
  readonly phrasing: Phrasing;
}
