import type * as z from 'zod/mini';
import { readCsv } from './csv.ts';
import type { MetricFile, RelationFile, SourceFile, SubjectFile, TrapFile, UnitFile } from './files.ts';
import { type Problem, problem } from './problem.ts';
import {
  datasetSchema,
  metricSchema,
  relationsSchema,
  sourceSchema,
  subjectsSchema,
  trapsSchema,
  unitsSchema,
} from './schema.ts';
import { type Path, readYaml, type Yaml } from './yaml.ts';

/** A part of a file with a way to say where it stands. */
export interface Placed<T> {
  readonly file: string;
  readonly value: T;
  at(path: Path): { readonly line: number; readonly column: number };
}

export interface RateRow {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

/** A folder of data files, read: what is sound in it, and what is wrong. */
export interface DataFiles {
  readonly sources: readonly Placed<SourceFile>[];
  readonly subjects: readonly Placed<SubjectFile>[];
  readonly metrics: readonly Placed<MetricFile>[];
  readonly units: readonly Placed<UnitFile>[];
  readonly traps: readonly Placed<TrapFile>[];
  readonly relations: readonly Placed<RelationFile>[];
  readonly rates: readonly RateRow[];
  readonly problems: readonly Problem[];
}

type Kind = 'source' | 'subjects' | 'metric' | 'units' | 'traps' | 'relations' | 'dataset' | 'other';

/** By the folder; a file outside the known folders is told by its shape. */
function kindOf(file: string, value: unknown): Kind {
  const parts = file.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  if (parts.includes('languages') || parts.includes('schema') || name === 'signs.yaml') return 'other';
  if (parts.includes('metrics')) return 'metric';
  if (name === 'units.yaml') return 'units';
  if (name === 'traps.yaml') return 'traps';
  if (name === 'relations.yaml') return 'relations';
  if (name === 'dataset.yaml') return 'dataset';
  return parts.includes('subjects') || Array.isArray(value) ? 'subjects' : 'source';
}

const wrongType = 'must be quoted: "1.60", not 1.60';

/** What a person can do about it, from zod's issue. */
function explain(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys') return `${where}unknown key ${issue.keys.map((k) => `'${k}'`).join(', ')}`;
  if (issue.code === 'invalid_type') {
    const unquoted = issue.expected === 'string' && typeof issue.input === 'number';
    return `${where}${unquoted ? wrongType : `a ${issue.expected} is expected`}`;
  }
  if (issue.code === 'invalid_value') return `${where}one of ${issue.values.join(', ')} is expected`;
  return `${where}${issue.message === 'Invalid input' ? 'not as the schema wants it' : issue.message}`;
}

/** One element of a list that failed must not take its neighbours with it. */
function sound<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  yaml: Yaml,
  file: string,
  base: Path,
  problems: Problem[],
): T | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, 20)) {
    const { line, column } = yaml.at([...base, ...issue.path]);
    problems.push(problem(file, line, column, explain(issue)));
  }
  return undefined;
}

function readSource(yaml: Yaml, file: string, problems: Problem[]): Placed<SourceFile> | undefined {
  const whole = sound(sourceSchema, yaml.value, yaml, file, [], problems);
  if (whole) return { file, value: whole, at: yaml.at };
  // keep the figures that are sound
  const raw = yaml.value as { figures?: unknown } | null;
  if (typeof raw !== 'object' || raw === null || !Array.isArray(raw.figures)) return undefined;
  const good = raw.figures.flatMap((figure: unknown, index: number) =>
    sourceSchema.safeParse({ ...raw, figures: [figure] }).success ? [{ figure, index }] : [],
  );
  const rest = sourceSchema.safeParse({ ...raw, figures: good.map((g) => g.figure) });
  if (!rest.success) return undefined;
  const at = (path: Path): { readonly line: number; readonly column: number } =>
    path[0] === 'figures' && path.length > 1
      ? yaml.at(['figures', good[Number(path[1])]?.index ?? 0, ...path.slice(2)])
      : yaml.at(path);
  return { file, value: rest.data, at };
}

export function readList<T>(
  schema: z.ZodMiniType<readonly T[]>,
  yaml: Yaml,
  file: string,
  problems: Problem[],
): Placed<T>[] {
  if (!Array.isArray(yaml.value)) {
    sound(schema, yaml.value, yaml, file, [], problems);
    return [];
  }
  return yaml.value.flatMap((one: unknown, index: number) => {
    const found: Problem[] = [];
    const [value] =
      sound(schema, [one], { ...yaml, at: (path) => yaml.at([index, ...path.slice(1)]) }, file, [], found) ?? [];
    problems.push(...found);
    return value === undefined ? [] : [{ file, value, at: (path: Path) => yaml.at([index, ...path]) }];
  });
}

/** Files by their path -> what they hold. Never throws; a file or an entry that is wrong is reported and left out. */
export function readData(files: ReadonlyMap<string, string>): DataFiles {
  const problems: Problem[] = [];
  const out = {
    sources: [] as Placed<SourceFile>[],
    subjects: [] as Placed<SubjectFile>[],
    metrics: [] as Placed<MetricFile>[],
    units: [] as Placed<UnitFile>[],
    traps: [] as Placed<TrapFile>[],
    relations: [] as Placed<RelationFile>[],
    rates: [] as RateRow[],
  };
  for (const [file, text] of files) {
    if (file.endsWith('.csv')) {
      const csv = readCsv(file, text);
      problems.push(...csv.problems);
      out.rates.push(...csv.rows.slice(1).map((row) => ({ file, ...row })));
      continue;
    }
    if (!/\.ya?ml$/.test(file) || kindOf(file, null) === 'other') continue;
    const yaml = readYaml(file, text);
    problems.push(...yaml.problems);
    if (yaml.value === undefined) continue;
    const kind = kindOf(file, yaml.value);
    if (kind === 'source') {
      const source = readSource(yaml, file, problems);
      if (source) out.sources.push(source);
    } else if (kind === 'subjects') out.subjects.push(...readList(subjectsSchema, yaml, file, problems));
    else if (kind === 'units') out.units.push(...readList(unitsSchema, yaml, file, problems));
    else if (kind === 'relations') out.relations.push(...readList(relationsSchema, yaml, file, problems));
    else if (kind === 'traps') out.traps.push(...readList(trapsSchema, yaml, file, problems));
    else if (kind === 'metric') {
      const value = sound(metricSchema, yaml.value, yaml, file, [], problems);
      if (value) out.metrics.push({ file, value, at: yaml.at });
    } else if (kind === 'dataset') sound(datasetSchema, yaml.value, yaml, file, [], problems);
  }
  return { ...out, problems };
}
