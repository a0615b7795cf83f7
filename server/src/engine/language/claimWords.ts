import type { Pattern } from './pattern.ts';

/** Words around claims, compiled from `metrics`, `roles`, `qualifiers`, `modality`, `times` and `clauses` of a pack. */
export interface ClaimWords {
  /** Every whole word of the cues: what a table without small words is recognised by. */
  readonly vocabulary: ReadonlySet<string>;
  /** Cues of a metric. */
  readonly metrics: readonly Cue[];
  /** Cues of a qualifier's value ('dense' -> sparsity: dense). */
  readonly qualifiers: readonly QualifierCue[];
  /** Role nouns and pronouns that carry a subject on: 'the startup' -> company. */
  readonly roles: readonly RoleCue[];
  readonly modality: readonly ModalityCue[];
  readonly times: TimeWords;
  /** Words that open a new clause ('but', 'whereas', 'dont'). */
  readonly clauseOpeners: ReadonlySet<string>;
  /** Words that say an amount of every one of several names ('each', 'chacun'). */
  readonly each: ReadonlySet<string>;
  /** Words that set a subject beside, not under, the claim ('unlike', 'compared with', 'contre'). */
  readonly contrast: readonly Pattern[];
  /** Words that make a name part of what another is called: 'ChatGPT maker', 'Anthropic rival'. */
  readonly epithets: readonly EpithetCue[];
  /** 'of which', 'including', 'dont', 'on top of': relations between two amounts. */
  readonly relations: readonly RelationCue[];
  /** How amounts are reckoned together: the words of `relations`. */
  readonly sums: readonly SumCue[];
  /** Where an amount stands right beside its subject ('# for @', '@ : #'). */
  readonly attach: readonly AttachCue[];
  /** How to write a qualifier's value ('sparsity:dense'), a relation ('relation:added') or a hedge ('hedge:approx'). */
  readonly spoken: ReadonlyMap<string, string>;
  /** 'respectively'. */
  readonly respectively: readonly Pattern[];
}

export interface Cue {
  readonly metric: string;
  readonly pattern: Pattern;
  /** 1 by default; below: a weak hint. Above: decides. */
  readonly weight: number;
}

export interface EpithetCue {
  /** Whoever makes the named is meant. */
  readonly maker: boolean;
  readonly pattern: Pattern;
}

export interface QualifierCue {
  readonly key: string;
  readonly value: string;
  readonly pattern: Pattern;
}

export interface RoleCue {
  /** Kinds of subject it can stand for; empty: any. */
  readonly kinds: readonly string[];
  readonly pattern: Pattern;
  /** 'last' the newest of its kind, 'first' the former. */
  readonly picks: 'last' | 'first';
}

/**
 * reported: somebody says so, named before the word or right behind it ('X says', ', says X') · according: named behind
 * it ('according to X') · hearsay: nobody in particular ('is said to'); these two may repeat what `reported` lists.
 */
export type ModalityKind =
  | 'negated'
  | 'denied'
  | 'questioned'
  | 'hypothetical'
  | 'reported'
  | 'according'
  | 'hearsay'
  | 'doubted';
export interface ModalityCue {
  readonly kind: ModalityKind;
  readonly pattern: Pattern;
}

export interface AttachCue {
  readonly pattern: Pattern;
}

/**
 * total: the amount is the sum of the others ('# in all') · row: a row of sums ('Total') · parts: an amount and what it
 * holds ('# of which #') · change: two ends and the factor or share between them ('from # to #, a # increase') ·
 * each: a count and a price of one ('# at # each') · same: an amount said again for another time ('# a month, that is #') ·
 * rate: a change of each year, not between two ends ('# a year').
 */
export type SumCueKind = 'total' | 'row' | 'parts' | 'change' | 'each' | 'same' | 'rate';
export interface SumCue {
  readonly kind: SumCueKind;
  readonly pattern: Pattern;
}

export type RelationCueKind = 'part' | 'excluded' | 'added';
export interface RelationCue {
  readonly kind: RelationCueKind;
  readonly pattern: Pattern;
}

export interface TimeWords {
  /** Folded month names and abbreviations -> 1-12. */
  readonly months: ReadonlyMap<string, number>;
  /** Patterns of relative time -> shift and grain: 'last year' -> -1 year. */
  readonly relative: readonly {
    readonly pattern: Pattern;
    readonly grain: 'year' | 'quarter' | 'month' | 'now';
    readonly shift: number;
  }[];
  /** 'first quarter' -> 1, with the year near it. */
  readonly quarters: readonly { readonly pattern: Pattern; readonly quarter: number }[];
  /** 'first half' -> 1. */
  readonly halves: readonly { readonly pattern: Pattern; readonly half: number }[];
  /** 'fiscal', 'exercice'. */
  readonly fiscal: ReadonlySet<string>;
  /** 'by', 'until', 'd'ici': the year after them is a horizon, not a date of the fact. */
  readonly horizon: readonly Pattern[];
  /** Words that may stand before a bare year so that it is one ('in', 'en', 'since'). */
  readonly before: ReadonlySet<string>;
}
