import type { FigureFile } from '../files.ts';
import type { Path } from '../yaml.ts';
import type { Known } from './registry.ts';

export type Report = (path: Path, message: string) => void;

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** '2025-02-30' is no day. */
export function isCalendar(date: string): boolean {
  const [, month, day] = date.split('-').map(Number);
  if (month === undefined) return true;
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= MONTH_DAYS[month - 1]!));
}

/** More digits than a double holds would change silently. */
const isExact = (decimal: string): boolean =>
  decimal.replace(/e.*$/, '').replace(/^-|\./g, '').replace(/^0+/, '').replace(/0+$/, '').length <= 15 &&
  Number.isFinite(Number(decimal));

function checkAmount(figure: FigureFile, report: Report): void {
  for (const key of ['value', 'low', 'high'] as const) {
    const text = figure[key];
    if (text !== undefined && !isExact(text)) report([key], `${text} has more digits than can be held exactly`);
  }
  if (figure.unit === 'date') {
    if (figure.date === undefined) report(['unit'], "a figure in unit 'date' needs a date");
    return;
  }
  const { low, high, value } = figure;
  if (figure.op === 'range') {
    if (value !== undefined) report(['value'], 'a range has low and high, no value');
    if (low === undefined || high === undefined) report(['op'], 'a range needs low and high');
  } else if (value === undefined) report(['id'], 'a value is missing');
  if (low !== undefined && high !== undefined && Number(low) > Number(high)) report(['low'], 'low is above high');
}

function checkDates(figure: FigureFile, report: Report): void {
  for (const key of ['as_of', 'date'] as const) {
    const date = figure[key];
    if (date !== undefined && !isCalendar(date)) report([key], `${date} is not in the calendar`);
  }
  const [from, to] = figure.period?.split('/') ?? [];
  if (from && to && from !== '..' && to !== '..' && to < from) report(['period'], 'the period ends before it starts');
}

function checkQualifiers(figure: FigureFile, known: Known, report: Report): void {
  const metric = known.metrics.get(figure.metric);
  if (!metric) return;
  for (const [key, value] of Object.entries(figure.qualifiers ?? {})) {
    const values = Object.hasOwn(metric.qualifiers, key) ? metric.qualifiers[key] : undefined;
    if (!values) report(['qualifiers', key], `${metric.id} has no qualifier '${key}'`);
    else if (values.length > 0 && !values.includes(value)) {
      report(['qualifiers', key], `'${value}' is none of ${values.join(', ')}`);
    }
  }
}

/** One figure by itself, and the ids it names. */
export function checkFigure(figure: FigureFile, known: Known, report: Report): void {
  checkAmount(figure, report);
  checkDates(figure, report);
  checkQualifiers(figure, known, report);
  const subject = known.subjects.get(figure.subject);
  const metric = known.metrics.get(figure.metric);
  const unit = known.units.get(figure.unit);
  if (!subject) report(['subject'], `subject '${figure.subject}' is unknown`);
  if (!metric) report(['metric'], `metric '${figure.metric}' is unknown`);
  if (!unit) report(['unit'], `unit '${figure.unit}' is unknown`);
  if (metric && unit && unit.dimension !== metric.dimension && !metric.units.includes(unit.id)) {
    report(['unit'], `${metric.id} is measured in ${metric.dimension}, ${unit.id} is ${unit.dimension}`);
  } else if (metric && unit && metric.units.length > 0 && !metric.units.includes(unit.id)) {
    report(['unit'], `${metric.id} is stated in ${metric.units.join(', ')}`);
  }
  if (metric && subject && metric.subjects.length > 0 && !metric.subjects.includes(subject.kind)) {
    report(['subject'], `${metric.id} is not asked of a ${subject.kind}`);
  }
  figure.relations?.forEach((relation, i) => {
    if (!known.figures.has(relation.figure))
      report(['relations', i, 'figure'], `figure '${relation.figure}' is unknown`);
    if (!known.sources.has(relation.source))
      report(['relations', i, 'source'], `source '${relation.source}' is unknown`);
  });
}
