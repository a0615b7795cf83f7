import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { numberLine, type Row } from '../../server/src/present/numberLine.ts';
import { PALETTES } from '../../server/src/present/palette.ts';
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

  const light = (hex: string): number => {
    const parts = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
    const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  // Behind a hover in the plain, grey, blue and high-contrast themes of VS Code.
  test.each([
    ['any', ['#ffffff'], 4.5],
    ['light', ['#ffffff', '#f8f8f8', '#f3f3f3'], 4],
    ['dark', ['#000000', '#0c141f', '#1f1f1f', '#202020', '#252526', '#051336', '#303030'], 4.5],
  ] as const)('has contrast for all it draws on %s ground', (on, grounds, least) => {
    const svg = numberLine(far, 'USD', 'en', on)!.svg;
    const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map((m) => m[1]!));
    expect(colours.delete('#ffffff')).toBe(on === 'any');
    expect(colours.size).toBeGreaterThan(3);
    for (const ground of grounds)
      for (const colour of colours)
        expect([ground, colour, contrast(ground, colour) >= least]).toEqual([ground, colour, true]);
  });

  test('leaves the ground of a theme as it is', () => {
    for (const on of ['light', 'dark', 'page'] as const) {
      const svg = numberLine(far, 'USD', 'en', on)!.svg;
      expect(svg).not.toContain('width="520" height="116" rx');
      expect(svg.match(/<circle|<path d="M[\d.]+ 15l|stroke-width="2"/g)).toHaveLength(3);
    }
    expect(numberLine(far, 'USD', 'en', 'page')!.svg).not.toMatch(/(fill|stroke)="#/);
  });
});

test('the page of the report knows the colours of a dark theme', () => {
  const css = readFileSync('client/src/page.ts', 'utf8');
  for (const kind of ['claim', 'source', 'superseded'] as const) {
    expect(PALETTES.page[kind]).toContain(`var(--ballpark-${kind}, ${PALETTES.light[kind]})`);
    expect(css).toContain(`--ballpark-${kind}: ${PALETTES.dark[kind]};`);
  }
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
