import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import json from '@ballpark/data';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadBuiltin } from '../../server/src/load/packed.ts';

/** Traits that verdicts rest on: losing one silently turns right figures into flags. */
const TRAITS: Readonly<Record<string, readonly string[]>> = {
  plural: [
    'investment_commitment',
    'contract_value',
    'funding_round',
    'market_cap_loss',
    'salary',
    'operating_cost',
    'units_shipped',
  ],
  latest: ['api_price_input', 'api_price_output', 'valuation', 'run_rate', 'energy_per_query'],
  default: ['parameters_total', 'memory_capacity', 'tdp', 'context_window', 'peak_throughput', 'power_capacity'],
};

describe('metric traits', () => {
  for (const [trait, metrics] of Object.entries(TRAITS)) {
    test.each(metrics)(`%s is ${trait}`, (id) => {
      const file = join(import.meta.dirname, '../../data/metrics', `${id}.yaml`);
      expect(parse(readFileSync(file, 'utf8'))[trait]).toBe(true);
    });
  }
});

describe('the usual range of a metric', () => {
  const { reference } = loadBuiltin(json);
  const ranged = [...reference.metrics.values()].filter((metric) => metric.usual);

  test.each(ranged.map((metric) => [metric.id, metric] as const))('%s holds every figure', (id, { usual }) => {
    const beyond = reference.dataset.figures.filter(({ metric, value, low, high, unit }) => {
      const factor = reference.units.get(unit)?.factor ?? 1;
      const amount = value ?? high ?? low;
      return metric === id && usual && amount !== null && (amount * factor < usual[0] || amount * factor > usual[1]);
    });
    expect(beyond.map((figure) => `${figure.id} ${figure.value} ${figure.unit}`)).toEqual([]);
  });
});
