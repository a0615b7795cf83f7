import type { Dataset, Figure, Metric, Rate, Source, Subject, Unit } from './model.ts';

/** The dataset with its indexes. Built once; everything in it is read only. */
export interface Reference {
  readonly dataset: Dataset;
  readonly sources: ReadonlyMap<string, Source>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Figures by subject, then by metric; those of a mutual metric also by the partner. */
  readonly bySubject: ReadonlyMap<string, ReadonlyMap<string, readonly Figure[]>>;
  /** Subjects whose parent it is. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Subjects that an organisation makes or owns. */
  readonly products: ReadonlyMap<string, readonly string[]>;
  /** Rates by 'EUR/USD', oldest first. */
  readonly rates: ReadonlyMap<string, readonly Rate[]>;
  /** Ids of figures that a later one of `supersedes` replaces -> the newer figure. */
  readonly supersededBy: ReadonlyMap<string, Figure>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((x) => [x.id, x]));

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function buildReference(dataset: Dataset): Reference {
  const bySubject = new Map<string, Map<string, Figure[]>>();
  const supersededBy = new Map<string, Figure>();
  const mutual = new Set(dataset.metrics.filter((metric) => metric.mutual).map((metric) => metric.id));
  const named = new Map(dataset.subjects.map((subject) => [subject.name, subject.id]));
  const hold = (subject: string, figure: Figure): void => {
    const metrics = bySubject.get(subject) ?? new Map<string, Figure[]>();
    bySubject.set(subject, metrics);
    push(metrics, figure.metric, figure);
  };
  for (const figure of dataset.figures) {
    hold(figure.subject, figure);
    const partner = mutual.has(figure.metric) ? named.get(figure.qualifiers['partner'] ?? '') : undefined;
    if (partner && partner !== figure.subject) hold(partner, figure);
    for (const old of figure.supersedes) supersededBy.set(old, figure);
  }
  const children = new Map<string, string[]>();
  for (const subject of dataset.subjects) if (subject.parent) push(children, subject.parent, subject.id);
  const products = new Map<string, string[]>();
  for (const subject of dataset.subjects) if (subject.vendor) push(products, subject.vendor, subject.id);
  const rates = new Map<string, Rate[]>();
  for (const rate of dataset.rates) push(rates, `${rate.base}/${rate.quote}`, rate);
  for (const list of rates.values()) list.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  return {
    dataset,
    sources: byId(dataset.sources),
    subjects: byId(dataset.subjects),
    metrics: byId(dataset.metrics),
    units: byId(dataset.units),
    figures: byId(dataset.figures),
    bySubject,
    children,
    products,
    rates,
    supersededBy,
  };
}
