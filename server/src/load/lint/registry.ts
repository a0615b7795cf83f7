import type { MetricFile, SourceFile, SubjectFile, UnitFile } from '../files.ts';
import { type Problem, problem } from '../problem.ts';
import type { DataFiles, Placed } from '../read.ts';

/** What ids name. Files of a workspace are linted against the built-in ones. */
export interface Known {
  readonly sources: ReadonlyMap<string, unknown>;
  readonly subjects: ReadonlyMap<string, Pick<SubjectFile, 'id' | 'kind'>>;
  readonly metrics: ReadonlyMap<string, Omit<MetricFile, 'tolerance' | 'shelfLife' | 'name' | 'definition'>>;
  readonly units: ReadonlyMap<string, Pick<UnitFile, 'id' | 'dimension'>>;
  readonly figures: ReadonlyMap<string, { readonly value: number | null; readonly asOf: string }>;
}

export interface Registry extends Known {
  readonly problems: readonly Problem[];
}

function index<T extends { readonly id: string }>(
  what: string,
  list: readonly Placed<T>[],
  base: ReadonlyMap<string, unknown>,
  problems: Problem[],
): Map<string, T> {
  const map = new Map(base as ReadonlyMap<string, T>);
  const first = new Map<string, Placed<T>>();
  for (const one of list) {
    const before = first.get(one.value.id);
    const { line, column } = one.at(['id']);
    if (before) {
      const place = before.at(['id']);
      problems.push(
        problem(one.file, line, column, `${what} '${one.value.id}' stands already in ${before.file}:${place.line}`),
      );
    } else first.set(one.value.id, one);
    map.set(one.value.id, one.value);
  }
  return map;
}

const NOTHING: Known = {
  sources: new Map(),
  subjects: new Map(),
  metrics: new Map(),
  units: new Map(),
  figures: new Map(),
};

/** All ids, each known once; duplicates are problems. */
export function register(data: DataFiles, base: Known = NOTHING): Registry {
  const problems: Problem[] = [];
  const figures = new Map(base.figures);
  const seen = new Map<string, Placed<SourceFile>>();
  for (const source of data.sources) {
    source.value.figures.forEach((figure, i) => {
      const before = seen.get(figure.id);
      if (before) {
        const { line, column } = source.at(['figures', i, 'id']);
        problems.push(problem(source.file, line, column, `figure '${figure.id}' stands already in ${before.file}`));
      } else seen.set(figure.id, source);
      figures.set(figure.id, { value: figure.value === undefined ? null : Number(figure.value), asOf: figure.as_of });
    });
  }
  return {
    sources: index('source', data.sources, base.sources, problems),
    subjects: index('subject', data.subjects, base.subjects, problems),
    metrics: index('metric', data.metrics, base.metrics, problems),
    units: index('unit', data.units, base.units, problems),
    figures,
    problems,
  };
}
