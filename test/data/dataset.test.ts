import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { buildReference } from '../../server/src/engine/reference/reference.ts';
import { toDataset } from '../../server/src/load/dataset.ts';

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
