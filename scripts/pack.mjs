// The compact form of the dataset: rows and tables, read back by `server/src/load/dataset.ts`.
// Repeated strings and qualifier sets are kept once; a figure is one array.

const table = () => {
  const index = new Map();
  const list = [];
  const at = (key, value = key) => {
    if (!index.has(key)) {
      index.set(key, list.length);
      list.push(value);
    }
    return index.get(key);
  };
  return { list, at };
};

const number = (text) => (text === undefined || text === null ? null : Number(text));
const trim = (row) => {
  while (row.length && (row.at(-1) === 0 || row.at(-1) === null)) row.pop();
  return row;
};

/** A note short enough for a hover. */
const short = (note) => (note.length <= 220 ? note : `${note.slice(0, 217).replace(/\s+\S*$/, '')}…`);

/** Where the primary address could not be opened, one page that was read stands in for it. */
const seen = (source, figure) => (source.url_unverified && figure.seen_at ? figure.seen_at.slice(0, 1) : []);

/** Ids repeat the subject, the metric and the day: '.' stands for the subject, '~' for the metric after it, '^' for the day. */
function shortId(figure) {
  const { id, subject, metric } = figure;
  if (!id.startsWith(`${subject}.`)) return id;
  let rest = id.slice(subject.length);
  const named = `.${metric.replaceAll('_', '-')}`;
  if (rest.startsWith(named)) rest = `~${rest.slice(named.length)}`;
  const asOf = figure.date ?? figure.as_of;
  return rest.endsWith(`-${asOf}`) ? `${rest.slice(0, -asOf.length - 1)}^` : rest;
}

function packFigure(figure, source, { strings, sets }) {
  const id = shortId(figure);
  const qualifiers = figure.qualifiers ?? {};
  const relations = (figure.relations ?? []).map((r) => [r.kind, r.figure, r.source]);
  const rest = {
    ...(figure.rank ? { rank: figure.rank } : {}),
    ...(figure.flag ? { flag: figure.flag } : {}),
    ...(figure.unverified ? { unverified: 1 } : {}),
    ...(figure.supersedes ? { supersedes: figure.supersedes } : {}),
    ...(relations.length ? { relations } : {}),
    ...(figure.locator ? { locator: figure.locator } : {}),
    ...(seen(source, figure).length ? { seen: seen(source, figure) } : {}),
    ...(figure.note ? { note: short(figure.note) } : {}),
  };
  const asOf = figure.date ?? figure.as_of;
  return trim([
    id,
    strings.at(figure.subject),
    strings.at(figure.metric),
    number(figure.value),
    number(figure.low),
    number(figure.high),
    strings.at(figure.op ?? 'eq'),
    strings.at(figure.unit),
    sets.at(JSON.stringify(qualifiers), qualifiers),
    strings.at(asOf),
    figure.period ? strings.at(figure.period) : 0,
    figure.status && figure.status !== source.kind ? strings.at(figure.status) : 0,
    Object.keys(rest).length ? rest : 0,
  ]);
}

function packSource(source, tables) {
  const { strings } = tables;
  return [
    source.id,
    strings.at(source.publisher),
    source.title,
    source.url ?? 0,
    strings.at(source.issued),
    strings.at(source.kind),
    source.licence ? strings.at(source.licence) : 0,
    source.figures.map((figure) => packFigure(figure, source, tables)),
  ];
}

const packAlias = (alias) => (typeof alias === 'string' ? alias : [alias.text, alias.language ?? 0, alias.near ?? 0]);

const packSubject = (s) =>
  trim([
    s.id,
    s.name,
    s.kind,
    s.parent ?? 0,
    s.vendor ?? 0,
    (s.aliases ?? []).map(packAlias),
    s.notConfusedWith ?? 0,
    s.members ?? 0,
  ]);

const packMetric = (m) => ({ ...m, tolerance: Number(m.tolerance) });
const packRelation = (r) => ({ ...r, factor: number(r.factor) ?? 1, low: number(r.low), high: number(r.high) });
const packUnit = (u) => trim([u.id, u.dimension, number(u.factor), number(u.ceiling)]);

function packRates(files) {
  const sources = table();
  const pairs = files.map((text) => {
    const rows = text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    const [base, quote] = rows[0];
    return [base, quote, rows.map((r) => [r[2], Number(r[3]), Number(r[4]), Number(r[5]), sources.at(r[6])])];
  });
  return { sources: sources.list, pairs };
}

/** `data` as read from YAML and CSV -> the packed dataset. */
export function pack(data) {
  const tables = { strings: table(), sets: table() };
  tables.strings.at('');
  const sources = data.sources.map((s) => packSource(s, tables));
  return {
    version: data.version,
    asOf: data.asOf,
    strings: tables.strings.list,
    sets: tables.sets.list,
    sources,
    subjects: data.subjects.map(packSubject),
    metrics: data.metrics.map(packMetric),
    units: data.units.map(packUnit),
    rates: packRates(data.rates),
    relations: data.relations.map(packRelation),
  };
}
