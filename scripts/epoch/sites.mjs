// Data centres over time, and the clusters whose owner and size Epoch AI holds for confirmed.
import { chip as chipName } from './names.mjs';
import { datasets, day, decimal } from './read.mjs';

const same = {
  'xAI Colossus 1 Memphis Tennessee': 'xai-colossus-1',
  'xAI Colossus 2 Memphis Tennessee': 'xai-colossus-2',
  'OpenAI Stargate Abilene Texas': 'stargate-abilene',
  'OpenAI-Oracle Stargate Abilene Texas': 'stargate-abilene',
  'Anthropic-Amazon Project Rainier New Carlisle Indiana': 'anthropic-amazon-new-carlisle',
  'Amazon Canton Mississippi': 'amazon-canton-mississippi',
  'Argonne NL Aurora': 'aurora',
  'Lawrence Livermore NL El Capitan': 'el-capitan',
  'Jupiter, Jülich': 'jupiter',
  'University of Bristol Isambard-AI': 'isambard-ai',
  'Meta GenAI 2024a': 'meta-24k-gpu-clusters',
  'Meta GenAI 2024b': 'meta-24k-gpu-clusters',
  'Microsoft Fairwater Fayetteville Georgia': 'microsoft-fairwater-atlanta',
  'Microsoft Fairwater Mount Pleasant Wisconsin': 'microsoft-fairwater-wisconsin',
  'xAI Colossus Memphis': 'xai-colossus-1',
};

const skipped =
  /anonymi[sz]ed|^paper on|submission|mlperf|unknown|\?|cluster$|^\d|supercomputer \d|company|research institute|rental|generic|training|largest|explorer|pioneer|voyager/i;
const scaled = (cell, factor, digits = 4) => decimal(cell ? Number(cell) * factor : '', digits);

const place = /^(cluster|site|programme)$/;

function siteOf(name, names, book) {
  const clean = name.replace(/"/g, '').trim();
  const known = same[clean] ?? names.find(clean);
  if (known && place.test(book.kind(known))) return known;
  const path = clean.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const first = book.ids().find((id) => id.includes('-') && path.startsWith(`${id}-`) && place.test(book.kind(id)));
  if (first) return first;
  const id = names.fresh(known ? `${clean} cluster` : clean);
  names.add(clean, id);
  book.subject({
    id,
    kind: 'cluster',
    name: clean,
    vendor: null,
    near: clean.split(' ').length < 2 ? ['Epoch'] : null,
  });
  return id;
}

export function importSites(table, names, book) {
  const source = book.source(datasets.sites);
  for (const row of table('sites')) {
    const date = day(row.Date);
    if (!date || Number(row['Power (MW)']) <= 0) continue;
    const subject = siteOf(row['Data center'], names, book);
    const planned = date > datasets.sites.date;
    const when = planned ? datasets.sites.date : date;
    const target = planned ? { target_date: date } : {};
    const add = (metric, value, unit, qualifiers) =>
      value &&
      source.figure({
        subject,
        metric,
        value,
        unit,
        op: 'approx',
        date: when,
        period: date.slice(0, 7),
        qualifiers: { ...qualifiers, ...target },
      });
    add('power_capacity', scaled(row['Power (MW)'], 1e6), 'W', { stage: planned ? 'plan' : 'active' });
    add(planned ? 'accelerators_planned' : 'accelerators_installed', decimal(row['H100 equivalents'], 4), 'GPU', {
      counting: 'H100 equivalents',
    });
    add('hardware_cost', scaled(row['Compute cost (2025 USD billions)'], 1e9, 3), 'USD', {
      price_year: '2025',
      ...(planned ? { stage: 'plan' } : {}),
    });
  }
}

export function importClusters(table, names, book) {
  const source = book.source(datasets.clusters);
  for (const row of table('clusters')) {
    if (row.Certainty !== 'Confirmed' || row['Single cluster?'] !== 'Yes' || skipped.test(row.Name)) continue;
    const quantity = Number(row['Chip quantity (primary)']);
    if (!(quantity >= 500)) continue;
    const name = row.Name.replace(/"/g, '')
      .replace(/ Phase \d+$/, '')
      .trim();
    const date = day(row['First Operational Date']) ?? datasets.clusters.date;
    const planned = row.Status === 'Planned' || date > datasets.clusters.date;
    const subject = siteOf(name, names, book);
    const chip = chipName(row['Chip type (primary)'].trim());
    const when = planned ? datasets.clusters.date : date;
    const qualifiers = {
      ...(chip ? { accelerator: chip } : {}),
      ...(/Phase (\d+)$/.test(row.Name) ? { scope: `phase ${/Phase (\d+)$/.exec(row.Name)[1]}` } : {}),
    };
    const unit = /TPU/.test(chip) ? 'TPU' : 'GPU';
    source.figure({
      subject,
      metric: planned ? 'accelerators_planned' : 'accelerators_installed',
      value: decimal(quantity, 6),
      unit,
      op: 'approx',
      date: when,
      qualifiers,
    });
    const power = scaled(row['Reported Power Capacity (MW)'], 1e6, 3);
    if (power)
      source.figure({
        subject,
        metric: 'power_capacity',
        value: power,
        unit: 'W',
        op: 'approx',
        date: when,
        qualifiers: { stage: planned ? 'plan' : 'active', ...(qualifiers.scope ? { scope: qualifiers.scope } : {}) },
      });
    const cost = decimal(row['Reported Cost'], 3);
    if (cost)
      source.figure({
        subject,
        metric: 'hardware_cost',
        value: cost,
        unit: 'USD',
        op: 'approx',
        date: when,
        qualifiers: qualifiers.scope ? { scope: qualifiers.scope } : {},
      });
  }
}
