import type { Dataset, Figure, Metric, Rate, Source, Subject, Unit } from './model.ts';
import { nameKey } from './nameKey.ts';

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
  /** The first subject of a name, by the name's key. */
  readonly byName: ReadonlyMap<string, string>;
  /** Subjects that may be taken for one another: of one maker, of one family, or said to be confused; in order. */
  readonly neighbours: ReadonlyMap<string, readonly Subject[]>;
  /** Metrics that may be stated in a unit. */
  readonly byUnit: ReadonlyMap<string, readonly Metric[]>;
  /** Aggregates by the ids of all their members (`membersKey`). */
  readonly byMembers: ReadonlyMap<string, string>;
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
  const byName = new Map<string, string>();
  for (const { id, name } of [...dataset.subjects].reverse()) byName.set(nameKey(name), id);
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
    byName,
    neighbours: neighboursOf(dataset.subjects),
    byUnit: metricsByUnit(dataset),
    byMembers: aggregatesByMembers(dataset.subjects),
    rates,
    supersededBy,
  };
}

/** Subjects of the same maker or family, and those that either side says it is confused with; in the dataset's order. */
function neighboursOf(subjects: readonly Subject[]): Map<string, readonly Subject[]> {
  const byVendor = new Map<string, Subject[]>();
  const byParent = new Map<string, Subject[]>();
  const confused = new Map<string, Subject[]>();
  const place = new Map(subjects.map((subject, i) => [subject.id, i]));
  for (const subject of subjects) {
    if (subject.vendor !== null) push(byVendor, subject.vendor, subject);
    if (subject.parent !== null) push(byParent, subject.parent, subject);
    for (const other of subject.notConfusedWith) push(confused, other, subject);
  }
  const out = new Map<string, readonly Subject[]>();
  for (const { id, vendor, parent } of subjects) {
    const kin = new Set([
      ...((vendor !== null && byVendor.get(vendor)) || []),
      ...((parent !== null && byParent.get(parent)) || []),
      ...(confused.get(id) ?? []),
    ]);
    out.set(
      id,
      [...kin].sort((a, b) => place.get(a.id)! - place.get(b.id)!),
    );
  }
  return out;
}

/** The members' ids in order: how an aggregate is found by them. */
export const membersKey = (ids: Iterable<string>): string => [...new Set(ids)].sort().join(' ');

const aggregatesByMembers = (subjects: readonly Subject[]): Map<string, string> =>
  new Map(subjects.filter(({ members }) => members.length > 1).map(({ id, members }) => [membersKey(members), id]));

/** An amount without a unit may be any count. */
const NUMBER = 'number';

function metricsByUnit({ metrics, units }: Dataset): Map<string, readonly Metric[]> {
  const ids = new Set([NUMBER, ...units.map((unit) => unit.id), ...metrics.flatMap((metric) => metric.units)]);
  const dimensions = new Map(units.map((unit) => [unit.id, unit.dimension]));
  const stated = (unit: string): Metric[] =>
    metrics.filter((metric) =>
      metric.units.length > 0
        ? metric.units.includes(unit) || (unit === NUMBER && metric.dimension === 'count')
        : metric.dimension === dimensions.get(unit),
    );
  return new Map([...ids].map((unit) => [unit, stated(unit)]));
}
