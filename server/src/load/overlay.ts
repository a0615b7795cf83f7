import type { Dataset, Figure, Source, Subject } from '../engine/reference/model.ts';
import { figureOf, sourceOf, subjectOf } from './build.ts';
import { checkFigure } from './lint/figure.ts';
import { checkActive, checkChains } from './lint/history.ts';
import { type Known, register } from './lint/registry.ts';
import { checkSubjects } from './lint/subjects.ts';
import { byPlace, type Problem, problem } from './problem.ts';
import { readData } from './read.ts';
import { readTable } from './table.ts';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The built-in dataset with a workspace's own figures laid over it. */
export interface Overlay {
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
  /** Where each local figure is written. */
  readonly places: ReadonlyMap<string, Place>;
}

/** The ids of a dataset, for files that lean on it. */
export function knownOf(dataset: Dataset): Known {
  const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((x) => [x.id, x]));
  return {
    sources: byId(dataset.sources),
    subjects: byId(dataset.subjects),
    metrics: byId(dataset.metrics),
    units: byId(dataset.units),
    figures: new Map(dataset.figures.map((f) => [f.id, { value: f.value, asOf: f.asOf }])),
  };
}

/** Later entries of an id replace earlier ones. */
function over<T extends { readonly id: string }>(base: readonly T[], own: readonly T[]): readonly T[] {
  if (own.length === 0) return base;
  const ids = new Set(own.map((x) => x.id));
  return [...base.filter((x) => !ids.has(x.id)), ...own];
}

/**
 * Lays a workspace's files (path -> text; YAML as in `data/`, or CSV with a header row) over a dataset. A figure, source
 * or subject of a known id replaces it. What is wrong is reported and left out; the rest is used.
 */
export function overlayData(files: ReadonlyMap<string, string>, base: Dataset): Overlay {
  if (files.size === 0) return { dataset: base, problems: [], places: new Map() };
  const yaml = new Map([...files].filter(([file]) => !file.endsWith('.csv')));
  const data = readData(yaml);
  const known = register(data, knownOf(base));
  const problems: Problem[] = [...data.problems, ...known.problems];
  const sources: Source[] = [];
  const figures: Figure[] = [];
  const places = new Map<string, Place>();
  for (const { file, value, at } of data.sources) {
    const source = sourceOf(value, true);
    sources.push(source);
    value.figures.forEach((figure, i) => {
      const before = problems.length;
      checkFigure(figure, known, (path, message) => {
        const { line, column } = at(['figures', i, ...path]);
        problems.push(problem(file, line, column, message));
      });
      if (problems.length > before) return;
      figures.push(figureOf(figure, source, true));
      places.set(figure.id, { file, ...at(['figures', i, 'id']) });
    });
  }
  const subjects: Subject[] = data.subjects.map(({ value }) => subjectOf(value));
  problems.push(...checkSubjects(data, known), ...checkChains(data, known), ...checkActive(data));
  const dataset = { ...base, subjects: over(base.subjects, subjects) };
  for (const [file, text] of files) {
    if (!file.endsWith('.csv')) continue;
    const table = readTable(file, text, dataset, known);
    problems.push(...table.problems);
    sources.push(...table.sources);
    for (const { figure, line } of table.figures) {
      figures.push(figure);
      places.set(figure.id, { file, line, column: 1 });
    }
  }
  return {
    dataset: { ...dataset, sources: over(base.sources, sources), figures: over(base.figures, figures) },
    problems: problems.sort(byPlace),
    places,
  };
}
