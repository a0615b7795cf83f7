import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../server/src/eval/corpus.ts';
import { figures } from '../../server/src/eval/figures.ts';
import { score } from '../../server/src/eval/score.ts';
import { ballpark, folder } from '../cli/ballpark.ts';
import { type Mark, raised, shortfalls } from './floors.ts';

const PASSAGE = `- id: en-chips-01
  kind: claims
  text: |
    It costs $2. It still costs $2.
  claims:
    - { quote: $2, subject: H100, metric: chip_price, value: 2, unit: USD, verdict: no_reference }
    - { quote: $2, nth: 2, subject: H100, metric: chip_price, value: 2, unit: USD, verdict: conflict, reason: wrong_magnitude }
`;
const readOne = (text: string) => readCorpus(new Map([['open/en-chips.yaml', text]]));
const problems = (text: string) => readOne(text).problems.map((p) => `${p.file}:${p.line}: ${p.message}`);

describe('reading passages', () => {
  it('gives gold mentions with their places', () => {
    const { passages, problems: none } = readOne(PASSAGE);
    expect(none).toEqual([]);
    expect(passages[0]).toMatchObject({ id: 'en-chips-01', lang: 'en', part: 'open', kind: 'claims' });
    expect(passages[0]!.mentions.map((m) => [m.start, m.end, m.checkable])).toEqual([
      [9, 11, false],
      [28, 30, true],
    ]);
  });
  it.each([
    ['unit: USD, verdict: no', 'unit: bananas, verdict: no', /:6: en-chips-01: unit 'bananas' is unknown/],
    ['quote: $2, subject', 'quote: $3, subject', /:6: en-chips-01: '\$3' is not in the text/],
    ['nth: 2', 'nth: 3', /:7: en-chips-01: '\$2' is not in the text 3 times/],
    [', nth: 2', '', /:7: .*comes before the claim above it/],
    [', reason: wrong_magnitude', '', /:7: .*conflict, and nothing else, has a reason/],
    ['value: 2, unit: USD, verdict: no', 'low: 1, unit: USD, verdict: no', /:6: .*either value or low and high/],
    ['verdict: no_reference', 'verdict: maybe', /:6: .*one of supported, conflict/],
    ['kind: claims', 'kind: elsewhere', /:6: .*has no claims/],
    ['kind: claims', 'kind: news', /:7: .*not contradicted/],
    ['id: en', 'id: fr', /:1: .*must begin with 'en-'/],
    ['kind: claims', 'kind: claims\n  mood: glad', /unknown key 'mood'/],
  ])('says what is wrong and where: %s -> %s', (from, to, message) => {
    expect(PASSAGE).toContain(from);
    expect(problems(PASSAGE.replace(from, to)).join('\n')).toMatch(message);
  });
  it('wants every id once, and leaves other files alone', () => {
    expect(problems(PASSAGE + PASSAGE).join()).toMatch(/:8: en-chips-01 is the id of two passages/);
    expect(readCorpus(new Map([['floors.yaml', 'open: {}']]))).toEqual({ passages: [], problems: [] });
  });
});

it('news may be read as it likes but must not be warned of', () => {
  const { passages } = readOne("- id: en-news-01\n  kind: news\n  text: 'Zorblatt raised $9 billion.'\n");
  const said = {
    start: 16,
    end: 26,
    value: 9e9,
    low: null,
    high: null,
    unit: 'USD',
    subject: 'Zorblatt',
    metric: null,
  };
  const all = (verdict: string) =>
    figures(
      score(passages, new Map([['en-news-01', { id: 'en-news-01', mentions: [{ ...said, verdict, reason: null }] }]])),
    ).groups['all']!;
  expect(all('no_reference')).toMatchObject({ extraction: { neutral: 1, spurious: 0 }, flags: { false: 0 } });
  expect(all('conflict')).toMatchObject({ extraction: { neutral: 0, spurious: 1 }, flags: { false: 1 } });
});

describe('floors', () => {
  const floor: Mark = { passages: 5, warned: 1, found: 0.9 };
  it('hold', () => {
    expect(shortfalls({ passages: 5, warned: 0, found: 0.95 }, floor)).toEqual([]);
    expect(shortfalls({ passages: 6, warned: 2, found: 0.8 }, floor)).toHaveLength(3);
    expect(shortfalls({ passages: 5, warned: 0 }, floor)).toEqual(['found: 0, at least 0.9']);
  });
  it('only go up while the passages stay the same', () => {
    expect(raised(floor, { passages: 5, warned: 3, found: 0.99 })).toEqual({ passages: 5, warned: 1, found: 0.95 });
    expect(raised(floor, { passages: 5, warned: 0, found: 0.5 })).toEqual({ passages: 5, warned: 0, found: 0.9 });
    expect(raised(floor, { passages: 6, warned: 3, found: 0.53 })).toEqual({ passages: 6, warned: 3, found: 0.5 });
  });
});

describe('ballpark eval on a folder', () => {
  const cwd = folder({ 'c/open/en-chips.yaml': PASSAGE, 'bad/open/en-chips.yaml': PASSAGE.replace('$2,', '$4,') });
  it('scores its passages, by half', async () => {
    const { out, code } = await ballpark(['eval', 'c', '--json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(out).groups['part:open']).toMatchObject({ gold: 2, flags: { gold: 1 } });
    expect((await ballpark(['eval', 'c/open/en-chips.yaml', '--json'], { cwd })).out).toBe(out);
  });
  it('names the line of a passage it cannot read, and a folder without passages', async () => {
    const broken = await ballpark(['eval', 'bad'], { cwd });
    expect(broken.code).toBe(2);
    expect(broken.err).toMatch(/en-chips\.yaml:6:\d+: en-chips-01/);
    expect((await ballpark(['eval', '.'], { cwd: folder({ 'a.yaml': '[]' }) })).code).toBe(2);
  });
});
