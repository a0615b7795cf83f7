import type { Op } from '../language/quantityWords.ts';
import type { Span } from '../text/span.ts';

export type { Op };

/** The manner in which a number was written. */
export interface Form {
  /** Significant digits; 0 for a number in words. */
  readonly digits: number;
  readonly decimals: number;
  /** Marks as written: decimal, thousands; null where none was written. */
  readonly point: string | null;
  readonly group: string | null;
  /** End of the digits in the block. */
  readonly end: number;
  /** Power of ten between the unit as written and the unit's id: prefix, 'per 1K tokens'. */
  readonly unitExponent: number;
  readonly factor: number;
  /** What joins the ends of a range, as written. */
  readonly join: string | null;
}

/** One amount read in a block. Spans are relative to the block. */
export interface Quantity extends Span {
  /** In base units (prefixes and scale words resolved by exponent); null for a range or a vague amount. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Unit id of `data/units.yaml` ('USD', 'GPU', 'W', 'percent', 'USD/GPU-hour', 'other:<text>', 'number' where no unit is named). */
  readonly unit: string;
  readonly op: Op;
  /** 'year', 'month', 'day', 'hour', 'query', 'GPU', ... : 'par an', 'a day', 'per rack', 'each'. Rates that are units of their own (USD/GPU-hour) have null. */
  readonly perUnit: string | null;
  /** The digits as written, without scale and unit ('1,6'); for words, the words. */
  readonly digits: string;
  /** Place value of the last digit written, scaled: 0.1e9 for '1,6 milliard'; 1 for '2,048'; 1000 for '2k'. */
  readonly step: number;
  /** Where the number itself stands (digits and scale word, no unit, no hedge). */
  readonly number: Span;
  /** Scale word or suffix as written, with its exponent; null where none. */
  readonly scale: (Span & { readonly exponent: number }) | null;
  /** Unit sign or word as written; null where none. Currency: the sign or word that a currency fix replaces. */
  readonly unitSpan: Span | null;
  /** Hedge word ('près de', 'about', 'more than'); null where none. `strength` 0-1: how loosely it speaks. */
  readonly hedge: (Span & { readonly op: Op; readonly strength: number }) | null;
  /** Percent and ratio: 'up', 'down', 'more', 'less', or null. */
  readonly direction: 'up' | 'down' | 'more' | 'less' | null;
  /** Index, in the block's list, of the amount that this one restates in another currency or unit ('$1.6B (1,5 milliard d'euros)'). */
  readonly restates: number | null;
  /** Noun or name after a count as written ('H800', 'GPU Nvidia'), where the unit came from it. */
  readonly noun: Span | null;
  /** Money of a stated year ('in 2023 dollars'). */
  readonly priceYear: number | null;
  /** How it was written; what is written anew follows it. */
  readonly form: Form | null;
  /** Range or list that shares a unit with the neighbour: that neighbour's index, or null. */
  readonly sharedWith: number | null;
}
