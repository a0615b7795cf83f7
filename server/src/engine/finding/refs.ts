import type { Comparison } from '../evidence/evidence.ts';
import type { Figure } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Args, FigureRef } from '../report.ts';

const MAX = 8;

export const refOf = (one: Comparison, role: FigureRef['role'], reference: Reference): FigureRef =>
  refOfFigure(one.figure, role, reference);

export function refOfFigure(figure: Figure, role: FigureRef['role'], reference: Reference): FigureRef {
  const source = reference.sources.get(figure.source);
  return {
    figure: figure.id,
    subject: figure.subject,
    metric: figure.metric,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    op: figure.op,
    unit: figure.unit,
    qualifiers: figure.qualifiers,
    asOf: figure.asOf,
    period: figure.period,
    status: figure.status,
    local: figure.local,
    role,
    source: {
      id: figure.source,
      publisher: source?.publisher ?? figure.source,
      title: source?.title ?? '',
      url: source?.url ?? null,
      date: source?.date ?? figure.published,
    },
  };
}

/** Figures of a verdict, each once, the most telling first. */
export function refsOf(
  groups: readonly (readonly [FigureRef['role'], readonly Comparison[]])[],
  reference: Reference,
): FigureRef[] {
  const out: FigureRef[] = [];
  for (const [role, list] of groups) {
    for (const one of list)
      if (out.length < MAX && !out.some((ref) => ref.figure === one.figure.id)) out.push(refOf(one, role, reference));
  }
  return out;
}

/** What a sentence about a figure needs: its amount, publisher, date and whether it is an estimate. */
export function argsOf(ref: FigureRef, reference: Reference): Args {
  const subject = reference.subjects.get(ref.subject);
  return {
    reference: {
      kind: 'amount',
      amount: {
        value: ref.value,
        low: ref.low,
        high: ref.high,
        unit: ref.unit,
        op: ref.op,
        perUnit: ref.qualifiers['per'] ?? null,
      },
    },
    publisher: { kind: 'text', text: ref.source.publisher },
    date: { kind: 'date', date: ref.source.date },
    asOf: { kind: 'date', date: ref.period ?? ref.asOf },
    status: { kind: 'text', text: ref.status },
    of: { kind: 'subject', id: ref.subject, name: subject?.name ?? ref.subject },
    ofMetric: { kind: 'metric', id: ref.metric },
    qualifiers: { kind: 'qualifiers', qualifiers: ref.qualifiers },
  };
}
