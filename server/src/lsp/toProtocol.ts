import { type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver';
import type { Edit, Severity } from '../engine/index.ts';
import type { DiagnosticData } from '../host/messages.ts';
import type { DressedFileReport, DressedFinding } from '../present/messages.ts';
import type { Sheet } from './checker.ts';

/** The only place that knows the engine's values and the protocol's. */

interface Span {
  readonly start: number;
  readonly end: number;
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toRange = (document: Sheet, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
});

export const toSpan = (document: Sheet, range: Range): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

export const toTextEdit = (document: Sheet, edit: Edit): TextEdit => ({
  range: toRange(document, edit),
  newText: edit.text,
});

export interface DiagnosticOptions {
  /** URI of the folder of the rules' pages, with a slash at the end; null: no link. */
  readonly rulePages: string | null;
  readonly related: boolean;
}

/** At most so many findings of one rule on claims that say the same. */
const MOST_ALIKE = 5;

/** What the findings of a report are to an editor, in order. */
export function toDiagnostics(document: Sheet, report: DressedFileReport, options: DiagnosticOptions): Diagnostic[] {
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const alike = new Map<string, number>();
  const out: Diagnostic[] = [];
  for (const finding of report.findings) {
    const claim = claims.get(finding.claims[0] ?? -1);
    const key = `${finding.rule} ${claim?.fingerprint ?? out.length}`;
    const count = (alike.get(key) ?? 0) + 1;
    alike.set(key, count);
    if (count > MOST_ALIKE) continue;
    const data: DiagnosticData = {
      sentence: toRange(document, claim?.sentence ?? finding),
      rule: finding.rule,
      fingerprint: claim?.fingerprint ?? '',
    };
    out.push({
      range: toRange(document, finding),
      severity: SEVERITY[finding.severity],
      source: 'ballpark',
      code: finding.rule,
      ...(options.rulePages ? { codeDescription: { href: `${options.rulePages}${finding.rule}.md` } } : {}),
      message: finding.message,
      ...(options.related && finding.related.length > 0 ? { relatedInformation: related(document, finding) } : {}),
      data,
    });
  }
  return out;
}

const related = (document: Sheet, finding: DressedFinding) =>
  finding.related.slice(0, 10).map((place) => ({
    location: { uri: document.uri, range: toRange(document, place) },
    message: place.message,
  }));
