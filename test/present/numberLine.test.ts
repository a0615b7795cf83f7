import { describe, expect, test } from 'vitest';
import { numberLine, type Row } from '../../server/src/present/numberLine.ts';
import { ticks } from '../../server/src/present/ticks.ts';
import { amount } from './fixtures.ts';
import { HOSTILE } from './hostile.ts';

const row = (kind: Row['kind'], label: string, stated = amount(6e6), drawn: Row['amount'] = stated): Row => ({
  kind,
  label,
  stated,
  amount: drawn,
});
const near = [row('claim', 'Draft', amount(6e6, 'USD', { op: 'approx' })), row('source', 'DeepSeek', amount(5.576e6))];
const far = [
  row('claim', 'Draft', amount(6e9)),
  row('source', 'DeepSeek', amount(5.576e6)),
  row('superseded', 'Press', amount(null, 'USD', { low: 5e6, high: 2e7, op: 'range' })),
];

test.each([
  ['near', near, 'en'],
  ['far', far, 'fr'],
] as const)('a picture of figures that lie %s', (_, rows, locale) => {
  expect(numberLine(rows, 'USD', locale)?.svg.replaceAll('><', '>\n<')).toMatchSnapshot();
});

test('a wide span is logarithmic and says so', () => {
  expect(numberLine(far, 'USD', 'en')?.svg).toContain('logarithmic scale');
  expect(numberLine(near, 'USD', 'en')?.svg).not.toContain('logarithmic scale');
});

test('the same in one line of text', () => {
  expect(numberLine(near, 'USD', 'en')?.text).toBe('Number line. Draft: about $6 million. DeepSeek: $5.576 million.');
});

test('what cannot stand on the axis is named, not drawn', () => {
  const picture = numberLine([...near, row('source', 'Other', amount(2048, 'GPU'), null)], 'USD', 'en');
  expect(picture?.svg).toContain('in another unit, not drawn');
  expect(picture?.svg.match(/<circle/g)).toHaveLength(1);
});

test.each([
  ['nothing', []],
  ['one row', near.slice(0, 1)],
  ['no two amounts', [near[0]!, row('source', 'x', amount(null))]],
  ['no numbers', [row('claim', 'a', amount(Number.NaN)), row('source', 'b', amount(Number.POSITIVE_INFINITY))]],
])('%s gives no picture', (_, rows) => {
  expect(numberLine(rows, 'USD', 'en')).toBeNull();
});

describe('every picture', () => {
  const values = [0, 1, -5, 1e-9, 0.34, 42, 2048, 1.6e9, 3.8e25, -1e12];
  const pictures = values.flatMap((a) =>
    values.map((b) => numberLine([row('claim', 'a', amount(a)), row('source', 'b', amount(b))], 'USD', 'en')),
  );

  test('has finite coordinates inside its panel', () => {
    for (const picture of pictures) {
      expect(picture?.svg).not.toMatch(/NaN|Infinity|undefined|null/);
      for (const [, x] of picture!.svg.matchAll(/cx="([^"]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(100);
        expect(Number(x)).toBeLessThanOrEqual(310);
      }
    }
  });

  test('refers to nothing outside', () => {
    for (const picture of pictures) {
      expect(picture?.svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|href|url\(|@import|<script|<image|<foreignObject|\son\w+=/,
      );
    }
  });

  test('has 4.5 to 1 contrast for all it draws', () => {
    const light = (hex: string): number => {
      const parts = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
      const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const svg = numberLine(far, 'USD', 'en')!.svg;
    const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map((m) => m[1]!));
    colours.delete('#ffffff');
    expect(colours.size).toBeGreaterThan(3);
    for (const colour of colours) expect([colour, 1.05 / (light(colour) + 0.05) >= 4.5]).toEqual([colour, true]);
  });
});

test('hostile labels stay labels', () => {
  for (const text of HOSTILE) {
    const svg = numberLine([row('claim', text), row('source', text, amount(5e6, `other:${text}`))], 'USD', 'en')!.svg;
    const tags = new Set([...svg.matchAll(/<\/?([a-zA-Z]+)/g)].map((m) => m[1]));
    expect([...tags].sort()).toEqual(['circle', 'path', 'rect', 'svg', 'text']);
  }
});

test.each([
  [0, 10, false, [0, 5, 10]],
  [3, 9.5, true, [1e3, 1e5, 1e7, 1e9]],
  [5, 5, false, []],
  [0, Number.POSITIVE_INFINITY, false, []],
])('ticks from %d to %d', (from, to, log, expected) => {
  expect(ticks(from, to, log)).toEqual(expected);
});
