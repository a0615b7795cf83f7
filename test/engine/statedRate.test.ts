import { describe, expect, it } from 'vitest';
import { amounts, canonical, read } from '../quantities.ts';

const reads = (text: string, tag: string): string => canonical(amounts(read(text, tag)));

describe('a price takes the rate that stands away from it', () => {
  it.each([
    ['en', 'Per million output tokens, the model costs $10.', '10 USD/Mtoken'],
    ['en', 'It costs $2.50 in and $10 out per million tokens.', '2.5 USD/Mtoken; 10 USD/Mtoken'],
    ['en', 'It costs $5 input / $15 output per 1M tokens.', '5 USD/Mtoken; 15 USD/Mtoken'],
    ['en', 'It costs $0.50 in and $1.50 out per 1,000 tokens.', '500 USD/Mtoken; 1500 USD/Mtoken'],
    [
      'fr',
      'Il coûte 2,50 dollars en entrée et 10 dollars en sortie par million de tokens.',
      '2.5 USD/Mtoken; 10 USD/Mtoken',
    ],
    ['de', 'Pro Million Eingabe-Token verlangt der Anbieter 0,55 Dollar.', '0.55 USD/Mtoken'],
    ['es', 'Por cada millón de tokens de salida cobra 2,19 dólares.', '2.19 USD/Mtoken'],
    ['zh', '每百万输入token收费2.5美元,每百万输出token收费10美元。', '2.5 USD/Mtoken; 10 USD/Mtoken'],
  ])('%s: %s', (tag, text, expected) => expect(reads(text, tag)).toBe(expected));
});

describe('a price keeps its own', () => {
  it.each([
    ['another sentence', 'Prices are per million tokens. The plan costs $20.', '20 USD'],
    ['a scale', 'Per million tokens it is cheap; the round brought $20 million.', '20000000 USD'],
    [
      'a rate of its own',
      'Plus costs $20 a month, the interface $5 per million tokens.',
      '20 USD per month; 5 USD/Mtoken',
    ],
    ['no list', 'Plus costs $20 while the interface costs $5 per million tokens.', '20 USD; 5 USD/Mtoken'],
  ])('%s', (_, text, expected) => expect(reads(text, 'en')).toBe(expected));
});
