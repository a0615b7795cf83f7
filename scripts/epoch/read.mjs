// Reading of Epoch AI's CSV files: rows, numbers, dates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Where each file comes from; `date` is that of the snapshot, not of the day it was read. */
export const datasets = {
  models: {
    file: 'notable_ai_models.csv',
    title: 'Data on AI Models (notable models)',
    url: 'https://epoch.ai/data/ai-models',
    date: '2026-07-19',
  },
  large: {
    file: 'large_scale_ai_models.csv',
    title: 'Data on AI Models (large-scale models)',
    url: 'https://epoch.ai/data/ai-models',
    date: '2025-12-02',
  },
  frontier: {
    file: 'frontier_ai_models.csv',
    title: 'Data on AI Models (frontier models)',
    url: 'https://epoch.ai/data/ai-models',
    date: '2026-05-11',
  },
  hardware: {
    file: 'ml_hardware.csv',
    title: 'Machine Learning Hardware',
    url: 'https://epoch.ai/data/machine-learning-hardware',
    date: '2026-07-19',
  },
  clusters: {
    file: 'gpu_clusters.csv',
    title: 'GPU Clusters',
    url: 'https://epoch.ai/data/gpu-clusters',
    date: '2026-04-24',
  },
  sites: {
    file: 'data_center_timelines.csv',
    title: 'Frontier Data Centers',
    url: 'https://epoch.ai/data/data-centers',
    date: '2025-12-14',
  },
};

export const rows = (folder, { file }) =>
  parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true, relax_column_count: true });

/** A cell as a decimal string of at most four significant digits more than it needs; null where it is empty. */
export function decimal(cell, digits = 4) {
  const value = Number(String(cell ?? '').trim());
  if (!String(cell ?? '').trim() || !Number.isFinite(value) || value <= 0) return null;
  const rounded = Number(value.toPrecision(digits));
  const [mantissa, exponent] = rounded.toExponential().split('e');
  const power = Number(exponent);
  return power >= 7 || power < -3 ? `${mantissa}e${power}` : String(rounded);
}

/** '9/20/2016' or '2016-09-20' -> ISO; '' -> null. */
export function day(cell) {
  const text = String(cell ?? '').trim();
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) return `${american[3]}-${american[1].padStart(2, '0')}-${american[2].padStart(2, '0')}`;
  return /^\d{4}(-\d{2}){0,2}$/.test(text) ? text : null;
}

export const slug = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/\+/g, ' plus ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
