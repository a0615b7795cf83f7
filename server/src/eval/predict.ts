import {
  type Claim,
  check,
  DEFAULTS,
  type FileReport,
  type Finding,
  type Reason,
  type World,
} from '../engine/index.ts';
import type { Passage, PredictedMention, Prediction } from './passages.ts';

/** The evaluation files know fewer reasons than the checker. */
const COARSE: Readonly<Partial<Record<string, string>>> = {
  wrong_metric: 'wrong_subject',
  wrong_scope: 'wrong_subject',
  wrong_period: 'wrong_value',
};
/** A reason as the evaluation files tell reasons apart. */
export const coarse = (reason: string): string => COARSE[reason] ?? reason;

/** Units that the passages write otherwise. */
const UNITS: Readonly<Partial<Record<string, string>>> = {
  number: 'count',
  user: 'count',
  rack: 'count',
  server: 'count',
  percentage_point: 'percent',
};

/** A warning on a claim is a flag, whatever the rule. */
function verdictOf(claim: Claim, warnings: readonly Finding[]): { verdict: string; reason: string | null } {
  if (claim.verdict === 'outdated') return { verdict: 'outdated', reason: 'outdated' };
  if (claim.verdict === 'conflict') return { verdict: 'conflict', reason: claim.reason && coarse(claim.reason) };
  const warning = warnings.find((f) => f.start < claim.end && claim.start < f.end);
  if (!warning) return { verdict: claim.verdict, reason: null };
  if (warning.rule === 'outdated') return { verdict: 'outdated', reason: 'outdated' };
  return { verdict: 'conflict', reason: coarse(warning.rule.replace('-', '_') as Reason) };
}

/** The report of one passage, as predictions: every claim, with its subject's name. */
export function toPredictions(report: FileReport): PredictedMention[] {
  const warnings = report.findings.filter((f) => f.severity === 'warning');
  return report.claims.map((claim) => {
    const { value, low, high, unit } = claim.quantity;
    return {
      start: claim.start,
      end: claim.end,
      value,
      low,
      high,
      unit: UNITS[unit] ?? unit,
      subject: claim.subject?.name ?? null,
      metric: claim.metric,
      ...verdictOf(claim, warnings),
    };
  });
}

/** Checks every passage as it would be on the day it was written, against what is known at `knownAt` (YYYY-MM-DD). */
export function predict(passages: readonly Passage[], world: World, knownAt: string): Map<string, Prediction> {
  const predictions = new Map<string, Prediction>();
  for (const { id, text, date } of passages) {
    const draft = { text, path: id, id, format: 'auto' } as const;
    const report = check(draft, { ...DEFAULTS, writtenOn: date, knownAt }, world);
    predictions.set(id, { id, mentions: toPredictions(report) });
  }
  return predictions;
}
