import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures } from '../../server/src/eval/figures.ts';
import { sameMetric, sameSubject } from '../../server/src/eval/names.ts';
import { sameValue } from '../../server/src/eval/pair.ts';
import type { GoldMention, Passage, PredictedMention } from '../../server/src/eval/passages.ts';
import { readPassages, readPredictions } from '../../server/src/eval/passages.ts';
import { printErrors, printFigures } from '../../server/src/eval/print.ts';
import { score } from '../../server/src/eval/score.ts';
import { measure } from '../../server/src/eval/units.ts';
import { wilson } from '../../server/src/eval/wilson.ts';
import { ballpark, folder, RIGHT, WRONG } from './ballpark.ts';

const gold = (over: Partial<GoldMention>): GoldMention => ({
  start: 0,
  end: 10,
  quote: 'q',
  value: 5,
  low: null,
  high: null,
  unit: 'USD',
  subject: 'DeepSeek-V3',
  metric: 'training_cost',
  qualifiers: {},
  checkable: true,
  verdict: 'supported',
  reason: null,
  ...over,
});
const said = (over: Partial<PredictedMention>): PredictedMention => ({
  start: 0,
  end: 10,
  value: 5,
  low: null,
  high: null,
  unit: 'USD',
  subject: 'V3',
  metric: 'training_cost',
  verdict: 'supported',
  reason: null,
  ...over,
});
const passage = (id: string, mentions: GoldMention[], over: Partial<Passage> = {}): Passage => ({
  id,
  lang: 'en',
  kind: 'claims',
  date: null,
  wrapped_from: null,
  part: null,
  text: 'x'.repeat(200),
  mentions,
  distractors: [],
  ...over,
});
const run = (passages: Passage[], predicted: Record<string, PredictedMention[]>) =>
  score(passages, new Map(Object.entries(predicted).map(([id, mentions]) => [id, { id, mentions }])));

describe('values and units', () => {
  it.each([
    [{}, {}, true],
    [{}, { value: 5.04 }, true],
    [{}, { value: 5.2 }, false],
    [{}, { unit: 'EUR' }, false],
    [{ unit: 'B', value: 80e9 }, { unit: 'GB', value: 80 }, true],
    [{ unit: 'day', value: 2 }, { unit: 'hour', value: 48 }, true],
    [{ unit: 'GPU' }, { unit: 'count' }, true],
    [{ unit: 'GPU' }, { unit: 'GPU-hour' }, false],
    [{ unit: 'USD/Mtoken' }, { unit: 'USD' }, false],
    [{ unit: 'USD' }, { unit: 'USD/year' }, true],
    [{ value: null, low: 3, high: 4 }, { value: null, low: 3, high: 4 }, true],
    [{ value: null, low: 3, high: 4 }, { value: 3.5 }, true],
    [{ value: null, low: 3, high: 4 }, { value: 5 }, false],
    [{}, { value: null, low: 5, high: 5 }, true],
    [{}, { value: null, low: 4, high: 6 }, false],
  ])('%j against %j: %s', (g, p, expected) => {
    expect(sameValue(gold(g), said(p))).toBe(expected);
  });
  it('an unknown unit equals only itself', () => {
    expect(measure('furlong')).toEqual(measure(' Furlong '));
    expect(measure('furlong').dimension).not.toBe(measure('fathom').dimension);
  });
});

describe('names', () => {
  it('fold case, dashes and aliases', () => {
    expect(sameSubject('DeepSeek-R1', 'deepseek r1')).toBe(true);
    expect(sameSubject('NVIDIA H100', 'H100 SXM')).toBe(true);
    expect(sameSubject('Alphabet', 'Google')).toBe(true);
    expect(sameSubject('DeepSeek-V3', 'DeepSeek')).toBe(true);
    expect(sameSubject('DeepSeek-R1', 'DeepSeek')).toBe(false);
    expect(sameSubject('DeepSeek-R1', null)).toBe(false);
  });
  it('metrics that the passages do not tell apart', () => {
    expect(sameMetric('accelerators_owned', 'accelerators_installed')).toBe(true);
    expect(sameMetric('training_cost', 'capex')).toBe(false);
    expect(sameMetric('other', null)).toBe(true);
  });
});

describe('a score counted by hand', () => {
  const conflict = gold({ start: 20, end: 30, value: 7, verdict: 'conflict', reason: 'wrong_value' });
  const unknown = gold({ start: 40, end: 50, value: 9, verdict: 'no_reference', checkable: false });
  const passages = [
    passage('a', [gold({}), conflict, unknown]),
    passage('b', [gold({ verdict: 'disputed' })], { lang: 'fr' }),
    passage('c', [], { kind: 'distractor', distractors: [{ start: 0, end: 4, kind: 'year' }] }),
  ];
  const result = run(passages, {
    a: [
      said({ verdict: 'conflict', reason: 'wrong_currency' }), // a false flag on a right claim
      said({ start: 22, end: 28, value: 7, verdict: 'conflict', reason: 'wrong_value' }),
    ],
    b: [said({ verdict: 'conflict' })], // on a disputed claim: neither way
    c: [said({ start: 0, end: 4, verdict: 'outdated' })],
  });
  const { groups, ...rest } = figures(result);
  const all = groups['all']!;

  it('extraction', () => {
    expect(all).toMatchObject({ gold: 4, predicted: 4, found: 3 });
    expect(all.extraction).toMatchObject({ precision: 3 / 4, recall: 3 / 4, recall_checkable: 1, spurious: 1 });
    expect(all.extraction.spurious_on_annotated_distractor).toBe(1);
  });
  it('flags', () => {
    expect(all.flags).toMatchObject({ gold: 1, true: 1, false: 2, on_disputed: 1, precision: 1 / 3, recall: 1 });
    expect(all.flags.reason_accuracy).toBe(1);
    expect(rest.flag_recall_by_reason).toEqual({ wrong_value: { gold: 1, flagged: 1 } });
  });
  it('the further figures', () => {
    expect(all.further).toMatchObject({
      right_checkable: 1,
      false_flags_per_100_right: 200,
      false_flags_on_right: 1,
      distractor_claims_with_subject: 1,
      conflicts_answered_supported: 0,
    });
  });
  it('by language and on distractors', () => {
    expect(Object.keys(groups).sort()).toEqual(['all', 'kind:claims', 'kind:distractor', 'lang:en', 'lang:fr']);
    expect(groups['lang:fr']!.flags).toMatchObject({ gold: 0, false: 0, on_disputed: 1 });
    expect(rest.distractor_passages).toMatchObject({ passages: 1, withFlag: 1, mentions: 1 });
  });
  it('errors name the passage and what was wrong', () => {
    expect(printErrors(result.errors).map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
      'a missed',
      'a false flag',
      'c false flag',
    ]);
  });
  it('prints a table without a hole', () => {
    const text = printFigures(figures(result)).join('\n');
    expect(text).toMatch(/^all +4 +4 +3 \| +75\.0% +75\.0%/m);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(printFigures(figures(run([], {}))).join('\n')).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('a conflict that was answered supported, and a supported claim that was called disputed', () => {
  const wrong = gold({ start: 20, end: 30, verdict: 'conflict', reason: 'wrong_value' });
  const result = run([passage('a', [gold({}), wrong])], {
    a: [said({ verdict: 'disputed' }), said({ start: 20, end: 30 })],
  });
  expect(figures(result).groups['all']!.further).toMatchObject({
    conflicts_answered_supported: 1,
    disputed_on_supported: 1,
  });
});

it.each([
  [8, 10, 0.49, 0.943],
  [0, 10, 0, 0.278],
  [10, 10, 0.722, 1],
  [50, 100, 0.404, 0.596],
])('Wilson interval of %i in %i', (hits, n, low, high) => {
  const interval = wilson(hits, n)!;
  expect(interval[0]).toBeCloseTo(low, 3);
  expect(interval[1]).toBeCloseTo(high, 3);
  expect(wilson(0, 0)).toBeNull();
});

describe('files', () => {
  it('a broken line is named', () => {
    expect(() => readPassages('{"id":"a","text":"","mentions":[]}\n{oops', 'p.jsonl')).toThrow(/^p\.jsonl:2: /);
    expect(() => readPassages('{"id":"a"}', 'p.jsonl')).toThrow(/passage 1/);
    expect(() => readPredictions('{}', 'q.jsonl')).toThrow(/prediction 1/);
  });
  it('an array of JSON will do', () => {
    expect(readPassages('[{"id":"a","text":"","mentions":[]}]', 'p.json')).toHaveLength(1);
  });
});

describe('ballpark eval', () => {
  const line = (id: string, text: string, mentions: Partial<GoldMention>[]) =>
    JSON.stringify({
      id,
      lang: 'en',
      kind: 'claims',
      date: '2025-02',
      text,
      mentions: mentions.map(gold),
      distractors: [],
    });
  const at = (text: string, phrase: string) => ({
    start: text.indexOf(phrase),
    end: text.indexOf(phrase) + phrase.length,
  });
  const claim = { subject: 'DeepSeek', metric: 'server_capex', value: 1.6e9 };
  const cwd = folder({
    'p.jsonl': [
      line('w', WRONG, [
        { ...claim, ...at(WRONG, '1.6 billion euros'), unit: 'EUR', verdict: 'conflict', reason: 'wrong_currency' },
      ]),
      line('r', RIGHT, [{ ...claim, ...at(RIGHT, '1.6 billion dollars'), unit: 'USD' }]),
    ].join('\n'),
  });
  it('checks the passages and scores what came out', async () => {
    const { out, code } = await ballpark(['eval', 'p.jsonl', '--json', '--predictions', 'out.jsonl'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out).groups.all).toMatchObject({
      found: 2,
      linking: { both: 1 },
      flags: { true: 1, false: 0, reason_accuracy: 1 },
    });
    const again = await ballpark(['eval', 'p.jsonl', 'out.jsonl', '--json'], { cwd });
    expect(again.out).toBe(out);
  });
  it('lists errors on demand', async () => {
    writeFileSync(join(cwd, 'none.jsonl'), '');
    const { out } = await ballpark(['eval', 'p.jsonl', 'none.jsonl', '--errors', '1'], { cwd });
    expect(out).toMatch(/^w\tmissed\t/m);
    expect(out).not.toMatch(/^r\tmissed\t/m);
  });
  it.each([[['eval']], [['eval', 'missing.jsonl']], [['eval', 'p.jsonl', '--errors', 'many']]])(
    '%j ends with 2',
    async (args) => {
      expect((await ballpark(args, { cwd })).code).toBe(2);
    },
  );
});
