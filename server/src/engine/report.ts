import type { Op } from './quantity/quantity.ts';
import type { Span } from './text/span.ts';

/** The plain values that leave the engine; `present/` adds the sentences. CONTRACT.md: «Report». Spans are absolute. */

export type VerdictKind = 'supported' | 'conflict' | 'outdated' | 'disputed' | 'no_reference';
export type Reason =
  | 'wrong_subject'
  | 'wrong_metric'
  | 'wrong_scope'
  | 'wrong_relation'
  | 'wrong_period'
  | 'wrong_magnitude'
  | 'wrong_currency'
  | 'wrong_unit'
  | 'wrong_value';
export type Severity = 'warning' | 'information' | 'hint';
export type Rule =
  | 'wrong-subject'
  | 'wrong-metric'
  | 'wrong-scope'
  | 'wrong-relation'
  | 'wrong-period'
  | 'wrong-magnitude'
  | 'wrong-currency'
  | 'wrong-unit'
  | 'wrong-value'
  | 'outdated'
  | 'disputed'
  | 'inconsistent'
  | 'arithmetic'
  | 'implausible'
  | 'unsourced';

export interface Amount {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly op: Op;
  readonly perUnit?: string | null;
}

/** Typed arguments of a message; `present/messages.ts` writes them in the reader's locale. */
export type Arg =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'subject'; readonly id: string; readonly name: string }
  | { readonly kind: 'metric'; readonly id: string }
  | { readonly kind: 'qualifiers'; readonly qualifiers: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number };
export type Args = Readonly<Record<string, Arg>>;

export interface FigureRef {
  readonly figure: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly op: Op;
  readonly unit: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly period: string | null;
  readonly status: string;
  readonly local: boolean;
  /** What it is to the verdict: states the value, disagrees, was superseded, explains the suspected cause. */
  readonly role: 'agrees' | 'differs' | 'superseded' | 'suspect' | 'context';
  readonly source: {
    readonly id: string;
    readonly publisher: string;
    readonly title: string;
    readonly url: string | null;
    readonly date: string;
  };
}

export type FixKind = 'currency' | 'scale' | 'subject' | 'scope' | 'value' | 'convert' | 'cite' | 'hedge' | 'ignore';
export interface Edit extends Span {
  readonly text: string;
}
export interface Fix {
  readonly kind: FixKind;
  readonly titleId: string;
  readonly args: Args;
  /** Only one result is possible and nothing is quoted: fit for fixAll. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A step of a computation: an amount of the draft ('draft'), of a figure or of a relation (their ids). */
export interface Derived {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly from: string;
}

/** What the amounts beside a claim give for it. */
export interface Reckoned {
  /** The claim is what they give, within rounding; false: clearly not. */
  readonly agrees: boolean;
  /** Older figures gave it; the newest no longer do. */
  readonly aged?: true;
  readonly computed: Amount;
  readonly derivation: readonly Derived[];
  /** Published figures it rests on. */
  readonly figures?: readonly FigureRef[];
}

/** How a claim was read: what rules over a whole draft set side by side. */
export interface Basis {
  /** Period spoken of; null where none is near. */
  readonly period: string | null;
  /** Best reading's scores: of its subject, of its metric; 0 where nothing was understood. */
  readonly subject: number;
  readonly metric: number;
  /** Told of several subjects at once. */
  readonly group: boolean;
  /** It says an amount again in another unit. */
  readonly restates: boolean;
  /** Values it admits. */
  readonly low: number;
  readonly high: number;
  /** The same, as a term of a computation: a bound reaches a little way only. */
  readonly room: { readonly low: number; readonly high: number } | null;
  readonly direction: 'up' | 'down' | 'more' | 'less' | null;
}

export interface Claim extends Span {
  readonly id: number;
  readonly text: string;
  readonly language: string;
  readonly sentence: Span;
  readonly quantity: Amount & { readonly perUnit: string | null };
  readonly subject: { readonly id: string; readonly name: string } | null;
  readonly metric: string | null;
  readonly qualifiers: Readonly<Record<string, string>>;
  /** What was not written but taken: 'subject:heading', 'currency:USD', 'period:2025'. */
  readonly assumed: readonly string[];
  readonly polarity: 'asserted' | 'negated' | 'questioned' | 'hypothetical';
  readonly attribution: { readonly by: string; readonly stance: 'reports' | 'doubts' | 'denies' } | null;
  readonly quoted: boolean;
  readonly verdict: VerdictKind;
  readonly reason: Reason | null;
  readonly also: readonly Reason[];
  readonly fingerprint: string;
  readonly messageId: string;
  readonly args: Args;
  readonly references: readonly FigureRef[];
  readonly fixes: readonly Fix[];
  /** Of a dispute: the draft states the other side too, or names whose figure it is, and nothing is found. */
  readonly balanced?: true;
  readonly reckoned?: Reckoned | null;
  readonly basis?: Basis | null;
}

export interface Finding extends Span {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly claims: readonly number[];
  readonly messageId: string;
  readonly args: Args;
  readonly derivation: readonly Derived[];
  readonly related: readonly (Span & { readonly messageId: string; readonly args: Args })[];
  readonly fixes: readonly Fix[];
}

export type NoteKind =
  | 'skipped'
  | 'too_large'
  | 'binary'
  | 'language_unknown'
  | 'capped'
  | 'rule_disabled'
  | 'ignored'
  | 'front_matter';
export interface Note extends Span {
  readonly kind: NoteKind;
  readonly messageId: string;
  readonly args: Args;
}

/** What one draft's check gives. */
export interface FileReport {
  readonly path: string;
  readonly id: string | null;
  readonly language: string;
  readonly writtenOn: string | null;
  readonly notes: readonly Note[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  /** Footnotes can be put at the end of the draft. */
  readonly footnotes?: boolean;
}
