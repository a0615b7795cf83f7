import * as z from 'zod/mini';
import { REASONS } from '../load/reasons.ts';
import { RULES } from '../load/rules.ts';
import type { DatasetJson, FileJson, ReportJson } from './document.ts';

/** The report as other programs read it (`--format json`): the one definition behind docs/report.schema.json. */

const nullable = z.nullable;
const span = { start: z.int(), end: z.int() };
const amount = {
  value: nullable(z.number()),
  low: nullable(z.number()),
  high: nullable(z.number()),
  unit: z.string(),
};
const OPS = ['eq', 'approx', 'at_least', 'more_than', 'at_most', 'less_than', 'range', 'vague'] as const;
const arg = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('amount'),
    amount: z.object({ ...amount, op: z.enum(OPS), perUnit: z.exactOptional(nullable(z.string())) }),
  }),
  z.object({ kind: z.literal('date'), date: z.string() }),
  z.object({ kind: z.literal('subject'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('metric'), id: z.string() }),
  z.object({ kind: z.literal('qualifiers'), qualifiers: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('number'), number: z.number() }),
]);
const args = z.record(z.string(), arg);

const edit = z.object({ ...span, text: z.string() });
const fix = z.object({
  kind: z.enum(['currency', 'scale', 'subject', 'scope', 'value', 'convert', 'cite', 'hedge', 'ignore']),
  title: z.string(),
  safe: z.boolean(),
  edits: z.array(edit),
});
const note = z.object({ kind: z.string(), ...span, message: z.string() });
const reference = z.object({
  figure: z.string(),
  subject: z.string(),
  metric: z.string(),
  ...amount,
  op: z.enum(OPS),
  qualifiers: z.record(z.string(), z.string()),
  asOf: z.string(),
  period: nullable(z.string()),
  status: z.string(),
  role: z.enum(['agrees', 'differs', 'superseded', 'suspect', 'context']),
  source: z.object({
    id: z.string(),
    publisher: z.string(),
    title: z.string(),
    url: nullable(z.string()),
    date: z.string(),
  }),
});
const claim = z.object({
  id: z.int(),
  ...span,
  text: z.string(),
  language: z.string(),
  quantity: z.object({ ...amount, op: z.enum(OPS), perUnit: nullable(z.string()) }),
  subject: nullable(z.object({ id: z.string(), name: z.string() })),
  metric: nullable(z.string()),
  qualifiers: z.record(z.string(), z.string()),
  assumed: z.array(z.string()),
  polarity: z.enum(['asserted', 'negated', 'questioned', 'hypothetical']),
  attribution: nullable(z.object({ by: z.string(), stance: z.enum(['reports', 'doubts', 'denies']) })),
  quoted: z.boolean(),
  verdict: z.enum(['supported', 'conflict', 'outdated', 'disputed', 'no_reference']),
  reason: nullable(z.enum(REASONS)),
  also: z.array(z.enum(REASONS)),
  fingerprint: z.string(),
  message: z.string(),
  messageId: z.string(),
  args,
  references: z.array(reference),
  fixes: z.array(fix),
});
const finding = z.object({
  rule: z.enum(RULES),
  severity: z.enum(['warning', 'information', 'hint']),
  ...span,
  claims: z.array(z.int()),
  message: z.string(),
  messageId: z.string(),
  args,
  derivation: z.array(z.object({ text: z.string(), value: z.number(), unit: z.string(), from: z.string() })),
  related: z.array(z.object({ ...span, message: z.string() })),
  fixes: z.array(fix),
});

const dataset = z.object({ version: z.string(), figures: z.int(), asOf: z.string() });
const file = z.object({
  path: z.string(),
  id: nullable(z.string()),
  language: z.string(),
  writtenOn: nullable(z.string()),
  notes: z.array(note),
  claims: z.array(claim),
  findings: z.array(finding),
});

/** One line of ndjson: a draft's report with the dataset it was checked against. */
export const lineSchema: z.ZodMiniType<FileJson & { readonly dataset: DatasetJson }> = z.extend(file, { dataset });

/** The whole document. */
export const reportSchema: z.ZodMiniType<ReportJson> = z.object({
  schema: z.literal(1),
  ballpark: z.string(),
  dataset,
  knownAt: z.string(),
  files: z.array(file),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});
