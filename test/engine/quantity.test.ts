import { describe, expect, it } from 'vitest';
import { HIDDEN, OPAQUE } from '../../server/src/engine/prose/block.ts';
import { amounts, canonical, read } from '../quantities.ts';

const reads = (text: string, tag: string, table: Parameters<typeof read>[2] = null): string =>
  canonical(amounts(read(text, tag, table)));

describe('the parts of an amount', () => {
  it('are spans of the text: hedge, digits, scale, unit', () => {
    const text = 'Elle a coûté près de 1,6 milliard d’euros en matériel.';
    const [quantity] = read(text, 'fr');
    const cut = (span: { start: number; end: number } | null): string | null =>
      span && text.slice(span.start, span.end);
    expect(cut(quantity!)).toBe('1,6 milliard d’euros');
    expect(cut(quantity!.number)).toBe('1,6 milliard');
    expect(cut(quantity!.scale)).toBe('milliard');
    expect(cut(quantity!.unitSpan)).toBe('euros');
    expect(cut(quantity!.hedge)).toBe('près de');
    expect(quantity).toMatchObject({ value: 1.6e9, digits: '1,6', step: 1e8, op: 'approx', scale: { exponent: 9 } });
    expect(quantity!.hedge!.strength).toBeGreaterThan(0);
  });

  it.each([
    ['dont 50 000 GPU Nvidia.', 'fr', '50 000 GPU', 'GPU Nvidia'],
    ['avec 50 000 H800', 'fr', '50 000 H800', 'H800'],
    ['on 2,048 Nvidia H800 GPUs', 'en', '2,048', 'Nvidia H800 GPUs'],
    ['a 2,048-GPU cluster', 'en', '2,048-GPU', 'GPU'],
    ['15 000 accélérateurs H100 de Nvidia', 'fr', '15 000 accélérateurs', 'accélérateurs H100'],
  ])('%s: what is counted', (text, tag, span, noun) => {
    const [quantity] = read(text, tag);
    expect(text.slice(quantity!.start, quantity!.end)).toBe(span);
    expect(text.slice(quantity!.noun!.start, quantity!.noun!.end)).toBe(noun);
    expect(quantity!.unit).toBe('GPU');
  });

  it.each([
    ['$1.6B', 'en', '$'],
    ['US$1.6 billion', 'en', 'US$'],
    ['1.6 billion dollars', 'en', 'dollars'],
    ['944 M$', 'fr', '$'],
    ['$3–4 billion', 'en', '$'],
  ])('%s: the sign that a currency fix replaces', (text, tag, sign) => {
    const [quantity] = read(text, tag);
    expect(text.slice(quantity!.unitSpan!.start, quantity!.unitSpan!.end)).toBe(sign);
  });

  it.each([
    ['1,6 milliard', 'fr', 1e8],
    ['2,048 GPUs', 'en', 1],
    ['2k GPUs', 'en', 1000],
    ['$5.576 million', 'en', 1000],
    ['3.35 TB/s', 'en', 1e10],
    ['3.8e25 FLOP', 'en', 1e24],
    ['$0.002 per 1K tokens', 'en', 1],
  ])('%s: the place value of its last digit', (text, tag, step) => {
    expect(read(text, tag)[0]!.step).toBeCloseTo(step, 12);
  });

  it('lie in order and never overlap', () => {
    const list = read('From $3-4B to 10 GW, 45% more, 2,048 H800s for 55 days at $2 per GPU hour.', 'en');
    for (const [at, one] of list.entries()) if (at > 0) expect(one.start).toBeGreaterThanOrEqual(list[at - 1]!.end);
    expect(list.length).toBe(6);
  });
});

describe('neighbours', () => {
  it.each([
    [
      'It raised $40 billion. V4-Pro activates 49 billion parameters. V4-Flash activates 13 billion.',
      '4e10 USD; 4.9e10 parameter; 1.3e10 parameter',
    ],
    ['The API is $3 per million tokens (against $10 for the other).', '3 USD/Mtoken; 10 USD/Mtoken'],
    ['Plans cost $20 a month and the API $3 per million tokens.', '20 USD per month; 3 USD/Mtoken'],
    ['It costs $3 per million tokens. The firm has raised $5.', '3 USD/Mtoken; 5 USD'],
  ])('%s', (text, expected) => {
    expect(reads(text, 'en')).toBe(canonical(expected));
  });

  it('are named by their index', () => {
    const list = read('2,4 milliards d’euros, dont 1,9 milliard venu d’un fonds, soit 2,8 milliards de dollars', 'fr');
    expect(list.map((one) => one.sharedWith)).toEqual([null, 0, null]);
  });

  it('pair only what stands side by side in two currencies', () => {
    const [, second] = read('It cost $5.6 million (about 5.1 million euros).', 'en');
    expect(second!.restates).toBe(0);
    const [, other] = read('It cost $5.6 million, and they raised 5.1 million euros.', 'en');
    expect(other!.restates).toBeNull();
  });
});

describe('cells of a table', () => {
  it.each([
    ['5.6', { column: 'Cost, $M' }, '5.6e6 USD'],
    ['5.6', { column: 'Cost (USD millions)' }, '5.6e6 USD'],
    ['5.6', { column: 'Cost ($ million)' }, '5.6e6 USD'],
    ['650', { column: 'Revenue', caption: 'Figures in billions of dollars' }, '6.5e11 USD'],
    ['700', { column: 'TDP (W)' }, '700 W'],
    ['1.2', { column: 'Power, GW' }, '1.2e9 W'],
    ['671', { column: 'Parameters (B)' }, '6.71e11 parameter'],
    ['128K', { column: 'Context window' }, '128000 token'],
    ['$5.00', { column: 'Input (per 1M tokens)' }, '5 USD/Mtoken'],
    ['$5.00', { column: 'Input', caption: 'All prices are per million tokens.' }, '5 USD/Mtoken'],
    ['$1.50–$3.00', { column: 'Low', caption: 'Cloud GPU pricing, $/hour:' }, '1.5..3 USD/GPU-hour'],
    ['700', { row: 'Power (W)' }, '700 W'],
    ['700W', { row: 'Power' }, '700 W'],
    ['2023', { column: 'Year' }, ''],
    ['Claude Opus 4.5', { column: 'Input (per 1M tokens)' }, ''],
    ['GPT-4.1 (legacy)', { row: 'GPT-4.1', column: 'Cost, $M' }, ''],
    ['12', { column: 'Rank' }, ''],
    ['~23', { column: 'Demand, GW' }, '~2.3e10 W'],
    ['3–4', { column: 'Cost, $bn' }, '3e9..4e9 USD'],
  ])('%s under %j', (text, table, expected) => {
    expect(reads(text, 'en', table)).toBe(canonical(expected));
  });

  it('speak their own language', () => {
    expect(reads('105', 'de', { column: '2026 (Mrd. $)' })).toBe(canonical('1.05e11 USD'));
    expect(reads('5,6', 'fr', { column: 'Coût (millions d’euros)' })).toBe(canonical('5.6e6 EUR'));
    expect(reads('50,000', 'fr', { column: 'GPU' })).toBe(canonical('5e4 GPU'));
  });
});

describe('markup and layout', () => {
  it.each([
    [`$${HIDDEN}${HIDDEN}1.6${HIDDEN}${HIDDEN} billion`, '1.6e9 USD'],
    [`50${HIDDEN},${HIDDEN}000 GPUs`, '5e4 GPU'],
    [`1.6${HIDDEN}B${HIDDEN} dollars`, '1.6e9 USD'],
    ['1.6\nbillion\ndollars', '1.6e9 USD'],
    ['1.6\r\nbillion dollars', '1.6e9 USD'],
    [`50\u00A0${HIDDEN.repeat(5)}000 GPUs`, '5e4 GPU'],
    [`${OPAQUE}${OPAQUE}5 GW`, ''],
    ['a\u00ADbout 5 G\u00ADW', '~5e9 W'],
    ['\u200F5 GW\u200E', '5e9 W'],
    ['5\u200B GW', '5e9 W'],
  ])('%j', (text, expected) => {
    expect(reads(text, 'en')).toBe(canonical(expected));
  });
});

describe('bad input gives a right value or none', () => {
  it.each([
    ['9'.repeat(400), ''],
    [`$${'9'.repeat(400)}`, ''],
    [`${'1,'.repeat(500)}000 GPUs`, ''],
    ['1.2.3.4.5 GW', ''],
    ['1,2,3 GW', ''],
    ['1,234,56 GPUs', ''],
    ['1.2,3.4 GW', ''],
    ['$5e400', ''],
    ['$5e-400', ''],
    ['1e999 FLOP', ''],
    ['10^309 FLOP', ''],
    ['10^308 FLOP', '1e308 FLOP'],
    ['10^999 billion tokens', ''],
    ['3 × 10^400 FLOP', ''],
    ['5..6 GW', ''],
    ['5,,6 GW', ''],
    ['1,2.3,4.5,6 GPUs', ''],
    ['1,234.567,89 GPUs', ''],
    ['5\u200D0,000 GPUs', '5e4 GPU'],
    ['$\u200F5 million', '5e6 USD'],
    ['\u202B$5 million\u202C', '5e6 USD'],
    ['５０，０００ GPUs', '5e4 GPU'],
    ['1２3 GPUs', '123 GPU'],
    ['٥٠٬٠٠٠ GPUs', ''],
    ['٥٠٫٥ GW', ''],
    ['50٪', '50 percent'],
    ['٣٥ GW', ''],
    ['३५ GPU', ''],
    ['', ''],
    ['\uD800$5 GW\uDC00', '5 USD'],
    ['$', ''],
    ['$$$', ''],
    ['billion', ''],
    ['billion billion', ''],
    ['%', ''],
    ['-', ''],
    ['0 GPUs', '0 GPU'],
    ['00,000 GPUs', ''],
  ])('%j', (text, expected) => {
    expect(reads(text, 'en')).toBe(canonical(expected));
  });
});
