// The dataset for other programs: one canonical JSON document and one CSV table, sorted by id.

const columns = [
  'id',
  'subject',
  'metric',
  'op',
  'value',
  'low',
  'high',
  'unit',
  'as_of',
  'period',
  'qualifiers',
  'status',
  'flag',
  'unverified',
  'source',
  'publisher',
  'title',
  'url',
  'issued',
];

const byId = (a, b) => (a.id < b.id ? -1 : 1);

/** Figures with their source's id, amounts as the decimal strings that were published. */
const figures = ({ sources }) =>
  sources
    .flatMap((source) =>
      source.figures.map(({ id, date, ...rest }) => ({
        id,
        ...rest,
        ...(date ? { value: date } : {}),
        op: rest.op ?? 'eq',
        status: rest.status ?? source.kind,
        source: source.id,
      })),
    )
    .sort(byId);

export function canonicalJson(data) {
  const sources = data.sources.map(({ figures: _, ...source }) => source).sort(byId);
  const { version, asOf, metrics, units, relations } = data;
  const document = {
    version,
    asOf,
    metrics,
    units,
    relations,
    subjects: [...data.subjects].sort(byId),
    sources,
    figures: figures(data),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const cell = (value) => {
  const text =
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : `${value}`;
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function canonicalCsv(data) {
  const sources = new Map(data.sources.map((s) => [s.id, s]));
  const rows = figures(data).map((figure) => {
    const { publisher, title, url, issued } = sources.get(figure.source);
    const row = { ...figure, publisher, title, url, issued };
    return columns.map((column) => cell(row[column])).join(',');
  });
  return `${[columns.join(','), ...rows].join('\n')}\n`;
}
