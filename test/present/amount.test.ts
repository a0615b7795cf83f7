import { expect, test } from 'vitest';
import { writeAmount } from '../../server/src/present/amount.ts';
import { writeDate } from '../../server/src/present/date.ts';
import { amount } from './fixtures.ts';

test.each([
  [amount(1.6e9), '$1.6 billion', '1,6 milliard de dollars'],
  [amount(2e9), '$2 billion', '2 milliards de dollars'],
  [amount(5.576e6), '$5.576 million', '5,576 millions de dollars'],
  [amount(1.2e12, 'EUR'), '€1.2 trillion', '1 200 milliards d’euros'],
  [amount(944e6, 'USD', { op: 'more_than' }), 'more than $944 million', 'plus de 944 millions de dollars'],
  [amount(-4e9), '-$4 billion', '-4 milliards de dollars'],
  [amount(1.5e9, 'CNY'), '1.5 billion yuan', '1,5 milliard de yuans'],
  [amount(3e6, 'SEK'), 'SEK 3 million', '3 millions SEK'],
  [amount(50000, 'GPU'), '50,000 GPUs', '50 000 GPU'],
  [amount(1, 'GPU'), '1 GPU', '1 GPU'],
  [amount(671e9, 'parameter'), '671 billion parameters', '671 milliards de paramètres'],
  [amount(2.788e6, 'GPU-hour'), '2.788 million GPU-hours', '2,788 millions d’heures de GPU'],
  [amount(3.8e25, 'FLOP'), '3.8 × 10²⁵ FLOP', '3,8 × 10²⁵ FLOP'],
  [amount(989e12, 'FLOP/s'), '989 TFLOP/s', '989 TFLOP/s'],
  [amount(80e9, 'B'), '80 GB', '80 Go'],
  [amount(3.35e12, 'B/s'), '3.35 TB/s', '3,35 To/s'],
  [amount(700, 'W'), '700 W', '700 W'],
  [amount(0.34, 'Wh'), '340 mWh', '340 mWh'],
  [amount(45, 'percent'), '45%', '45 %'],
  [amount(10, 'ratio'), '10×', '10×'],
  [amount(2, 'USD/GPU-hour'), '$2 per GPU-hour', '2 dollars par heure de GPU'],
  [amount(0.55, 'USD/Mtoken'), '$0.55 per million tokens', '0,55 dollar par million de tokens'],
  [amount(500e6, 'USD', { perUnit: 'year' }), '$500 million a year', '500 millions de dollars par an'],
  [amount(12, 'other:widgets'), '12 widgets', '12 widgets'],
  [amount(null, 'USD', { low: 60e9, high: 65e9, op: 'range' }), '$60–65 billion', '60 à 65 milliards de dollars'],
  [
    amount(null, 'USD', { low: 5e5, high: 2e6, op: 'range' }),
    '$500,000–$2 million',
    '500 000 dollars à 2 millions de dollars',
  ],
  [amount(null, 'USD', { low: 1e9, op: 'at_least' }), 'at least $1 billion', 'au moins 1 milliard de dollars'],
  [amount(Number.NaN), 'NaN', 'NaN'],
])('%j', (given, en, fr) => {
  const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');
  expect(plain(writeAmount(given, 'en'))).toContain(en);
  expect(plain(writeAmount(given, 'fr'))).toContain(fr);
});

test.each([
  ['2025-01-31', '31 January 2025', '31 janvier 2025'],
  ['2025-02-01', '1 February 2025', '1er février 2025'],
  ['2025-08', 'August 2025', 'août 2025'],
  ['2025', '2025', '2025'],
  ['2025-Q1', 'Q1 2025', 'T1 2025'],
  ['2025-H2', 'H2 2025', 'S2 2025'],
  ['FY2026 Q3', 'Q3 of fiscal 2026', 'T3 de l’exercice 2026'],
  ['FY2025', 'fiscal 2025', 'exercice 2025'],
  ['2025-13-45', '2025-13-45', '2025-13-45'],
  ['some day', 'some day', 'some day'],
  ['', '', ''],
])('the date %s', (given, en, fr) => {
  expect(writeDate(given, 'en')).toBe(en);
  expect(writeDate(given, 'fr')).toBe(fr);
});
