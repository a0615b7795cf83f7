/** Counts of one group of passages (all, a language, distractors, Markdown). */
export interface Tally {
  gold: number;
  goldCheckable: number;
  predicted: number;
  /** Span, unit and value agree. */
  found: number;
  foundCheckable: number;
  /** Spans overlap, whatever the value. */
  spotted: number;
  /** Predictions on counts that the passages mark as neither right nor wrong. */
  neutral: number;
  spurious: number;
  spuriousOnDistractor: number;
  linkable: number;
  subject: number;
  metric: number;
  link: number;
  verdict: number;
  verdicts: number;
  goldFlags: number;
  trueFlags: number;
  trueFlagsWithValue: number;
  falseFlags: number;
  neutralFlags: number;
  reasonRight: number;
  reasons: number;
  /** Checkable gold claims that are supported. */
  right: number;
  falseFlagsOnRight: number;
  /** Gold conflicts or outdated figures that were answered 'supported'. */
  conflictsSupported: number;
  disputedOnRight: number;
  /** Claims with a subject on distractor passages. */
  subjectsOnDistractors: number;
}

const KEYS =
  'gold goldCheckable predicted found foundCheckable spotted neutral spurious spuriousOnDistractor linkable subject metric link verdict verdicts goldFlags trueFlags trueFlagsWithValue falseFlags neutralFlags reasonRight reasons right falseFlagsOnRight conflictsSupported disputedOnRight subjectsOnDistractors'.split(
    ' ',
  ) as readonly (keyof Tally)[];

export const emptyTally = (): Tally => Object.fromEntries(KEYS.map((key) => [key, 0])) as unknown as Tally;
