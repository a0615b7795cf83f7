import type { Claim, FileReport, Finding, Reason } from '../engine/index.ts';
import type { PredictedMention } from './passages.ts';

/** The evaluation files know fewer reasons than the checker. */
const COARSE: Readonly<Partial<Record<string, string>>> = {
  wrong_metric: 'wrong_subject',
  wrong_scope: 'wrong_subject',
  wrong_period: 'wrong_value',
};
const coarse = (reason: string): string => COARSE[reason] ?? reason;

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
