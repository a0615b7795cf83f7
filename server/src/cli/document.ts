import type { World } from '../engine/index.ts';
import type { DressedClaim, DressedFileReport, DressedFinding, DressedFix } from '../present/messages.ts';

/** The report as other programs read it. Spans are UTF-16 offsets, half open, into the text as given. */

export interface DatasetJson {
  readonly version: string;
  readonly figures: number;
  readonly asOf: string;
}
export type FixJson = Pick<DressedFix, 'kind' | 'title' | 'safe' | 'edits'>;
export interface NoteJson {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}
export type ReferenceJson = Omit<DressedClaim['references'][number], 'local'>;
export type ClaimJson = Omit<DressedClaim, 'sentence' | 'references' | 'fixes'> & {
  readonly references: readonly ReferenceJson[];
  readonly fixes: readonly FixJson[];
};
export type FindingJson = Omit<DressedFinding, 'related' | 'fixes'> & {
  readonly related: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  readonly fixes: readonly FixJson[];
};
export interface FileJson {
  readonly path: string;
  readonly id: string | null;
  readonly language: string;
  readonly writtenOn: string | null;
  readonly notes: readonly NoteJson[];
  readonly claims: readonly ClaimJson[];
  readonly findings: readonly FindingJson[];
}
export interface ReportJson {
  readonly schema: 1;
  readonly ballpark: string;
  readonly dataset: DatasetJson;
  readonly knownAt: string;
  readonly files: readonly FileJson[];
  /** Paths that could not be read. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

export function datasetJson({ reference: { dataset } }: World): DatasetJson {
  return { version: dataset.version, figures: dataset.figures.length, asOf: dataset.asOf };
}

const fixJson = ({ kind, title, safe, edits }: DressedFix): FixJson => ({
  kind,
  title,
  safe,
  edits: edits.map(({ start, end, text }) => ({ start, end, text })),
});

function referenceJson({ local: _, ...r }: DressedClaim['references'][number]): ReferenceJson {
  const { id, publisher, title, url, date } = r.source;
  return { ...r, source: { id, publisher, title, url, date } };
}

const claimJson = (c: DressedClaim): ClaimJson => ({
  id: c.id,
  start: c.start,
  end: c.end,
  text: c.text,
  language: c.language,
  quantity: {
    value: c.quantity.value,
    low: c.quantity.low,
    high: c.quantity.high,
    unit: c.quantity.unit,
    op: c.quantity.op,
    perUnit: c.quantity.perUnit,
  },
  subject: c.subject && { id: c.subject.id, name: c.subject.name },
  metric: c.metric,
  qualifiers: c.qualifiers,
  assumed: c.assumed,
  polarity: c.polarity,
  attribution: c.attribution && { by: c.attribution.by, stance: c.attribution.stance },
  quoted: c.quoted,
  verdict: c.verdict,
  reason: c.reason,
  also: c.also,
  fingerprint: c.fingerprint,
  message: c.message,
  messageId: c.messageId,
  args: c.args,
  references: c.references.map(referenceJson),
  fixes: c.fixes.map(fixJson),
});

const findingJson = (f: DressedFinding): FindingJson => ({
  rule: f.rule,
  severity: f.severity,
  start: f.start,
  end: f.end,
  claims: f.claims,
  message: f.message,
  messageId: f.messageId,
  args: f.args,
  derivation: f.derivation.map(({ text, value, unit, from }) => ({ text, value, unit, from })),
  related: f.related.map(({ start, end, message }) => ({ start, end, message })),
  fixes: f.fixes.map(fixJson),
});

export const fileJson = (r: DressedFileReport): FileJson => ({
  path: r.path,
  id: r.id,
  language: r.language,
  writtenOn: r.writtenOn,
  notes: r.notes.map(({ kind, start, end, message }) => ({ kind, start, end, message })),
  claims: r.claims.map(claimJson),
  findings: r.findings.map(findingJson),
});
