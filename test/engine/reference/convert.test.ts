import { describe, expect, it } from 'vitest';
import { convert } from '../../../server/src/engine/reference/convert.ts';
import type { Dataset, Rate, Unit } from '../../../server/src/engine/reference/model.ts';
import { buildReference } from '../../../server/src/engine/reference/reference.ts';

const rate = (pair: string, period: string, mean: number, low: number, high: number): Rate => ({
  base: pair.slice(0, 3),
  quote: pair.slice(4),
  period,
  rate: mean,
  low,
  high,
  source: 'bank',
});
const unit = (id: string, dimension: string, factor: number | null): Unit => ({ id, dimension, factor });
const dataset: Dataset = {
  version: 'test',
  asOf: '2026-01-01',
  sources: [],
  figures: [],
  subjects: [],
  metrics: [],
  units: [
    ...['USD', 'EUR', 'CNY', 'CHF'].map((c) => unit(c, 'money', null)),
    unit('USD/Mtoken', 'money/token', null),
    unit('EUR/Mtoken', 'money/token', null),
    unit('hour', 'time', 3600),
    unit('day', 'time', 86400),
    unit('W', 'power', 1),
    unit('Wh', 'energy', 1),
    unit('GPU', 'count', 1),
    unit('token', 'count', 1),
  ],
  rates: [
    rate('EUR/USD', '2024', 1.08, 1.04, 1.12),
    rate('EUR/USD', '2025', 1.13, 1.02, 1.18),
    rate('EUR/USD', '2025-01', 1.035, 1.02, 1.053),
    rate('EUR/USD', '2025-02', 1.041, 1.03, 1.05),
    rate('USD/CNY', '2025', 7.2, 7.1, 7.35),
  ],
};
const reference = buildReference(dataset);
const to = (amount: number, from: string, unitTo: string, period: string | null) =>
  convert(amount, from, unitTo, period, reference);

describe('convert', () => {
  it.each([
    ['2025-01-31', '2025-01', true],
    ['2025-01', '2025-01', true],
    ['2025', '2025', true],
    ['2024', '2024', true],
    ['2025-Q1', '2025-02', false],
    ['2024-11', '2025-01', false],
    ['2030-05', '2025', false],
    ['1999', '2024', false],
    [null, '2025-02', false],
    ['soon', '2025-02', false],
  ])('takes for %s the rate of %s', (period, used, exact) => {
    expect(to(1, 'EUR', 'USD', period)?.rate).toMatchObject({ period: used, exact });
  });

  it('turns dollars into euros by the inverse, with the bounds of the month', () => {
    const euros = to(1.6e9, 'USD', 'EUR', '2025-01-31');
    expect(euros?.value).toBeCloseTo(1.6e9 / 1.035, 0);
    expect(euros?.low).toBeCloseTo(1.6e9 / 1.053, 0);
    expect(euros?.high).toBeCloseTo(1.6e9 / 1.02, 0);
  });

  it('crosses by a common currency and keeps "per million tokens"', () => {
    expect(to(100, 'EUR', 'CNY', '2025')?.value).toBeCloseTo(100 * 1.13 * 7.2, 6);
    expect(to(10, 'EUR/Mtoken', 'USD/Mtoken', '2025')?.value).toBeCloseTo(11.3, 9);
  });

  it('keeps bounds ordered for negative amounts', () => {
    const loss = to(-5, 'EUR', 'USD', '2025');
    expect(loss && loss.low <= loss.value && loss.value <= loss.high).toBe(true);
  });

  it('scales units of one dimension', () => {
    expect(to(48, 'hour', 'day', null)).toEqual({ value: 2, low: 2, high: 2, rate: null });
  });

  it.each([
    ['W', 'Wh'],
    ['GPU', 'token'],
    ['USD', 'USD/Mtoken'],
    ['USD', 'CHF'],
    ['USD', 'hour'],
    ['other:bananas', 'W'],
    ['constructor', '__proto__'],
  ])('refuses %s -> %s', (from, unitTo) => {
    expect(to(1, from, unitTo, '2025')).toBeNull();
  });

  it('refuses what is not a number', () => {
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY]) expect(to(amount, 'USD', 'EUR', '2025')).toBeNull();
  });
});
