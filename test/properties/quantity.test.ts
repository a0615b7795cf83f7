import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN, OPAQUE } from '../../server/src/engine/prose/block.ts';
import { type PhraseAmount, phrase } from '../../server/src/engine/quantity/phrase.ts';
import type { Quantity } from '../../server/src/engine/quantity/quantity.ts';
import { tokenize } from '../../server/src/engine/text/tokens.ts';
import { language, read } from '../quantities.ts';
import { runs } from '../runs.ts';

/** Amounts whose manner is imitated; each is read whole. */
const MANNERS: Readonly<Record<string, readonly string[]>> = {
  en: [
    '$1.6 billion',
    '$1.6B',
    'US$1.6bn',
    '€1.2bn',
    '£31 million',
    '1.6 billion dollars',
    'USD 5 million',
    '0.15$',
    '$294,000',
    '¥43m',
    '50,000 GPUs',
    '10k H800s',
    '2,048 H800s',
    '35 million users',
    '671B parameters',
    '15.6 trillion tokens',
    '208 billion transistors',
    '700 W',
    '1.2 GW',
    '50 gigawatts',
    '0.34 Wh',
    '415 TWh',
    '29 terawatt-hours',
    '80 GB',
    '3.35 TB/s',
    '989 TFLOPS',
    '20 petaflops',
    '3.8e25 FLOP',
    '45%',
    '45 percent',
    '3 percentage points',
    '10x',
    '30 times',
    '2.788M GPU hours',
    '$2 per GPU hour',
    '$1.99/GPU-hour',
    '$0.55 per million tokens',
    '$5/1M tokens',
    '$0.002 per 1K tokens',
    '55 days',
    '19 hours',
    '0.5 litres',
    '552 tCO2e',
    'CHF 20 million',
  ],
  fr: [
    '1,6 milliard d’euros',
    '2 milliards de dollars',
    '1,6 Md€',
    '1,6 Mds d’euros',
    '944 M$',
    '25\u00A0000 $',
    '20 k€',
    '3 millions de yuans',
    '50 000 GPU',
    '50\u202F000 puces',
    '2 048 H800',
    '671 milliards de paramètres',
    '700 W',
    '1,2 GW',
    '8 gigawatts',
    '0,34 Wh',
    '80 TWh',
    '80 Go',
    '3,35 To/s',
    '989 TFLOPS',
    '45 %',
    '45\u00A0%',
    '10 fois',
    '2,788 millions d’heures GPU',
    '2 $ par heure de GPU',
    '0,55 $ par million de tokens',
    '3€/1M tokens',
    '117 jours',
    '552 tonnes de CO2',
    '3 millions de litres',
    '$1.6B',
  ],
  de: [
    '1,6 Milliarden Euro',
    '50 Mrd. Dollar',
    '3,5 Mio. Euro',
    '15.000 Dollar',
    '2 $',
    '50.000 GPUs',
    '175 Milliarden Parameter',
    '700 W',
    '20 Gigawatt',
    '39,9 Millionen Kilowattstunden',
    '192 GB',
    '96 GByte',
    '5,2 TB/s',
    '60 Prozent',
    '60 %',
    '15-mal',
    '2 Dollar pro GPU-Stunde',
    '0,55 Dollar pro Million Token',
    '55 Tage',
  ],
  es: [
    '1,6 mil millones de euros',
    '944 M€',
    '5,58 millones de dólares',
    '25.000 $',
    '50.000 GPU',
    '671 millones de parámetros',
    '700 W',
    '5 gigavatios',
    '141 GB',
    '900 GB/s',
    '69 %',
    '69 por ciento',
    '30 veces',
    '2,78 millones de horas de GPU',
    '0,55 dólares por millón de tokens',
    '55 días',
  ],
  zh: [
    '300亿美元',
    '557.6万美元',
    '1500万元',
    '5万块GPU',
    '6710亿参数',
    '4.5GW',
    '80GB',
    '45%',
    '272.7倍',
    '0.55美元/百万token',
  ],
};

const manners = Object.entries(MANNERS).flatMap(([tag, texts]) => texts.map((text) => ({ tag, text })));
const only = (text: string, tag: string): Quantity => {
  const list = read(text, tag);
  expect(list.length, `${tag}: ${text}`).toBe(1);
  return list[0]!;
};
const round = (value: number, digits: number): number => Number(value.toPrecision(digits));
/** Equal up to the last bits that a foreign measure's factor costs. */
const same = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-12 * Math.abs(b));

describe('what is phrased is read again', () => {
  it('every manner is one amount, whole', () => {
    for (const { tag, text } of manners) {
      const { start, end } = only(text, tag);
      expect(text.slice(start, end), tag).toBe(text);
    }
  });

  const written = fc.record({
    manner: fc.constantFrom(...manners),
    // 1 to 3 digits, over twelve orders of magnitude around the amount imitated.
    digits: fc.integer({ min: 1, max: 999 }),
    shift: fc.integer({ min: -6, max: 6 }),
  });

  it('a value: the same value, unit and span', () => {
    fc.assert(
      fc.property(written, ({ manner: { tag, text }, digits, shift }) => {
        const quantity = only(text, tag);
        const room = Math.max(2, quantity.form!.digits);
        const order = Math.floor(Math.log10(quantity.value!));
        const value = round(Number(`${round(digits, room)}e${order + shift - 2}`), room);
        fc.pre(value >= 1e-9 && value < 1e29);
        // Nobody writes a tenth of a chip.
        fc.pre(quantity.unit !== 'GPU' || Number.isInteger(value));
        const amount: PhraseAmount = { value, low: null, high: null, unit: quantity.unit, op: 'eq' };
        const phrased = phrase(amount, { quantity, text }, language(tag));
        const again = read(phrased, tag);
        const got = again.map((one) => [one.value, one.unit, phrased.slice(one.start, one.end)]);
        expect(
          again.length === 1 && same(again[0]!.value, value),
          `${tag} ${text} ${value} -> ${phrased}: ${JSON.stringify(got)}`,
        ).toBe(true);
        expect([again[0]!.unit, again[0]!.start, again[0]!.end], phrased).toEqual([quantity.unit, 0, phrased.length]);
      }),
      runs(2000),
    );
  });

  it('another currency: the same value in it', () => {
    const priced = manners.filter(({ tag, text }) => /^(USD|EUR|CNY)/.test(only(text, tag).unit));
    fc.assert(
      fc.property(
        fc.constantFrom(...priced),
        fc.constantFrom('USD', 'EUR', 'GBP', 'CNY'),
        fc.integer({ min: 10, max: 99 }),
        ({ tag, text }, currency, digits) => {
          const quantity = only(text, tag);
          const unit = [currency, ...quantity.unit.split('/').slice(1)].join('/');
          const value = round(Number(`${digits}e${Math.floor(Math.log10(quantity.value!)) - 1}`), 2);
          const phrased = phrase({ value, low: null, high: null, unit, op: 'eq' }, { quantity, text }, language(tag));
          const again = read(phrased, tag);
          expect(
            again.map((one) => [one.value, one.unit, phrased.slice(one.start, one.end)]),
            `${tag} ${text}`,
          ).toEqual([[value, unit, phrased]]);
        },
      ),
      runs(500),
    );
  });

  it('a range: the same ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...manners),
        fc.integer({ min: 10, max: 49 }),
        fc.integer({ min: 50, max: 99 }),
        ({ tag, text }, a, b) => {
          const quantity = only(text, tag);
          const order = Math.floor(Math.log10(quantity.value!)) - 1;
          const [low, high] = [Number(`${a}e${order}`), Number(`${b}e${order}`)];
          const phrased = phrase(
            { value: null, low, high, unit: quantity.unit, op: 'range' },
            { quantity, text },
            language(tag),
          );
          const again = read(phrased, tag);
          expect(again.length, `${tag} ${text} -> ${phrased}`).toBe(1);
          expect(
            same(again[0]!.low, low) && same(again[0]!.high, high),
            `${tag} ${text} ${low}..${high} -> ${phrased}: ${again[0]!.low}..${again[0]!.high}`,
          ).toBe(true);
        },
      ),
      runs(500),
    );
  });
});

describe('Intl.NumberFormat is read back', () => {
  const value = fc.oneof(
    fc.integer({ min: 1000, max: 999_999_999 }),
    fc.integer({ min: 100, max: 10_000_000 }).map((cents) => cents / 100),
  );
  it.each([
    ['en', 'en-US', 'USD'],
    ['en', 'en-GB', 'GBP'],
    ['fr', 'fr-FR', 'EUR'],
    ['fr', 'fr-CH', 'CHF'],
    ['fr', 'fr-CA', 'EUR'],
    ['de', 'de-DE', 'EUR'],
    ['de', 'de-CH', 'EUR'],
    ['es', 'es-ES', 'EUR'],
    ['zh', 'zh-CN', 'USD'],
    ['ja', 'ja-JP', 'USD'],
  ])('%s (%s, %s)', (tag, locale, currency) => {
    const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const code = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
    const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    fc.assert(
      fc.property(value, (amount) => {
        for (const format of [money, code]) {
          const text = format.format(amount);
          expect(
            read(text, tag).map((one) => [one.value, one.unit, text.slice(one.start, one.end)]),
            text,
          ).toEqual([[amount, currency, text]]);
        }
        const text = share.format(amount / 1e6);
        const [percent] = read(text, tag);
        expect(percent?.unit, text).toBe('percent');
        expect(percent!.value, text).toBeCloseTo(Number((amount / 1e4).toFixed(2)), 1);
      }),
      runs(100),
    );
  });
});

/** Bits that mean something to the grammar, to be strewn together. */
const BITS = [
  '1',
  '23',
  '456',
  '000',
  '0',
  '1.6',
  '1,6',
  '3e8',
  '10',
  '2024',
  '½',
  '²⁵',
  '×',
  '^',
  '{',
  '}',
  '\\',
  '$',
  '€',
  'US$',
  'USD',
  '£',
  '%',
  '-',
  '–',
  '~',
  '+',
  '±',
  '/',
  '.',
  ',',
  ' ',
  '\u00A0',
  '\u202F',
  '\n',
  '’',
  "'",
  '(',
  ')',
  ':',
  '|',
  HIDDEN,
  OPAQUE,
  '\u00AD',
  '\u200F',
  'billion',
  'milliard',
  'Mrd.',
  '亿',
  '万',
  '千',
  'k',
  'M',
  'B',
  'Md',
  'GPU',
  'H800',
  'MW',
  'GB/s',
  'tokens',
  'hour',
  'per',
  'par',
  'million',
  'about',
  'près de',
  'between',
  'and',
  'from',
  'to',
  'half',
  'a',
  'of',
  'de',
  'd’',
  'two',
  'times',
  'doubled',
  'soit',
  'or',
  'soixante',
  'cent',
  'hundert',
  'ff',
  '３',
  '٣',
  '\uD800',
  '人',
  'tens',
  'dizaines',
  'each',
  'million tokens',
  'GPU-4',
  'v3',
];

describe('any text', () => {
  const soup = fc.oneof(
    fc.array(fc.constantFrom(...BITS), { maxLength: 40 }).map((bits) => bits.join('')),
    fc.array(fc.constantFrom(...BITS), { maxLength: 40 }).map((bits) => bits.join(' ')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  const tag = fc.constantFrom('en', 'fr', 'de', 'es', 'zh', 'ja');
  const table = fc.option(fc.record({ column: soup, row: soup, caption: soup }), { nil: null });

  it('gives finite values, in order, apart, inside the text', () => {
    fc.assert(
      fc.property(soup, tag, table, (text, language, headers) => {
        let last = 0;
        const list = read(text, language, headers);
        for (const [at, one] of list.entries()) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.end).toBeLessThanOrEqual(text.length);
          last = one.end;
          for (const end of [one.value, one.low, one.high, one.step])
            if (end !== null) expect(Number.isFinite(end)).toBe(true);
          expect(one.value !== null || (one.low !== null && one.high !== null)).toBe(true);
          if (one.op === 'range') expect(one.low!).toBeLessThan(one.high!);
          for (const part of [one.number, one.scale, one.unitSpan, one.hedge, one.noun])
            if (part) expect(part.start >= 0 && part.start < part.end && part.end <= text.length).toBe(true);
          if (one.restates !== null) expect(one.restates).toBeLessThan(at);
          if (one.sharedWith !== null)
            expect(one.sharedWith >= 0 && one.sharedWith < list.length && one.sharedWith !== at).toBe(true);
        }
      }),
      runs(2000),
    );
  });

  it('is read the same twice', () => {
    fc.assert(
      fc.property(soup, tag, (text, language) => {
        expect(read(text, language)).toEqual(read(text, language));
      }),
      runs(300),
    );
  });

  it('can be phrased like any amount in it, without an error', () => {
    fc.assert(
      fc.property(soup, tag, fc.double({ noNaN: true, noDefaultInfinity: true }), (text, name, value) => {
        for (const quantity of read(text, name))
          expect(
            typeof phrase(
              { value, low: null, high: null, unit: quantity.unit, op: 'eq' },
              { quantity, text },
              language(name),
            ),
          ).toBe('string');
      }),
      runs(500),
    );
  });

  it('has tokens in order that tell their own characters', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      runs(500),
    );
  });
});
