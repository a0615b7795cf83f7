import type { Figure, Source, Subject } from '../engine/reference/model.ts';
import type { FigureFile, SourceFile, SubjectFile } from './files.ts';

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

export function sourceOf(file: SourceFile, local: boolean): Source {
  return {
    id: file.id,
    publisher: file.publisher,
    title: file.title,
    url: file.url,
    date: file.issued,
    kind: file.kind,
    licence: file.licence ?? null,
    local,
  };
}

export function figureOf(file: FigureFile, source: Source, local: boolean): Figure {
  return {
    id: file.id,
    source: source.id,
    subject: file.subject,
    metric: file.metric,
    value: number(file.value),
    low: number(file.low),
    high: number(file.high),
    op: file.op ?? 'eq',
    unit: file.unit,
    qualifiers: file.qualifiers ?? {},
    asOf: file.date ?? file.as_of,
    period: file.period ?? null,
    published: source.date,
    status: file.status ?? source.kind,
    rank: file.rank ?? 'normal',
    flag: file.flag ?? null,
    unverified: file.unverified ?? false,
    supersedes: file.supersedes ?? [],
    relations: file.relations ?? [],
    locator: file.locator ?? null,
    seenAt: file.seen_at ?? [],
    note: file.note ?? null,
    local,
  };
}

export function subjectOf(file: SubjectFile): Subject {
  return {
    id: file.id,
    name: file.name,
    kind: file.kind,
    parent: file.parent ?? null,
    vendor: file.vendor ?? null,
    aliases: (file.aliases ?? []).map((alias) =>
      typeof alias === 'string'
        ? { text: alias, language: null, near: null }
        : { text: alias.text, language: alias.language ?? null, near: alias.near ?? null },
    ),
    notConfusedWith: file.notConfusedWith ?? [],
    members: file.members ?? [],
  };
}
