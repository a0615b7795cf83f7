import type { FigureRef } from '../engine/index.ts';
import type { Convert } from './card.ts';
import type { Locale } from './locale.ts';
import type { DressedClaim, DressedFileReport, DressedFinding } from './messages.ts';
import type { Names } from './names.ts';

/** Who ignored a figure and why, as far as the workspace knows. */
export interface Decision {
  readonly fingerprint: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly on: string;
}

/** What a report page is made of, whatever it is written in. */
export interface ReportInput {
  readonly name: string;
  readonly text: string;
  readonly report: DressedFileReport;
  readonly locale: Locale;
  readonly names: Names;
  readonly convert: Convert;
  readonly dataset: { readonly version: string; readonly asOf: string };
  readonly decisions: readonly Decision[];
  /** Line, from 1, of an offset. */
  readonly lineOf: (offset: number) => number;
}

export interface Told {
  readonly claim: DressedClaim;
  readonly finding: DressedFinding | null;
  readonly line: number;
  readonly sentence: string;
  /** Not in order, and nobody is told: the writer decided so. */
  readonly ignored: boolean;
  readonly decision: Decision | null;
}

const LOUD: ReadonlySet<string> = new Set(['conflict', 'outdated', 'disputed']);

/** Every claim with its finding, its place and what was decided about it, in the order of the draft. */
export function reportRows({ report, text, decisions, lineOf }: ReportInput): Told[] {
  const findings = new Map(report.findings.flatMap((f) => f.claims.map((id) => [id, f] as const)).reverse());
  const known = new Map(decisions.map((decision) => [decision.fingerprint, decision] as const));
  return report.claims.map((claim) => {
    const finding = findings.get(claim.id) ?? null;
    return {
      claim,
      finding,
      line: lineOf(claim.start),
      sentence: text.slice(claim.sentence.start, claim.sentence.end).trim(),
      ignored: finding === null && LOUD.has(claim.verdict),
      decision: known.get(claim.fingerprint) ?? null,
    };
  });
}

/** Every source the figures rest on, each once, by publisher. */
export function sourcesOf(report: DressedFileReport): FigureRef['source'][] {
  const all = new Map(report.claims.flatMap((c) => c.references.map((f) => [f.source.id, f.source] as const)));
  return [...all.values()].sort((a, b) => a.publisher.localeCompare(b.publisher, 'en') || (a.date < b.date ? -1 : 1));
}

/** Counts of verdicts, as a message's arguments. */
export function tally(report: DressedFileReport): Record<string, { readonly kind: 'number'; readonly number: number }> {
  const count = (verdict: string) =>
    ({ kind: 'number', number: report.claims.filter((c) => c.verdict === verdict).length }) as const;
  return {
    claims: { kind: 'number', number: report.claims.length },
    agree: count('supported'),
    conflict: count('conflict'),
    outdated: count('outdated'),
    disputed: count('disputed'),
    unknown: count('no_reference'),
  };
}
