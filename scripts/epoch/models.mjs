// Models: size, data, compute, hardware, time and cost as Epoch AI notes them.

import { chip, near } from './names.mjs';
import { datasets, day, decimal } from './read.mjs';

const language = (row) => /Language|Multimodal/.test(row.Domain);
const hours = (cell) => {
  const value = Number(cell);
  return value > 0 ? String(Number((value / 24).toPrecision(4))) : null;
};

/** column -> figure; `approx` where Epoch estimates. */
function measures(row) {
  const hardware = row['Training hardware']?.trim();
  const accelerator = hardware && !hardware.includes(',') ? { accelerator: chip(hardware) } : {};
  const amortised = { basis: 'amortised', price_year: '2023' };
  return [
    ['parameters_total', decimal(row.Parameters), 'parameter', {}, 'eq'],
    ['training_compute', decimal(row['Training compute (FLOP)'], 3), 'FLOP', {}, 'approx'],
    [
      'training_tokens',
      language(row) && row['Publication date'] >= '2019' ? decimal(row['Training dataset size (total)'], 4) : null,
      'token',
      {},
      'approx',
    ],
    ['training_duration', hours(row['Training time (hours)']), 'day', {}, 'approx'],
    [
      'accelerators_used',
      decimal(row['Hardware quantity'], 6),
      /TPU/.test(hardware ?? '') ? 'TPU' : 'GPU',
      accelerator,
      'approx',
    ],
    ['gpu_hours', decimal(row['Training chip-hours'], 4), 'GPU-hour', accelerator, 'approx'],
    ['training_cost', decimal(row['Training compute cost (2023 USD)'], 4), 'USD', amortised, 'approx'],
    ['training_cost', decimal(row['Training compute cost (cloud)'], 4), 'USD', { basis: 'cloud rental' }, 'approx'],
    ['hardware_cost', decimal(row['Training compute cost (upfront)'], 4), 'USD', {}, 'approx'],
    ['power_capacity', decimal(row['Training power draw (W)'], 3), 'W', { scope: 'training run' }, 'approx'],
  ];
}

const since = '2012';

/** Entries left out: R1's cost is that of its base model with R1's on top, and was inflated where it had to be deflated. */
const leftOut = new Set(['deepseek-r1 training_cost amortised']);

/** Figures of the three tables of models; the first table that states a value wins. */
export function importModels(table, names, book) {
  const seen = new Set();
  for (const which of ['models', 'frontier', 'large']) {
    const source = book.source(datasets[which]);
    for (const row of table(which)) {
      const date = day(row['Publication date']);
      if (!date || date < since || !row.Model.trim()) continue;
      const name = names.bare(row.Model);
      const stated = measures(row).filter(([, value]) => value !== null);
      if (!stated.length) continue;
      let subject = names.find(row.Model);
      if (!subject) {
        subject = names.fresh(row.Model);
        names.add(row.Model, subject);
        book.subject({
          id: subject,
          kind: 'model',
          name,
          vendor: names.vendor(row.Organization),
          near: near(name, row.Organization),
        });
      }
      const speculative = /Speculative|Unknown/.test(row.Confidence);
      for (const [metric, value, unit, qualifiers, op] of stated) {
        const once = `${subject} ${metric} ${qualifiers.basis ?? ''}`;
        if (seen.has(once) || leftOut.has(once)) continue;
        seen.add(once);
        source.figure({
          subject,
          metric,
          value,
          unit,
          qualifiers,
          op,
          date: datasets[which].date,
          unverified: speculative,
        });
      }
      const once = `${subject} release_date`;
      if (!seen.has(once) && date.length === 10 && date >= '2018') {
        seen.add(once);
        source.figure({ subject, metric: 'release_date', day: date, unit: 'date', qualifiers: {}, op: 'eq', date });
      }
    }
  }
}
