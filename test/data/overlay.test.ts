import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { buildReference } from '../../server/src/engine/reference/reference.ts';
import { toDataset } from '../../server/src/load/dataset.ts';
import { lintData } from '../../server/src/load/lint.ts';
import { overlayData } from '../../server/src/load/overlay.ts';

const base = toDataset(JSON.parse(json));
const messages = (files: Record<string, string>) => {
  const { problems } = overlayData(new Map(Object.entries(files)), base);
  return problems.map((p) => `${p.line}:${p.column} ${p.message}`);
};

const figure = (lines: string): string => `id: ours-2026
publisher: Ours
title: Our notes
url: https://example.org/notes
issued: "2026-02-03"
kind: estimate
figures:
  - id: deepseek.server-capex@ours-2026
    subject: deepseek
    metric: server_capex
    unit: USD
    as_of: "2026-02-03"
${lines}`;

describe("a workspace's own data", () => {
  it('adds figures, marked local, and says where they stand', () => {
    const { dataset, problems, places } = overlayData(new Map([['a.yaml', figure('    value: "2.1e9"\n')]]), base);
    expect(problems).toEqual([]);
    const own = buildReference(dataset).figures.get('deepseek.server-capex@ours-2026');
    expect(own).toMatchObject({ value: 2.1e9, local: true, source: 'ours-2026' });
    expect(places.get(own!.id)).toEqual({ file: 'a.yaml', line: 8, column: 9 });
    expect(dataset.figures.length).toBe(base.figures.length + 1);
  });

  it('replaces a figure of the same id', () => {
    const old = base.figures.find((f) => f.metric === 'server_capex' && f.subject === 'deepseek')!;
    const text = figure('    value: "1"\n').replace('deepseek.server-capex@ours-2026', old.id);
    const { dataset } = overlayData(new Map([['a.yaml', text]]), base);
    expect(dataset.figures.filter((f) => f.id === old.id).map((f) => [f.value, f.local])).toEqual([[1, true]]);
  });

  it('adds subjects with their aliases', () => {
    const text = '- { id: our-cluster, kind: cluster, name: Our Cluster, aliases: [{ text: Ours, near: [GPU] }] }\n';
    const { dataset, problems } = overlayData(new Map([['subjects/ours.yaml', text]]), base);
    expect(problems).toEqual([]);
    expect(dataset.subjects.at(-1)).toMatchObject({ id: 'our-cluster', aliases: [{ text: 'Ours', near: ['GPU'] }] });
  });

  it('reads a spreadsheet', () => {
    const text =
      'Subject,Metric,Value,Unit,As of,Source,URL\r\nNVIDIA H100,chip price,27500,USD,2026-03-01,"Quote, ACME",https://example.org/q\r\nGPT-4,Coût d\'entraînement,1e8,USD,2024,Notes,\r\n';
    const { dataset, problems, places } = overlayData(new Map([['prices.csv', text]]), base);
    expect(problems).toEqual([]);
    const own = dataset.figures.filter((f) => f.local);
    expect(own.map((f) => [f.subject, f.metric, f.value])).toEqual([
      ['nvidia-h100', 'chip_price', 27500],
      ['gpt-4', 'training_cost', 1e8],
    ]);
    expect(places.get(own[1]!.id)?.line).toBe(3);
  });

  it('uses what is sound of a file that is not', () => {
    const text = `${figure('    value: 1.60\n')}  - id: deepseek.operating-cost@ours-2026
    subject: deepseek
    metric: operating_cost
    value: "9e8"
    unit: USD
    as_of: "2026-02-03"
`;
    const { dataset, problems } = overlayData(new Map([['a.yaml', text]]), base);
    expect(dataset.figures.filter((f) => f.local).map((f) => f.id)).toEqual(['deepseek.operating-cost@ours-2026']);
    expect(problems.map((p) => `${p.line}:${p.column} ${p.message}`)).toEqual([
      '13:12 figures.0.value: must be quoted: "1.60", not 1.60',
    ]);
  });
});

describe('bad input is named with its place', () => {
  const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n';
  it.each<[string, string, string]>([
    ['an unquoted amount', '    value: 1.60\n', '13:12 figures.0.value: must be quoted: "1.60", not 1.60'],
    ['NaN', '    value: .nan\n', 'must be quoted'],
    ['2^53 + 1', '    value: "9007199254740993"\n', '9007199254740993 has more digits than can be held exactly'],
    ['an unknown metric', '    value: "1"\n    metric2: x\n', "unknown key 'metric2'"],
    ['a qualifier that does not belong', '    value: "1"\n    qualifiers: { colour: red }\n', "no qualifier 'colour'"],
    ['a period that ends before it starts', '    value: "1"\n    period: "2026/2024"\n', 'ends before it starts'],
    ['a value missing', '    note: none\n', 'a value is missing'],
    ['a range upside down', '    op: range\n    low: "5"\n    high: "4"\n', 'low is above high'],
    ['an infinite value', '    value: "1e999"\n', 'a quoted decimal'],
    ['a revision of nothing', '    value: "1"\n    supersedes: ["x.y@z-1"]\n', "figure 'x.y@z-1' is unknown"],
  ])('%s', (_, lines, message) => {
    expect(messages({ 'a.yaml': figure(lines) }).join('\n')).toContain(message);
  });

  it.each<[string, (text: string) => string, string]>([
    ['an unknown unit', (t) => t.replace('unit: USD', 'unit: doubloon'), "unit 'doubloon' is unknown"],
    ['a unit of another dimension', (t) => t.replace('unit: USD', 'unit: W'), 'server_capex is measured in money'],
    ['an unknown subject', (t) => t.replace('subject: deepseek', 'subject: deepsea'), "subject 'deepsea' is unknown"],
    ['a day that is none', (t) => t.replace('as_of: "2026-02-03"', 'as_of: "2026-02-31"'), 'not in the calendar'],
    ['an address that is not https', (t) => t.replace('https:', 'javascript:'), 'an https address'],
    ['duplicate keys', (t) => `${t}publisher: Other\n`, 'Map keys must be unique'],
    ['a forbidden key', (t) => `${t}__proto__: { x: 1 }\n`, "'__proto__' cannot be a key"],
    ['an anchor', (t) => t.replace('title: Our', 'title: &t Our'), 'anchors are not used'],
    ['a list where a map is due', () => '- 1\n- 2\n', 'object is expected'],
    ['no YAML at all', () => 'a: b: c: [', 'Nested mappings'],
    ['nothing', () => '', 'object is expected'],
  ])('%s', (_, change, message) => {
    expect(messages({ 'a.yaml': change(figure('    value: "1"\n')) }).join('\n')).toContain(message);
  });

  it('a bomb of aliases, a cycle, a flood of brackets, a file without end: refused, and fast', () => {
    const start = performance.now();
    expect(messages({ 'a.yaml': bomb }).join()).toContain('aliases are not used');
    expect(messages({ 'a.yaml': 'a: &r [*r]\n' }).join()).toContain('aliases are not used');
    expect(messages({ 'a.yaml': '['.repeat(20_000) }).join()).toContain('nested too deeply');
    expect(messages({ 'a.yaml': `a: ${'x'.repeat(6_000_000)}` }).join()).toContain('larger than 5 MB');
    expect(messages({ 'a.csv': `subject,metric\n${'a,b\n'.repeat(13_000_000)}` }).join()).toContain('larger than 5 MB');
    expect(performance.now() - start).toBeLessThan(2000);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('keeps every message short and every place real', () => {
    const text = `id: ${'ü'.repeat(5000)}\n`;
    for (const p of overlayData(new Map([['a.yaml', text]]), base).problems) {
      expect(p.message.length).toBeLessThanOrEqual(300);
      expect(p.line).toBeGreaterThan(0);
    }
  });

  it('a duplicate id, and figures that replace each other', () => {
    const two = (a: string, b: string): string =>
      figure(
        `    value: "1"\n    supersedes: [${a}]\n  - id: ${b}\n    subject: deepseek\n    metric: operating_cost\n    value: "2"\n    unit: USD\n    as_of: "2026-01-01"\n    supersedes: [deepseek.server-capex@ours-2026]\n`,
      );
    const other = 'deepseek.operating-cost@ours-2026';
    expect(messages({ 'a.yaml': two(other, other) }).join()).toContain('replace each other');
    expect(messages({ 'a.yaml': two(other, 'deepseek.server-capex@ours-2026') }).join()).toContain('stands already in');
  });

  it.each<[string, string, string]>([
    ['no header', '1,2,3\n', 'the header row lacks subject, metric, unit, as of, source'],
    [
      'an unknown subject',
      'subject,metric,value,unit,as of,source\nNobody,capex,1,USD,2026,X\n',
      "2:1 subject 'Nobody'",
    ],
    [
      'a price in words',
      'subject,metric,value,unit,as of,source\nNVIDIA,capex,one,USD,2026,X\n',
      '2:1 value: a quoted decimal',
    ],
    ['an open quote', 'subject,metric,value,unit,as of,source\n"NVIDIA,capex,1,USD,2026,X\n', 'not closed'],
  ])('in a spreadsheet: %s', (_, text, message) => {
    expect(messages({ 'a.csv': text }).join('\n')).toContain(message);
  });
});

it('lints rates', () => {
  const head = 'base,quote,period,rate,low,high,source\n';
  const of = (row: string) =>
    lintData(new Map([['data/rates/x.csv', head + row]])).map((p) => `${p.line} ${p.message}`);
  expect(of('EUR,USD,2025,1.1,1.0,1.2,ECB\n')).toEqual([]);
  expect(of('EUR,USD,2025,1.1,1.2,1.0,ECB\n')).toEqual(['2 low, rate and high are not in order']);
  expect(of('EUR,USD,2025,NaN,1.0,1.2,ECB\n')).toEqual(['2 low, rate and high are not in order']);
  expect(of('EUR,USD,2025,1.1,1.0,1.2,\n')).toEqual(['2 a rate needs its source']);
  expect(of('EUR,US,2025,1.1,1.0,1.2,ECB\n')).toEqual(['2 EUR/US is no pair of currencies']);
});
