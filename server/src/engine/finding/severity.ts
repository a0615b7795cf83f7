import type { FigureStatus } from '../reference/model.ts';
import type { Reason, Rule, Severity } from '../report.ts';
import type { Verdict } from '../verdict/verdict.ts';

const ALWAYS: ReadonlySet<Reason> = new Set([
  'wrong_subject',
  'wrong_metric',
  'wrong_relation',
  'wrong_magnitude',
  'wrong_currency',
  'wrong_unit',
]);
const WEAK: ReadonlySet<FigureStatus> = new Set(['estimate', 'press', 'dataset']);

/** CONTRACT.md, «Verdicts, reasons, severities». `statuses`: of the figures the claim differs from. */
export function severityOf(reason: Reason, statuses: readonly FigureStatus[]): Severity {
  if (ALWAYS.has(reason)) return 'warning';
  return statuses.every((status) => WEAK.has(status)) && statuses.length < 2 ? 'information' : 'warning';
}

export const ruleOf = (reason: Reason): Rule => reason.replaceAll('_', '-') as Rule;

/** The rule that a verdict is told under; null where nothing is told. */
export const ruleFor = (verdict: Verdict | null): Rule | null =>
  verdict?.kind === 'conflict' && verdict.reason
    ? ruleOf(verdict.reason)
    : verdict?.kind === 'outdated' || (verdict?.kind === 'disputed' && !verdict.balanced)
      ? verdict.kind
      : null;
