import type { Figures, GroupFigures } from './figures.ts';
import type { Miss } from './score.ts';

const pc = (share: number | null): string => (share === null ? '   -  ' : `${(100 * share).toFixed(1).padStart(5)}%`);
const range = (interval: readonly [number, number] | null): string =>
  interval ? `${(100 * interval[0]).toFixed(0)}-${(100 * interval[1]).toFixed(0)}%` : '-';
const num = (n: number, width: number): string => String(n).padStart(width);

/** The figures as lines of text. */
export function printFigures(f: Figures): string[] {
  const groups = Object.entries(f.groups).sort(([a], [b]) => (a < b ? -1 : 1));
  const table = (head: string, row: (g: GroupFigures) => string, width: number): string[] => [
    '',
    head,
    ...groups.map(([name, g]) => `${name.padEnd(width)} ${row(g)}`),
  ];
  const d = f.distractor_passages;
  const cells = Object.entries(f.confusion).sort((a, b) => b[1] - a[1]);
  return [
    `${f.passages} passages, ${f.predicted_passages} with predictions`,
    ...table(
      'extraction       gold  pred found |   prec    rec     F1 | rec(checkable) rec(span)',
      ({ gold, predicted, found, extraction: e }) =>
        `${num(gold, 4)} ${num(predicted, 5)} ${num(found, 5)} | ${pc(e.precision)} ${pc(e.recall)} ${pc(e.f1)} | ${pc(e.recall_checkable)}         ${pc(e.recall_span_only)}`,
      16,
    ),
    ...table(
      'linking/verdict     n |  subj  metric   both | verdict',
      ({ linking: l, verdict_accuracy }) =>
        `${num(l.n, 4)} | ${pc(l.subject)} ${pc(l.metric)} ${pc(l.both)} | ${pc(verdict_accuracy)}`,
      16,
    ),
    ...table(
      'flags (conflict or outdated)  gold true false disputed |   prec    rec     F1 | reason | 95 % of prec, rec',
      ({ flags: x, further }) =>
        `${num(x.gold, 4)} ${num(x.true, 4)} ${num(x.false, 5)} ${num(x.on_disputed, 8)} | ${pc(x.precision)} ${pc(x.recall)} ${pc(x.f1)} | ${pc(x.reason_accuracy)} | ${range(further.flag_precision_95)}, ${range(further.flag_recall_95)}`,
      29,
    ),
    ...table(
      'right checkable claims           n | flags per 100 (on them) disputed | conflicts answered supported | distractor claims with subject',
      ({ further: x }) =>
        `${num(x.right_checkable, 5)} | ${(x.false_flags_per_100_right ?? 0).toFixed(1).padStart(13)} ${num(x.false_flags_on_right, 9)} ${num(x.disputed_on_supported, 8)} | ${num(x.conflicts_answered_supported, 28)} | ${num(x.distractor_claims_with_subject, 8)}`,
      28,
    ),
    '',
    `flag recall by reason: ${Object.entries(f.flag_recall_by_reason)
      .map(([reason, v]) => `${reason} ${v.flagged}/${v.gold}`)
      .join(', ')}`,
    `distractor passages: ${d.passages}; with a false flag ${d.withFlag} (${d.flags} flags, ${d.disputedFlags} "disputed"); with any mention ${d.withMention} (${d.mentions} mentions)`,
    `confusion (gold -> predicted, found mentions): ${cells.map(([cell, n]) => `${cell} ${n}`).join('; ')}`,
  ];
}

/** One error a line: passage, kind, words, what was expected. */
export const printErrors = (errors: readonly Miss[]): string[] =>
  errors.map((e) => `${e.id}\t${e.kind}\t${JSON.stringify(e.text)}\t${e.detail}`);
