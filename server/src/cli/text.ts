import type { Claim } from '../engine/index.ts';
import { citeFigure, telling } from '../present/cite.ts';
import type { Locale } from '../present/locale.ts';
import type { DressedClaim, DressedFileReport, DressedFinding } from '../present/messages.ts';
import { tame, write } from '../present/write.ts';
import { placer } from './position.ts';

const MOST_SOURCES = 3;

/** Counts over a run, for its last line. */
export interface Totals {
  files: number;
  claims: number;
  agree: number;
  conflict: number;
  outdated: number;
  disputed: number;
  unknown: number;
  warnings: number;
}

export const noTotals = (): Totals => ({
  files: 0,
  claims: 0,
  agree: 0,
  conflict: 0,
  outdated: 0,
  disputed: 0,
  unknown: 0,
  warnings: 0,
});

export function count(totals: Totals, report: DressedFileReport): void {
  const of = (verdict: Claim['verdict']): number => report.claims.filter((c) => c.verdict === verdict).length;
  totals.files++;
  totals.claims += report.claims.length;
  totals.agree += of('supported');
  totals.conflict += of('conflict');
  totals.outdated += of('outdated');
  totals.disputed += of('disputed');
  totals.unknown += of('no_reference');
  totals.warnings += report.findings.filter((f) => f.severity === 'warning').length;
}

/** Where a verdict comes from, one source a line: what it says unless the message has said it, its title and address. */
function sourceLines(messageId: string, message: string, claim: DressedClaim | undefined, locale: Locale): string[] {
  const lines = new Set<string>();
  const figures = messageId === 'disputed' ? (claim?.references ?? []) : telling(messageId, claim);
  for (const figure of figures) {
    if (lines.size === MOST_SOURCES) break;
    const { publisher, title, url } = figure.source;
    const cited = citeFigure(figure, locale);
    lines.add(`    - ${message.includes(cited) ? publisher : cited}: ${tame(title)}${url ? ` <${url}>` : ''}`);
  }
  return [...lines];
}

/** One draft's findings as text, `path:line:column: severity: message [rule]` and the sources below. */
export function fileText(report: DressedFileReport, text: string, locale: Locale, all: boolean): string {
  const place = placer(text);
  const at = (offset: number): string => `${report.path}:${place(offset)}`;
  const entries: { start: number; lines: string[] }[] = [];
  for (const note of report.notes)
    entries.push({ start: note.start, lines: [`${at(note.start)}: note: ${note.message}`] });
  const told = new Set<number>();
  for (const finding of report.findings) {
    for (const id of finding.claims) told.add(id);
    entries.push({ start: finding.start, lines: findingLines(finding, report, at, locale) });
  }
  for (const claim of all ? report.claims : [])
    if (claim.verdict === 'supported' && !told.has(claim.id)) {
      const head = `${at(claim.start)}: supported: ${tame(claim.text)}${about(claim)}: ${claim.message}`;
      entries.push({
        start: claim.start,
        lines: [head, ...sourceLines(claim.messageId, claim.message, claim, locale)],
      });
    }
  entries.sort((a, b) => a.start - b.start);
  return entries.flatMap((e) => e.lines.map((line) => `${line}\n`)).join('');
}

const about = ({ subject, metric }: DressedClaim): string =>
  subject ? ` (${[subject.name, metric].filter(Boolean).join(', ')})` : '';

function findingLines(
  finding: DressedFinding,
  report: DressedFileReport,
  at: (offset: number) => string,
  locale: Locale,
): string[] {
  const claim = report.claims.find((c) => c.id === finding.claims[0]);
  return [
    `${at(finding.start)}: ${finding.severity}: ${finding.message} [${finding.rule}]`,
    ...(claim ? [`    ${tame(claim.text)}${about(claim)}`] : []),
    ...sourceLines(finding.messageId, finding.message, claim, locale),
    ...finding.derivation.map((step) => `    = ${step.text}`),
    ...finding.related.map((r) => `    ${at(r.start)}: ${r.message}`),
  ];
}

const number = (n: number) => ({ kind: 'number', number: n }) as const;

/** The run's last line: how many figures agree, and how fresh the data is. */
export function summary(totals: Totals, dataset: { version: string; asOf: string }, locale: Locale): string {
  const { claims, agree, conflict, outdated, disputed, unknown } = totals;
  const counts = write(
    'page.summary',
    {
      claims: number(claims),
      agree: number(agree),
      conflict: number(conflict),
      outdated: number(outdated),
      disputed: number(disputed),
      unknown: number(unknown),
    },
    locale,
  );
  const data = write(
    'page.dataset',
    { version: { kind: 'text', text: dataset.version }, date: { kind: 'date', date: dataset.asOf } },
    locale,
  );
  return `${[counts, data].filter(Boolean).join(' ')}\n`;
}
