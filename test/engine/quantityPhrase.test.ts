import { describe, expect, it } from 'vitest';
import { numeral, stepOf } from '../../server/src/engine/quantity/numeral.ts';
import { type PhraseAmount, phrase } from '../../server/src/engine/quantity/phrase.ts';
import { styleOf } from '../../server/src/engine/quantity/style.ts';
import { language, read } from '../quantities.ts';

const one = (value: number, unit: string): PhraseAmount => ({ value, low: null, high: null, unit, op: 'eq' });
const range = (low: number, high: number, unit: string): PhraseAmount => ({
  value: null,
  low,
  high,
  unit,
  op: 'range',
});

/** Writes an amount in the manner of the first amount of a text. */
function like(amount: PhraseAmount, text: string, tag: string): string {
  const [quantity] = read(text, tag);
  return phrase(amount, { quantity: quantity!, text }, language(tag));
}

describe('an amount is written in the manner of another', () => {
  it.each([
    // scale, separators, spaces, sign or word
    ['$1.6 billion', 'en', one(5.576e6, 'USD'), '$5.6 million'],
    ['$6.25 million', 'en', one(5.576e6, 'USD'), '$5.58 million'],
    ['$1.6B', 'en', one(2.9e12, 'USD'), '$2.9T'],
    ['US$1.6bn', 'en', one(9e8, 'USD'), 'US$900m'],
    ['50,000 GPUs', 'en', one(2048, 'GPU'), '2,048 GPUs'],
    ['2,048 GPUs', 'en', one(10_000, 'GPU'), '10,000 GPUs'],
    ['10k H800s', 'en', one(2500, 'GPU'), '2.5k H800s'],
    ['700 W', 'en', one(1200, 'W'), '1.2 kW'],
    ['1.2 GW', 'en', one(3e8, 'W'), '300 MW'],
    ['50 gigawatts', 'en', one(7e6, 'W'), '7 megawatts'],
    ['$5.00', 'en', one(4.5, 'USD'), '$4.50'],
    ['45%', 'en', one(12.5, 'percent'), '13%'],
    ['half a billion dollars', 'en', one(6e8, 'USD'), '600 million dollars'],
    ['$0.55 per million tokens', 'en', one(2.19, 'USD/Mtoken'), '$2.19 per million tokens'],
    ['$5.00', 'en', one(2_000_000, 'USD'), '$2,000,000'],
    ['$0.14', 'en', one(0.375, 'USD'), '$0.38'],
    ['0,55 € par million de tokens', 'fr', one(2.5, 'EUR/Mtoken'), '2,50 € par million de tokens'],
    // scale words that journalists leave aside
    ['$1.6 billion', 'en', one(100_000, 'USD'), '$100,000'],
    ['300 thousand dollars', 'en', one(100_000, 'USD'), '100 thousand dollars'],
    ['671 milliards de paramètres', 'fr', one(1.48e13, 'parameter'), '14\u202F800 milliards de paramètres'],
    ['2 billions de tokens', 'fr', one(1.48e13, 'token'), '15 billions de tokens'],
    ['50 Mrd. Dollar', 'de', one(100_000, 'USD'), '100.000 Dollar'],
    ['$0.002 per 1K tokens', 'en', one(0.55, 'USD/Mtoken'), '$0.00055 per 1K tokens'],
    ['1,6 milliard d’euros', 'fr', one(2.5e9, 'EUR'), '2,5 milliards d’euros'],
    ['2 milliards de dollars', 'fr', one(1.5e9, 'USD'), '1,5 milliard de dollars'],
    ['1,6 Md€', 'fr', one(9.4e8, 'EUR'), '940 M€'],
    ['944 M$', 'fr', one(1.5e9, 'USD'), '1,5 Md$'],
    ['50 000 GPU', 'fr', one(2000, 'GPU'), '2 000 GPU'],
    ['50\u202F000 GPU', 'fr', one(25_000, 'GPU'), '25\u202F000 GPU'],
    ['500 GPU', 'fr', one(25_000, 'GPU'), '25\u202F000 GPU'],
    ['deux milliards et demi de dollars', 'fr', one(3.2e9, 'USD'), '3,2 milliards de dollars'],
    ['610 Milliarden Dollar', 'de', one(1.2e12, 'USD'), '1,2 Billionen Dollar'],
    ['50 Mrd. Dollar', 'de', one(3.5e6, 'USD'), '3,5 Mio. Dollar'],
    ['4 billones de dólares', 'es', one(1.5e9, 'USD'), '1,5 mil millones de dólares'],
    ['300亿美元', 'zh', one(5.6e6, 'USD'), '560万美元'],
    ['300億美元', 'zh', one(1.5e12, 'USD'), '1.5兆美元'],
    ['1,6 milliard d’euros', 'fr', one(50_000, 'EUR'), '50\u202F000 euros'],
    // another currency: sign for sign, word for word, with its own link
    ['1,6 milliard d’euros', 'fr', one(1.5e9, 'USD'), '1,5 milliard de dollars'],
    ['1,6 milliard de dollars', 'fr', one(1.5e9, 'EUR'), '1,5 milliard d’euros'],
    ['1,6 Md€', 'fr', one(1.5e9, 'USD'), '1,5 Md$'],
    ['$1.6B', 'en', one(1.5e9, 'EUR'), '€1.5B'],
    ['1.6 billion dollars', 'en', one(1.5e9, 'EUR'), '1.5 billion euros'],
    ['USD 5 million', 'en', one(4.6e6, 'EUR'), 'EUR 4.6 million'],
    ['$300 million', 'en', one(2.1e9, 'CNY'), 'RMB\u00A02.1 billion'],
    // ranges
    ['$3-4 billion', 'en', range(5e9, 6e9, 'USD'), '$5-6 billion'],
    ['$1.6 billion', 'en', range(3e9, 4e9, 'USD'), '$3–4 billion'],
    ['3 milliards d’euros', 'fr', range(3e9, 4e9, 'EUR'), '3 à 4 milliards d’euros'],
    ['$3-4 billion', 'en', one(5.6e6, 'USD'), '$5.6 million'],
  ])('%s (%s), %j: %s', (text, tag, amount, expected) => {
    expect(like(amount, text, tag)).toBe(expected);
  });

  it('takes a style as well as a text', () => {
    const text = '$1.6 billion';
    const style = styleOf(read(text, 'en')[0]!, text, language('en'));
    expect(phrase(one(5.576e6, 'USD'), { ...style, digits: 4 }, language('en'))).toBe('$5.576 million');
  });

  it('keeps markup out of what it writes', () => {
    const text = '$\u20601.6\u2060\u2060 billion';
    expect(like(one(2e9, 'USD'), text, 'en')).toBe('$2 billion');
  });
});

describe('a value is scaled by writing its exponent', () => {
  it('is what JavaScript reads, for every number of two decimals and every scale', () => {
    for (let hundredths = 1; hundredths < 10_000; hundredths++) {
      const mantissa = (hundredths / 100).toFixed(2);
      for (const exponent of [0, 3, 6, 9, 12, 18])
        expect(numeral(mantissa, exponent)).toBe(Number(`${mantissa}e${exponent}`));
    }
    expect(numeral('8.2', 9)).toBe(8_200_000_000);
    expect(numeral('1', 400)).toBeNull();
    expect(stepOf('1.6', 9)).toBe(1e8);
    expect(stepOf('2048', 0)).toBe(1);
  });
});
