import type {
  Alias,
  Dataset,
  Figure,
  FigureOp,
  FigureStatus,
  Metric,
  MetricRelation,
  Rate,
  RelationKind,
  Source,
  SourceKind,
  Subject,
  SubjectKind,
  Unit,
} from '../engine/reference/model.ts';

/** What stands beside a figure's columns: present only where it says something. */
interface PackedRest {
  readonly rank?: 'preferred' | 'deprecated';
  readonly flag?: 'wrong' | 'suspect';
  readonly unverified?: 1;
  readonly supersedes?: readonly string[];
  readonly relations?: readonly (readonly [RelationKind, string, string])[];
  readonly locator?: string;
  readonly seen?: readonly string[];
  readonly note?: string;
}

/** id, subject, metric, value, low, high, op, unit, qualifiers, as of, period, status, rest; a missing tail is empty. */
type PackedFigure = readonly [
  string,
  number,
  number,
  (number | null)?,
  (number | null)?,
  (number | null)?,
  number?,
  number?,
  number?,
  number?,
  number?,
  number?,
  (PackedRest | 0)?,
];
type PackedAlias = string | readonly [string, string | 0, readonly string[] | 0];

/** The form `scripts/pack.mjs` writes: numbers point into `strings` and `sets`. */
export interface PackedDataset {
  readonly version: string;
  readonly asOf: string;
  readonly strings: readonly string[];
  readonly sets: readonly Readonly<Record<string, string>>[];
  readonly sources: readonly (readonly [
    string,
    number,
    string,
    string | 0,
    number,
    number,
    number,
    readonly PackedFigure[],
  ])[];
  readonly subjects: readonly (readonly [
    string,
    string,
    SubjectKind,
    (string | 0)?,
    (string | 0)?,
    (readonly PackedAlias[])?,
    (readonly string[] | 0)?,
    (readonly string[] | 0)?,
  ])[];
  readonly metrics: readonly Metric[];
  readonly units: readonly (readonly [string, string, (number | null)?, (number | null)?])[];
  readonly relations: readonly MetricRelation[];
  readonly rates: {
    readonly sources: readonly string[];
    readonly pairs: readonly (readonly [
      string,
      string,
      readonly (readonly [string, number, number, number, number])[],
    ])[];
  };
}

/** What `scripts/build-data.mjs` writes, as far as the dataset goes. */
export interface Packed {
  readonly dataset: PackedDataset;
}

const none: readonly never[] = [];
const nothing: PackedRest = {};

const dashed = new Map<string, string>();

/** 'training_cost' -> 'training-cost', once for all figures. */
function inId(metric: string): string {
  let name = dashed.get(metric);
  if (name === undefined) {
    name = metric.replaceAll('_', '-');
    dashed.set(metric, name);
  }
  return name;
}

/** Undoes `shortId` of the packer. */
function longId(short: string, subject: string, metric: string, asOf: string): string {
  const first = short.charCodeAt(0);
  const dated = short.charCodeAt(short.length - 1) === 94;
  if (first === 126) {
    const rest = dated ? `${short.slice(1, -1)}-${asOf}` : short.slice(1);
    return `${subject}.${inId(metric)}${rest}`;
  }
  if (first !== 46) return short;
  return dated ? `${subject}${short.slice(0, -1)}-${asOf}` : subject + short;
}

function figureOf(row: PackedFigure, source: Source, packed: PackedDataset): Figure {
  const text = (index: number | undefined): string => packed.strings[index ?? 0] ?? '';
  const subject = text(row[1]);
  const rest: PackedRest = row[12] || nothing;
  const metric = text(row[2]);
  const asOf = text(row[9]);
  return {
    id: longId(row[0], subject, metric, asOf),
    source: source.id,
    subject,
    metric,
    value: row[3] ?? null,
    low: row[4] ?? null,
    high: row[5] ?? null,
    op: text(row[6]) as FigureOp,
    unit: text(row[7]),
    qualifiers: packed.sets[row[8] ?? 0] ?? {},
    asOf,
    period: row[10] ? text(row[10]) : null,
    published: source.date,
    status: row[11] ? (text(row[11]) as FigureStatus) : source.kind,
    rank: rest.rank ?? 'normal',
    flag: rest.flag ?? null,
    unverified: rest.unverified === 1,
    supersedes: rest.supersedes ?? none,
    relations: rest.relations ? rest.relations.map(([kind, figure, by]) => ({ kind, figure, source: by })) : none,
    locator: rest.locator ?? null,
    seenAt: rest.seen ?? none,
    note: rest.note ?? null,
    local: false,
  };
}

const aliasOf = (alias: PackedAlias): Alias =>
  typeof alias === 'string'
    ? { text: alias, language: null, near: null }
    : { text: alias[0], language: alias[1] || null, near: alias[2] || null };

const subjectOf = (row: PackedDataset['subjects'][number]): Subject => ({
  id: row[0],
  name: row[1],
  kind: row[2],
  parent: row[3] || null,
  vendor: row[4] || null,
  aliases: (row[5] ?? none).map(aliasOf),
  notConfusedWith: row[6] || none,
  members: row[7] || none,
});

function ratesOf({ sources, pairs }: PackedDataset['rates']): Rate[] {
  return pairs.flatMap(([base, quote, rows]) =>
    rows.map(([period, rate, low, high, by]) => ({ base, quote, period, rate, low, high, source: sources[by] ?? '' })),
  );
}

/** The built-in data, which was validated when it was packed: read back without checks. */
export function toDataset(packed: Packed): Dataset {
  const data = packed.dataset;
  const sources: Source[] = [];
  const figures: Figure[] = [];
  for (const [id, publisher, title, url, date, kind, licence, rows] of data.sources) {
    const source: Source = {
      id,
      publisher: data.strings[publisher] ?? '',
      title,
      url: url || null,
      date: data.strings[date] ?? '',
      kind: (data.strings[kind] ?? 'press') as SourceKind,
      licence: licence ? (data.strings[licence] ?? null) : null,
      local: false,
    };
    sources.push(source);
    for (const row of rows) figures.push(figureOf(row, source, data));
  }
  const units: Unit[] = data.units.map(([id, dimension, factor, ceiling]) => ({
    id,
    dimension,
    factor: factor ?? null,
    ceiling: ceiling ?? null,
  }));
  return {
    version: data.version,
    asOf: data.asOf,
    sources,
    figures,
    subjects: data.subjects.map(subjectOf),
    metrics: data.metrics,
    units,
    rates: ratesOf(data.rates),
    relations: data.relations,
  };
}
