import { gzipSync } from 'node:zlib';
import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildReference } from '../../server/src/engine/reference/reference.ts';
import { type PackedDataset, toDataset } from '../../server/src/load/dataset.ts';
import { filesOf } from './files.ts';

const reference = buildReference(toDataset(JSON.parse(json)));
const { figures, sources } = reference.dataset;

describe('the built-in dataset', () => {
  it('gives every figure a source, a subject, a metric, a unit and a date', () => {
    for (const f of figures) {
      const where = f.id;
      expect(reference.sources.has(f.source), where).toBe(true);
      expect(reference.subjects.has(f.subject), `${where}: ${f.subject}`).toBe(true);
      expect(reference.metrics.has(f.metric), `${where}: ${f.metric}`).toBe(true);
      expect(reference.units.has(f.unit), `${where}: ${f.unit}`).toBe(true);
      expect(f.asOf, where).toMatch(/^\d{4}(-\d{2}){0,2}$/);
    }
  });

  it('knows what every draft about AI costs quotes', () => {
    const value = (subject: string, metric: string) =>
      reference.bySubject
        .get(subject)
        ?.get(metric)
        ?.map((f) => `${f.value} ${f.unit}`) ?? [];
    expect(value('deepseek', 'server_capex')).toContain('1600000000 USD');
    expect(value('deepseek', 'operating_cost')).toContain('944000000 USD');
    expect(value('deepseek', 'accelerators_owned')).toContain('50000 GPU');
    expect(value('deepseek-v3', 'training_cost')).toContain('5576000 USD');
    expect(value('deepseek-v3', 'accelerators_used')).toContain('2048 GPU');
  });

  it('carries no figure without value, bounds or date', () => {
    for (const f of figures) {
      if (f.metric === 'release_date') continue;
      if (f.op === 'range') expect(f.low !== null && f.high !== null && f.low <= f.high, f.id).toBe(true);
      else expect(Number.isFinite(f.value), f.id).toBe(true);
    }
  });

  it('reaches https pages only', () => {
    for (const s of sources) if (s.url !== null) expect(s.url, s.id).toMatch(/^https:\/\//);
  });
});

describe('the packed dataset', () => {
  const packed = JSON.parse(json) as { dataset: PackedDataset };

  it('stays small', () => {
    const text = JSON.stringify(packed.dataset);
    expect(text.length).toBeLessThan(1_500_000);
    expect(gzipSync(text).length).toBeLessThan(350_000);
  });

  it('holds what the files say, id by id', () => {
    const files = new Map<string, string | undefined>();
    for (const [path, text] of filesOf('data/sources')) {
      const source = parse(text) as { figures: { id: string; value?: string }[] };
      for (const figure of source.figures) files.set(figure.id, figure.value ?? path);
    }
    expect(figures.length).toBe(files.size);
    for (const f of figures) {
      expect(files.has(f.id), f.id).toBe(true);
      if (f.value !== null) expect(Number(files.get(f.id)), f.id).toBe(f.value);
    }
  });

  it('knows enough', () => {
    expect(figures.length).toBeGreaterThan(5500);
    expect(reference.dataset.subjects.length).toBeGreaterThan(1000);
    const lacking = reference.dataset.metrics.filter(
      (m) => !m.name['en'] || !m.name['fr'] || !m.definition['en'] || !m.definition['fr'],
    );
    expect(lacking.map((m) => m.id)).toEqual([]);
  });
});
