import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { disputes } from '../../server/src/engine/reference/dispute.ts';
import { buildReference } from '../../server/src/engine/reference/reference.ts';
import { lookup } from '../../server/src/engine/reference/search.ts';
import { toDataset } from '../../server/src/load/dataset.ts';

const reference = buildReference(toDataset(JSON.parse(json)));

describe('lookup', () => {
  it.each([
    ['deepseek v3 training cost', 'deepseek-v3', 'training_cost', 5576000],
    ["coût d'entraînement de GPT-4", 'gpt-4', 'training_cost', 78400000],
    ['H100 SXM memory', 'nvidia-h100-sxm', 'memory_capacity', 80e9],
    ['puissance de Stargate Abilene', 'stargate-abilene', 'power_capacity', 1.2e9],
    ['deepseek server investment', 'deepseek', 'server_capex', 1.6e9],
    ['utilisateurs hebdomadaires de ChatGPT', 'chatgpt', 'weekly_users', 8e8],
    ['nvidia revenue', 'nvidia', 'revenue', 57e9],
    ['prix en sortie de Claude Opus 4.5', 'claude-opus-4-5', 'api_price_output', 25],
  ])('%s', (words, subject, metric, value) => {
    const { answers } = lookup(reference, words, 'fr');
    const answer = answers.find((a) => a.subject.id === subject && a.metric.id === metric);
    expect(answer, answers.map((a) => `${a.subject.id} ${a.metric.id}`).join('; ')).toBeDefined();
    expect([...answer!.current, ...answer!.history].map((f) => f.value)).toContain(value);
  });

  it('finds nothing in words that name nothing', () => {
    for (const words of ['', '   ', '!!!', 'the weather of tomorrow', '\u0000'.repeat(50)]) {
      expect(lookup(reference, words, 'en').answers).toEqual([]);
    }
  });

  it('keeps replaced prices as history', () => {
    const [answer] = lookup(reference, 'o3 output price', 'en').answers;
    expect(answer?.subject.id).toBe('o3');
    expect(answer?.current.map((f) => f.value)).toContain(8);
    expect(answer?.history.map((f) => f.value)).toContain(40);
  });
});

describe('disputes', () => {
  const of = (subject: string, metric: string) =>
    disputes(reference.bySubject.get(subject)?.get(metric) ?? [], reference).map((pair) =>
      pair.map((f) => reference.sources.get(f.source)!.publisher),
    );

  it('come out by computation', () => {
    const expected: readonly (readonly [string, string])[] = [
      ['gpt-4', 'training_cost'],
      ['gpt-3', 'training_cost'],
      ['gemini-1-0-ultra', 'training_cost'],
      ['palm-540b', 'training_cost'],
      ['deepseek-r1', 'training_cost'],
      ['deepseek', 'accelerators_owned'],
      ['grok-3', 'accelerators_used'],
      ['ai-data-centre', 'datacenter_cost'],
      ['nvidia-h800-sxm', 'interconnect_bandwidth'],
      ['france-data-centres', 'electricity_use'],
    ];
    expect(expected.filter(([subject, metric]) => of(subject, metric).length === 0)).toEqual([]);
  });

  it('are never between statements of one publisher', () => {
    for (const [, metrics] of reference.bySubject) {
      for (const [, figures] of metrics) {
        for (const [a, b] of disputes(figures, reference)) {
          expect(reference.sources.get(a.source)!.publisher).not.toBe(reference.sources.get(b.source)!.publisher);
        }
      }
    }
    expect(
      of('deepseek', 'server_capex')
        .flat()
        .filter((p) => p === 'SemiAnalysis').length,
    ).toBeLessThan(4);
  });
});
