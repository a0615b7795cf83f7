import type { Span } from '../text/span.ts';

/** A name found in a block. Several candidates: the name is ambiguous and the claim decides, or nobody. */
export interface SubjectMention extends Span {
  readonly subjects: readonly string[];
  /** Kind of the first candidate. */
  readonly kind: string;
  /** Found only because a word of its `near` list stands close by. */
  readonly weak: boolean;
  /** A name like a product's that nobody here knows ('GPT-9'): it is nobody's figure. */
  readonly unknown: boolean;
}

/** A date or period found in a block. */
export interface TimeMention extends Span {
  /** '2025', '2025-Q3', '2025-H1', '2025-08', '2025-08-21'. */
  readonly period: string;
  readonly fiscal: boolean;
  /** 'by 2030', 'until 2028': a horizon. */
  readonly horizon: boolean;
  /** 'now', 'currently', 'this year' ... resolved by the draft's date. */
  readonly relative: boolean;
}

/** What a sentence is made of, for patterns: words, amounts and names in order. */
export type Item =
  | (Span & { readonly kind: 'word'; readonly text: string; readonly capital: boolean })
  | (Span & { readonly kind: 'amount'; readonly quantity: number })
  | (Span & { readonly kind: 'name'; readonly subjectKind: string; readonly mention: number; readonly text: string });
