import { sameMetric, sameSubject } from './names.ts';
import { overlap, type Pairing, pairUp } from './pair.ts';
import type { Passage, PredictedMention, Prediction } from './passages.ts';
import { coarse } from './predict.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface Miss {
  readonly id: string;
  readonly kind: 'missed' | 'unflagged' | 'false flag' | 'wrong link';
  readonly text: string;
  readonly detail: string;
}

export interface Score {
  readonly passages: number;
  readonly predictedPassages: number;
  readonly groups: ReadonlyMap<string, Tally>;
  readonly distractors: {
    passages: number;
    withFlag: number;
    flags: number;
    disputedFlags: number;
    mentions: number;
    withMention: number;
  };
  readonly byMetric: ReadonlyMap<string, { gold: number; found: number }>;
  readonly byReason: ReadonlyMap<string, { gold: number; flagged: number }>;
  readonly confusion: ReadonlyMap<string, number>;
  readonly errors: readonly Miss[];
}

const isFlag = (verdict: string | null | undefined): boolean => verdict === 'conflict' || verdict === 'outdated';
const NEUTRAL = new Set(['other', 'neutral', 'market', 'restatement', 'duration']);

function entry<T>(map: Map<string, T>, key: string, create: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}

const amount = (m: { value: number | null; low: number | null; high: number | null; unit: string }): string =>
  `${m.value ?? `${m.low}..${m.high}`} ${m.unit}`;

/** Compares predictions with annotated passages. A passage without a prediction counts as answered with nothing. */
export function score(passages: readonly Passage[], predictions: ReadonlyMap<string, Prediction>): Score {
  const groups = new Map<string, Tally>();
  const byMetric = new Map<string, { gold: number; found: number }>();
  const byReason = new Map<string, { gold: number; flagged: number }>();
  const confusion = new Map<string, number>();
  const errors: Miss[] = [];
  const distractors = { passages: 0, withFlag: 0, flags: 0, disputedFlags: 0, mentions: 0, withMention: 0 };

  for (const passage of passages) {
    const predicted = (predictions.get(passage.id)?.mentions ?? []).filter(
      (p) => Number.isFinite(p.start) && Number.isFinite(p.end),
    );
    const names = ['all', `lang:${passage.lang}`, `kind:${passage.kind}`];
    if (passage.wrapped_from) names.push('markdown');
    if (passage.part) names.push(`part:${passage.part}`);
    const count = (key: keyof Tally): void => {
      for (const name of names) entry(groups, name, emptyTally)[key]++;
    };
    const pairing = pairUp(passage, predicted);
    scoreGold(passage, predicted, pairing, count, { byMetric, byReason, confusion, errors });
    scorePredictions(passage, predicted, pairing, count, errors);
    if (passage.kind !== 'distractor') continue;
    const flags = predicted.filter((p) => isFlag(p.verdict)).length;
    distractors.passages++;
    distractors.mentions += predicted.length;
    distractors.flags += flags;
    distractors.disputedFlags += predicted.filter((p) => p.verdict === 'disputed').length;
    if (predicted.length > 0) distractors.withMention++;
    if (flags > 0) distractors.withFlag++;
  }
  const predictedPassages = passages.filter((p) => predictions.has(p.id)).length;
  return { passages: passages.length, predictedPassages, groups, distractors, byMetric, byReason, confusion, errors };
}

interface Tables {
  readonly byMetric: Map<string, { gold: number; found: number }>;
  readonly byReason: Map<string, { gold: number; flagged: number }>;
  readonly confusion: Map<string, number>;
  readonly errors: Miss[];
}

function scoreGold(
  passage: Passage,
  predicted: readonly PredictedMention[],
  pairing: Pairing,
  count: (key: keyof Tally) => void,
  { byMetric, byReason, confusion, errors }: Tables,
): void {
  passage.mentions.forEach((gold, i) => {
    const hit = pairing.ofGold[i] ?? null;
    const answer = hit ? predicted[hit.index]! : null;
    const goldFlag = gold.checkable && isFlag(gold.verdict);
    const right = gold.checkable && gold.verdict === 'supported';
    const report = (kind: Miss['kind'], detail: string): void => {
      errors.push({ id: passage.id, kind, text: gold.quote, detail });
    };
    count('gold');
    if (gold.checkable) count('goldCheckable');
    if (goldFlag) count('goldFlags');
    if (right) count('right');
    if (answer) count('spotted');
    const metric = entry(byMetric, gold.metric, () => ({ gold: 0, found: 0 }));
    metric.gold++;
    if (answer && hit?.exact) {
      metric.found++;
      count('found');
      if (gold.checkable) {
        count('foundCheckable');
        count('verdicts');
        if (answer.verdict === gold.verdict) count('verdict');
        const cell = `${gold.verdict} -> ${answer.verdict ?? 'none'}`;
        confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
      }
      if (gold.checkable && gold.subject) {
        const subject = sameSubject(gold.subject, answer.subject);
        const sameAs = sameMetric(gold.metric, answer.metric);
        count('linkable');
        if (subject) count('subject');
        if (sameAs) count('metric');
        if (subject && sameAs) count('link');
        else
          report('wrong link', `${gold.subject} ${gold.metric}, got ${answer.subject ?? '-'} ${answer.metric ?? '-'}`);
      }
    } else report('missed', amount(gold) + (answer ? `, got ${amount(answer)}` : ''));
    if (answer?.verdict === 'supported' && goldFlag) count('conflictsSupported');
    if (answer?.verdict === 'disputed' && right) count('disputedOnRight');
    if (!goldFlag) return;
    const reason = entry(byReason, gold.reason || gold.verdict, () => ({ gold: 0, flagged: 0 }));
    reason.gold++;
    if (!answer || !isFlag(answer.verdict)) {
      const got = answer ? `${answer.verdict} (${answer.subject ?? '-'} ${answer.metric ?? '-'})` : 'nothing';
      report('unflagged', `${gold.verdict}/${gold.reason} of ${gold.subject} ${gold.metric}, got ${got}`);
      return;
    }
    reason.flagged++;
    count('trueFlags');
    if (hit?.exact) count('trueFlagsWithValue');
    if (!answer.reason) return;
    count('reasons');
    if (answer.reason === coarse(gold.reason ?? gold.verdict)) count('reasonRight');
  });
}

function scorePredictions(
  passage: Passage,
  predicted: readonly PredictedMention[],
  pairing: Pairing,
  count: (key: keyof Tally) => void,
  errors: Miss[],
): void {
  predicted.forEach((p, i) => {
    const hit = pairing.ofPrediction[i] ?? null;
    const onGold = passage.mentions.some((m) => overlap(m, p) > 0);
    const onDistractor = passage.distractors.filter((d) => overlap(d, p) > 0);
    const neutral =
      !onGold &&
      passage.kind !== 'distractor' &&
      (passage.kind === 'news' ? !isFlag(p.verdict) : onDistractor.some((d) => NEUTRAL.has(d.kind)));
    count('predicted');
    if (neutral) count('neutral');
    else if (!hit?.exact) {
      count('spurious');
      if (onDistractor.length > 0) count('spuriousOnDistractor');
    }
    if (passage.kind === 'distractor' && p.subject) count('subjectsOnDistractors');
    if (!isFlag(p.verdict)) return;
    const gold = hit ? passage.mentions[hit.index]! : null;
    if (gold?.checkable && isFlag(gold.verdict)) return; // a true flag, counted with its gold mention
    const open = gold?.verdict === 'disputed' || Boolean(gold?.qualifiers?.['also'] || gold?.qualifiers?.['ambiguous']);
    if (neutral || open) {
      count('neutralFlags');
      return;
    }
    count('falseFlags');
    if (gold?.checkable && gold.verdict === 'supported') count('falseFlagsOnRight');
    const detail = `predicted ${p.verdict}/${p.reason} (${p.subject ?? '-'} ${p.metric ?? '-'}), gold ${gold ? gold.verdict : 'nothing'}`;
    errors.push({ id: passage.id, kind: 'false flag', text: passage.text.slice(p.start, p.end), detail });
  });
}
