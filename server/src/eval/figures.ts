import type { Score } from './score.ts';
import type { Tally } from './tally.ts';
import { wilson } from './wilson.ts';

type Share = number | null;
type Interval = readonly [number, number] | null;

/** The figures of one group. Shares are 0-1; null where there is nothing to share. */
export interface GroupFigures {
  readonly gold: number;
  readonly predicted: number;
  readonly found: number;
  readonly extraction: {
    readonly precision: Share;
    readonly recall: Share;
    readonly f1: Share;
    readonly recall_checkable: Share;
    readonly recall_span_only: Share;
    readonly neutral: number;
    readonly spurious: number;
    readonly spurious_on_annotated_distractor: number;
  };
  readonly linking: { readonly n: number; readonly subject: Share; readonly metric: Share; readonly both: Share };
  readonly verdict_accuracy: Share;
  readonly flags: {
    readonly gold: number;
    readonly true: number;
    readonly true_with_value: number;
    readonly false: number;
    readonly on_disputed: number;
    readonly precision: Share;
    readonly recall: Share;
    readonly f1: Share;
    readonly reason_accuracy: Share;
  };
  readonly further: {
    readonly right_checkable: number;
    /** All false flags, per 100 right checkable claims. */
    readonly false_flags_per_100_right: Share;
    readonly false_flags_on_right: number;
    readonly conflicts_answered_supported: number;
    readonly disputed_on_supported: number;
    readonly distractor_claims_with_subject: number;
    readonly flag_precision_95: Interval;
    readonly flag_recall_95: Interval;
  };
}

export interface Figures {
  readonly passages: number;
  readonly predicted_passages: number;
  readonly groups: Readonly<Record<string, GroupFigures>>;
  readonly distractor_passages: Score['distractors'];
  readonly flag_recall_by_reason: Readonly<Record<string, { readonly gold: number; readonly flagged: number }>>;
  readonly recall_by_metric: Readonly<Record<string, { readonly gold: number; readonly found: number }>>;
  readonly confusion: Readonly<Record<string, number>>;
}

const div = (a: number, b: number): Share => (b === 0 ? null : a / b);
const f1 = (p: Share, r: Share): Share => (p === null || r === null || p + r === 0 ? null : (2 * p * r) / (p + r));

function groupFigures(t: Tally): GroupFigures {
  const precision = div(t.found, t.predicted - t.neutral);
  const recall = div(t.found, t.gold);
  const flags = t.trueFlags + t.falseFlags;
  const flagPrecision = div(t.trueFlags, flags);
  const flagRecall = div(t.trueFlags, t.goldFlags);
  return {
    gold: t.gold,
    predicted: t.predicted,
    found: t.found,
    extraction: {
      precision,
      recall,
      f1: f1(precision, recall),
      recall_checkable: div(t.foundCheckable, t.goldCheckable),
      recall_span_only: div(t.spotted, t.gold),
      neutral: t.neutral,
      spurious: t.spurious,
      spurious_on_annotated_distractor: t.spuriousOnDistractor,
    },
    linking: {
      n: t.linkable,
      subject: div(t.subject, t.linkable),
      metric: div(t.metric, t.linkable),
      both: div(t.link, t.linkable),
    },
    verdict_accuracy: div(t.verdict, t.verdicts),
    flags: {
      gold: t.goldFlags,
      true: t.trueFlags,
      true_with_value: t.trueFlagsWithValue,
      false: t.falseFlags,
      on_disputed: t.neutralFlags,
      precision: flagPrecision,
      recall: flagRecall,
      f1: f1(flagPrecision, flagRecall),
      reason_accuracy: div(t.reasonRight, t.reasons),
    },
    further: {
      right_checkable: t.right,
      false_flags_per_100_right: div(100 * t.falseFlags, t.right),
      false_flags_on_right: t.falseFlagsOnRight,
      conflicts_answered_supported: t.conflictsSupported,
      disputed_on_supported: t.disputedOnRight,
      distractor_claims_with_subject: t.subjectsOnDistractors,
      flag_precision_95: wilson(t.trueFlags, flags),
      flag_recall_95: wilson(t.trueFlags, t.goldFlags),
    },
  };
}

/** Counts to shares. Field names are those that other tools of the evaluation read. */
export function figures(score: Score): Figures {
  return {
    passages: score.passages,
    predicted_passages: score.predictedPassages,
    groups: Object.fromEntries([...score.groups].map(([name, tally]) => [name, groupFigures(tally)])),
    distractor_passages: score.distractors,
    flag_recall_by_reason: Object.fromEntries(score.byReason),
    recall_by_metric: Object.fromEntries(score.byMetric),
    confusion: Object.fromEntries(score.confusion),
  };
}
