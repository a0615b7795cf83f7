import type { DressedFileReport, DressedFinding, DressedFix } from '../present/messages.ts';

type Edit = DressedFix['edits'][number];

/** Two edits that cannot both be made; two that put something in at one place can. */
const clash = (a: Edit, b: Edit): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end && a.start < a.end);
const same = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.text === b.text;

/** Edits that do not touch each other, in order; of two that do, the first. One that several fixes share is made once. */
function compatible(fixes: readonly DressedFix[]): Edit[] {
  const taken: Edit[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.filter((edit) => !taken.some((other) => same(edit, other)));
    if (!fresh.some((edit) => taken.some((other) => clash(edit, other)))) taken.push(...fresh);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Every fix that has one possible result. */
export const safeEdits = (report: DressedFileReport): Edit[] =>
  compatible(report.findings.flatMap((finding) => finding.fixes.filter((fix) => fix.safe).slice(0, 1)));

/** One citation for each figure that agrees: in the writer's manner, else the first there is. */
export function citingEdits(
  report: DressedFileReport,
  style: string,
  fixesOf: (claim: DressedFileReport['claims'][number]) => readonly DressedFix[],
): Edit[] {
  const preferred = (fixes: readonly DressedFix[]): DressedFix[] => {
    const cites = fixes.filter((fix) => fix.kind === 'cite');
    const fix = cites.find(({ titleId }) => titleId === `fix.cite.${style}`) ?? cites[0];
    return fix ? [fix] : [];
  };
  return compatible(report.claims.filter((c) => c.verdict === 'supported').flatMap((c) => preferred(fixesOf(c))));
}

const repairs = (finding: DressedFinding): DressedFix | undefined =>
  finding.fixes.find((fix) => fix.kind !== 'ignore' && fix.kind !== 'cite' && fix.kind !== 'hedge');

/** The first repair of every finding of the same rule, where it is of the same kind; [] where there is only one. */
export function alikeEdits(report: DressedFileReport, finding: DressedFinding): Edit[] {
  const model = repairs(finding);
  if (!model || finding.rule === 'disputed') return [];
  const fixes = report.findings
    .filter((other) => other.rule === finding.rule)
    .flatMap((other) => repairs(other) ?? [])
    .filter((fix) => fix.titleId === model.titleId);
  return fixes.length > 1 ? compatible(fixes) : [];
}
