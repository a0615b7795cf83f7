import * as z from 'zod/mini';
import type { FigureOp, RelationKind, SourceKind, SubjectKind } from '../engine/reference/model.ts';
import type { MetricFile, RelationFile, SourceFile, SubjectFile, TrapFile, UnitFile } from './files.ts';

const KINDS: readonly SourceKind[] = [
  'filing',
  'paper',
  'datasheet',
  'official',
  'estimate',
  'press',
  'list_price',
  'dataset',
];
const OPS: readonly FigureOp[] = ['eq', 'approx', 'at_least', 'at_most', 'range'];
const RELATIONS: readonly RelationKind[] = ['excludes', 'includes', 'part_of', 'same_as', 'derived_from'];
const SUBJECTS: readonly SubjectKind[] = [
  'company',
  'model',
  'family',
  'chip',
  'system',
  'cluster',
  'site',
  'programme',
  'product',
  'service',
  'place',
  'aggregate',
  'person',
  'other',
];

const matching = (pattern: RegExp, hint: string): z.ZodMiniString => z.string().check(z.regex(pattern, hint));
const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug such as deepseek-v3');
const metricId = matching(/^[a-z]+(?:_[a-z0-9]+)*$/, 'a metric id such as training_cost');
const figureId = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9-]+@[a-z0-9-]+$/, 'subject.metric@source-date');
/** Quoted: YAML would drop the zero of 1.60 and the digits beyond 2^53. */
const decimal = matching(/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e-?\d{1,2})?$/, 'a quoted decimal such as "1.6e9"');
const date = matching(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a quoted date such as "2025-01-31"');
const half = String.raw`(?:(?:FY)?\d{4}(?: Q[1-4]|-Q[1-4]|-H[12]|-\d{2}(?:-\d{2})?)?)`;
const period = matching(
  new RegExp(`^(?:${half}|(?:${half}|\\.\\.)/(?:${half}|\\.\\.))$`),
  'a period such as 2025, 2025-Q3, FY2026 Q2 or 2024/2026',
);
const link = matching(/^https:\/\/[^\s]+$/, 'an https address');
const text = z.string().check(z.minLength(1));
const list = <T extends z.ZodMiniType>(of: T): z.ZodMiniOptional<z.ZodMiniArray<T>> => z.optional(z.array(of));
const qualifiers = z.record(matching(/^[a-z_]+$/, 'a qualifier name'), text);
const kind = z.enum(KINDS);

const figure = z.strictObject({
  id: figureId,
  subject: slug,
  metric: metricId,
  op: z.optional(z.enum(OPS)),
  value: z.optional(decimal),
  low: z.optional(decimal),
  high: z.optional(decimal),
  date: z.optional(date),
  unit: text,
  as_of: date,
  period: z.optional(period),
  qualifiers: z.optional(qualifiers),
  status: z.optional(kind),
  rank: z.optional(z.enum(['preferred', 'deprecated'])),
  flag: z.optional(z.enum(['wrong', 'suspect'])),
  unverified: z.optional(z.literal(true)),
  supersedes: list(figureId),
  relations: list(z.strictObject({ kind: z.enum(RELATIONS), figure: figureId, source: slug })),
  derivation: z.optional(
    z.strictObject({ operation: z.enum(['sum', 'product', 'difference', 'ratio']), of: z.array(figureId) }),
  ),
  locator: z.optional(text),
  seen_at: list(link),
  note: z.optional(text),
});

/** `data/sources/<id>.yaml`, and a workspace's own file: one publication with its figures. */
export const sourceSchema: z.ZodMiniType<SourceFile> = z.strictObject({
  id: slug,
  publisher: text,
  title: text,
  url: z.nullable(link),
  issued: date,
  accessed: z.optional(date),
  kind,
  licence: z.optional(text),
  url_unverified: z.optional(z.literal(true)),
  generated: z.optional(z.literal(true)),
  figures: z.array(figure).check(z.minLength(1)),
}) as z.ZodMiniType<unknown> as z.ZodMiniType<SourceFile>;

const alias = z.union([text, z.strictObject({ text, language: z.optional(text), near: list(text) })]);

/** `data/subjects/*.yaml`: a list. */
export const subjectsSchema: z.ZodMiniType<readonly SubjectFile[]> = z.array(
  z.strictObject({
    id: slug,
    kind: z.enum(SUBJECTS),
    name: text,
    parent: z.optional(slug),
    vendor: z.optional(slug),
    aliases: list(alias),
    notConfusedWith: list(slug),
    members: list(slug),
  }),
) as z.ZodMiniType<unknown> as z.ZodMiniType<readonly SubjectFile[]>;

const worded = z.strictObject({ en: text, fr: text });

/** `data/metrics/<id>.yaml`. */
export const metricSchema: z.ZodMiniType<MetricFile> = z.strictObject({
  id: metricId,
  dimension: text,
  units: z.array(text),
  subjects: z.array(z.enum(SUBJECTS)),
  time: z.enum(['stock', 'flow', 'event']),
  default: z.optional(z.boolean()),
  latest: z.optional(z.boolean()),
  plural: z.optional(z.boolean()),
  mutual: z.optional(z.boolean()),
  usual: z.optional(z.tuple([z.number(), z.number()])),
  tolerance: z.number().check(z.gte(0), z.lt(1)),
  shelfLife: z.nullable(z.number().check(z.gt(0))),
  comparable: z.array(metricId),
  name: worded,
  definition: worded,
  qualifiers: z.record(z.string(), z.array(text)),
}) as z.ZodMiniType<unknown> as z.ZodMiniType<MetricFile>;

/** `data/units.yaml`: a list. */
export const unitsSchema: z.ZodMiniType<readonly UnitFile[]> = z.array(
  z.strictObject({ id: text, dimension: text, factor: z.nullable(decimal), ceiling: z.optional(decimal) }),
) as z.ZodMiniType<unknown> as z.ZodMiniType<readonly UnitFile[]>;

/** `data/traps.yaml`: circulating confusions and what the checker should do with each. */
export const trapsSchema: z.ZodMiniType<readonly TrapFile[]> = z.array(
  z.strictObject({
    id: slug,
    kind: text,
    written: text,
    right: text,
    expect: z.enum(['flag', 'note', 'silence']),
    reason: z.optional(text),
    factor: z.optional(decimal),
    figures: list(figureId),
  }),
) as z.ZodMiniType<unknown> as z.ZodMiniType<readonly TrapFile[]>;

/** `data/relations.yaml`: how metrics depend on each other. */
export const relationsSchema: z.ZodMiniType<readonly RelationFile[]> = z.array(
  z.strictObject({
    id: slug,
    result: metricId,
    operation: z.enum(['product', 'ratio']),
    of: z.array(metricId).check(z.minLength(1)),
    factor: z.optional(decimal),
    low: decimal,
    high: decimal,
    name: worded,
  }),
) as z.ZodMiniType<unknown> as z.ZodMiniType<readonly RelationFile[]>;

/** `data/dataset.yaml`. */
export const datasetSchema: z.ZodMiniType<{ readonly version: string; readonly asOf: string }> = z.strictObject({
  version: text,
  asOf: date,
}) as z.ZodMiniType<unknown> as z.ZodMiniType<{ readonly version: string; readonly asOf: string }>;

/** By the name of the generated JSON Schema. */
export const schemas: Readonly<Record<string, z.ZodMiniType<unknown>>> = {
  source: sourceSchema,
  subjects: subjectsSchema,
  metric: metricSchema,
  units: unitsSchema,
  traps: trapsSchema,
  relations: relationsSchema,
  dataset: datasetSchema,
};
