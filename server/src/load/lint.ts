import { checkDerivations } from './lint/derivation.ts';
import { checkFigure, isCalendar } from './lint/figure.ts';
import { checkActive, checkChains } from './lint/history.ts';
import { checkRates } from './lint/rates.ts';
import { type Known, register } from './lint/registry.ts';
import { checkSubjects } from './lint/subjects.ts';
import { byPlace, type Problem, problem } from './problem.ts';
import { type DataFiles, readData } from './read.ts';

const LICENCES: ReadonlySet<string> = new Set([
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'MIT',
  'Etalab-2.0',
  'OGL-UK-3.0',
]);

function checkSources(data: DataFiles, known: Known): Problem[] {
  const problems: Problem[] = [];
  for (const { file, value: source, at } of data.sources) {
    const report = (path: readonly PropertyKey[], message: string): void => {
      const { line, column } = at(path);
      problems.push(problem(file, line, column, message));
    };
    for (const key of ['issued', 'accessed'] as const) {
      const date = source[key];
      if (date !== undefined && !isCalendar(date)) report([key], `${date} is not in the calendar`);
    }
    if (source.kind === 'dataset' && !source.licence) report(['kind'], 'a dataset needs its licence');
    if (source.licence && !LICENCES.has(source.licence)) report(['licence'], `licence '${source.licence}' is unknown`);
    source.figures.forEach((figure, i) => {
      checkFigure(figure, known, (path, message) => report(['figures', i, ...path], message));
    });
  }
  return problems;
}

function checkMetrics(data: DataFiles, known: Known): Problem[] {
  return data.metrics.flatMap(({ file, value, at }) =>
    value.comparable
      .filter((id) => !known.metrics.has(id))
      .map((id) => problem(file, at(['comparable']).line, at(['comparable']).column, `metric '${id}' is unknown`)),
  );
}

function checkRelations(data: DataFiles, known: Known): Problem[] {
  return data.relations.flatMap(({ file, value, at }) =>
    [value.result, ...value.of].flatMap((id) =>
      known.metrics.has(id) ? [] : [problem(file, at(['of']).line, at(['of']).column, `metric '${id}' is unknown`)],
    ),
  );
}

function checkTraps(data: DataFiles, known: Known): Problem[] {
  return data.traps.flatMap(({ file, value, at }) =>
    (value.figures ?? []).flatMap((id, i) => {
      const { line, column } = at(['figures', i]);
      return known.figures.has(id) ? [] : [problem(file, line, column, `figure '${id}' is unknown`)];
    }),
  );
}

/**
 * Problems of a folder of data files (path -> text), in the order of files and lines; empty where all is well.
 * @param base what the files may lean on; a workspace's files lean on the built-in dataset.
 */
export function lintData(files: ReadonlyMap<string, string>, base?: Known): readonly Problem[] {
  const data = readData(files);
  const known = register(data, base);
  return [
    ...data.problems,
    ...known.problems,
    ...checkSources(data, known),
    ...checkSubjects(data, known),
    ...checkMetrics(data, known),
    ...checkTraps(data, known),
    ...checkRelations(data, known),
    ...checkChains(data, known),
    ...checkActive(data),
    ...checkDerivations(data, known),
    ...checkRates(data.rates),
  ].sort(byPlace);
}
