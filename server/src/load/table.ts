import type { Dataset, Figure, Source } from '../engine/reference/model.ts';
import { figureOf } from './build.ts';
import { readCsv } from './csv.ts';
import type { FigureFile } from './files.ts';
import { checkFigure } from './lint/figure.ts';
import type { Known } from './lint/registry.ts';
import { type Problem, problem } from './problem.ts';
import { sourceSchema } from './schema.ts';

/** An analyst's spreadsheet, read. */
export interface Table {
  readonly sources: readonly Source[];
  readonly figures: readonly { readonly figure: Figure; readonly line: number }[];
  readonly problems: readonly Problem[];
}

const COLUMNS = ['subject', 'metric', 'value', 'unit', 'as of', 'source', 'url'] as const;
const OPTIONAL = ['low', 'high', 'period', 'publisher', 'note'] as const;
type Column = (typeof COLUMNS)[number] | (typeof OPTIONAL)[number];
const REQUIRED: readonly Column[] = ['subject', 'metric', 'unit', 'as of', 'source'];

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'source';

/** Ids by any name a person may have put in a cell. */
function directory(dataset: Dataset): {
  readonly subjects: Map<string, string>;
  readonly metrics: Map<string, string>;
} {
  const subjects = new Map<string, string>();
  for (const subject of dataset.subjects) {
    for (const alias of subject.aliases) if (!alias.near) subjects.set(fold(alias.text), subject.id);
  }
  for (const subject of dataset.subjects) subjects.set(fold(subject.name), subject.id).set(subject.id, subject.id);
  const metrics = new Map<string, string>();
  for (const metric of dataset.metrics) {
    for (const name of [...Object.values(metric.name), metric.id]) metrics.set(fold(name), metric.id);
  }
  return { subjects, metrics };
}

/** CSV with a header row: subject, metric, value, unit, as of, source, url; low, high, period, publisher and note if wanted. */
export function readTable(file: string, text: string, dataset: Dataset, known: Known): Table {
  const { rows, problems: found } = readCsv(file, text);
  const problems: Problem[] = [...found];
  const [header, ...body] = rows;
  if (!header) return { sources: [], figures: [], problems };
  const columns = header.cells.map(fold);
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    problems.push(problem(file, header.line, 1, `the header row lacks ${missing.join(', ')}`));
    return { sources: [], figures: [], problems };
  }
  const names = directory(dataset);
  const sources = new Map<string, Source>();
  const figures: { figure: Figure; line: number }[] = [];
  const ids = new Set<string>();
  for (const { line, cells } of body) {
    const cell = (name: Column): string => cells[columns.indexOf(name)]?.trim() ?? '';
    const report = (message: string): void => {
      problems.push(problem(file, line, 1, message));
    };
    const subject = names.subjects.get(fold(cell('subject')));
    const metric = names.metrics.get(fold(cell('metric')));
    if (!subject || !metric) {
      report(subject ? `metric '${cell('metric')}' is unknown` : `subject '${cell('subject')}' is unknown`);
      continue;
    }
    const asOf = cell('as of');
    const sourceId = `${slug(cell('source'))}-${slug(asOf)}`;
    let id = `${subject}.${metric.replaceAll('_', '-')}@${sourceId}`;
    for (let n = 2; ids.has(id); n++) id = `${subject}.${metric.replaceAll('_', '-')}-${n}@${sourceId}`;
    const optional = (name: Column): Record<string, string> => (cell(name) ? { [name]: cell(name) } : {});
    const raw = {
      id: sourceId,
      publisher: cell('publisher') || cell('source'),
      title: cell('source'),
      url: cell('url') || null,
      issued: asOf,
      kind: 'official',
      figures: [
        {
          id,
          subject,
          metric,
          ...(cell('low') && cell('high') && !cell('value') ? { op: 'range' } : {}),
          ...optional('value'),
          ...optional('low'),
          ...optional('high'),
          unit: cell('unit'),
          as_of: asOf,
          ...optional('period'),
          ...optional('note'),
        },
      ],
    };
    const checked = sourceSchema.safeParse(raw);
    if (!checked.success) {
      const issue = checked.error.issues[0]!;
      report(`${String(issue.path.at(-1) ?? 'row')}: ${issue.message}`);
      continue;
    }
    const before = problems.length;
    const figure: FigureFile = checked.data.figures[0]!;
    checkFigure(figure, known, (_, message) => report(message));
    if (problems.length > before) continue;
    ids.add(id);
    const { publisher, title, url } = checked.data;
    const source = {
      id: sourceId,
      publisher,
      title,
      url,
      date: asOf,
      kind: 'official' as const,
      licence: null,
      local: true,
    };
    sources.set(sourceId, source);
    figures.push({ figure: figureOf(figure, source, true), line });
  }
  return { sources: [...sources.values()], figures, problems };
}
