import type { TimeMention } from '../mention/mention.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Span } from '../text/span.ts';

/** Where the subject of a reading was found. */
export type Origin = 'sentence' | 'earlier' | 'later' | 'table' | 'caption' | 'heading' | 'context';

/** One way to understand an amount: whose, and what of it. */
export interface Reading {
  readonly subject: string;
  readonly metric: string;
  /** The unit it is compared in. */
  readonly unit: string;
  /** Both scores summed: how plain it is. */
  readonly score: number;
  readonly subjectScore: number;
  readonly metricScore: number;
  readonly origin: Origin;
  /** Told of several at once: it may support, never contradict. */
  readonly group: boolean;
  /** The name, relative to the block, where it stands in the block. */
  readonly mention: Span | null;
}

export type Polarity = 'asserted' | 'negated' | 'questioned' | 'hypothetical';
export interface Attribution {
  readonly by: string;
  readonly stance: 'reports' | 'doubts' | 'denies';
}

/** An amount with what can be said of it before the reference is asked. Spans are relative to the block. */
export interface ClaimDraft {
  readonly quantity: Quantity;
  readonly sentence: Span;
  /** Best first; empty where nobody is named or nothing measured. */
  readonly readings: readonly Reading[];
  /** How plainly each metric is spoken of beside it, whatever its unit. */
  readonly spoken: ReadonlyMap<string, number>;
  readonly qualifiers: Readonly<Record<string, string>>;
  /** Period it speaks of; null where none is near. */
  readonly time: TimeMention | null;
  /** An event is told beside it ('the round values it at'): it speaks of that moment. */
  readonly event: boolean;
  /** Index of the claim that it says again in another currency or unit; null. */
  readonly restates: number | null;
  readonly polarity: Polarity;
  readonly attribution: Attribution | null;
  readonly quoted: boolean;
  /** How it stands to an earlier amount of the block (index of its claim). */
  readonly relation: { readonly kind: 'part' | 'excluded' | 'added'; readonly to: number } | null;
}

/** What a block leaves to the next: names spoken of, newest first, and the words that short names need. */
export interface Context {
  readonly recent: readonly string[];
  readonly near: readonly string[];
  /** Names that the draft's opening brings up later; empty once one has been spoken of. */
  readonly ahead: readonly string[];
  /** The last block priced tokens. */
  readonly tokenPriced: boolean;
  /** Metrics the last sentence spoke of. */
  readonly metrics: readonly string[];
  /** What a line that leads a list in ('Its revenue so far:') says of each of its items; null outside of one. */
  readonly lead: { readonly subject: string | null; readonly metrics: readonly string[] } | null;
}

export const EMPTY_CONTEXT: Context = {
  recent: [],
  near: [],
  ahead: [],
  tokenPriced: false,
  metrics: [],
  lead: null,
};
