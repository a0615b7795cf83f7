import { describe, expect, it } from 'vitest';
import { read } from '../quantities.ts';

/** Milliseconds of processor time of the fastest of some runs: other programs on the machine do not count. */
function cpu(run: () => void, runs = 2): number {
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < runs; count++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Large enough that the collector's young generation, which favours small texts, counts alike for both sizes. */
const SIZE = process.env['SOAK'] === '1' ? 400_000 : 160_000;
/** Doubling the text may cost this much more. */
const MOST = 2.3;

/** What could make a reader go back over its text again and again. */
const FLOODS: Readonly<Record<string, string>> = {
  'ordinary prose':
    'DeepSeek trained V3 on 2,048 H800 GPUs for about $5.6 million, and nobody in the room asked what that left out. ',
  digits: '1234567890',
  'thousands and points in turn': '1,234.',
  'number words': 'twenty ',
  ranges: '3-4-5 to 6 - ',
  scales: '1 million million billion ',
  'rates of rates': '$5 per hour per GPU ',
  'prices that wait for a rate': '$5 for 3, ',
  slashes: '1/2/3/',
  'bare numbers in a list': '1, ',
  'names with digits': 'a-1-',
  'powers of ten': '10^10^',
  brackets: '(5 (',
  'one in one': 'one in ',
  suffixes: '5B ',
  'dollars and cents': '3 dollars and ',
  'hidden characters': '5\u2060',
};

describe('reading takes time in proportion to the text', () => {
  it.each(Object.entries(FLOODS))('%s', (_, bit) => {
    const flood = bit.repeat(Math.ceil(SIZE / bit.length));
    const time = (size: number): number => cpu(() => void read(flood.slice(0, size), 'en'));
    time(SIZE / 4);
    // Four times the text is two doublings. Other work on the machine can only add to a time, so a try may be repeated.
    const tries: string[] = [];
    for (let count = 0; count < 4; count++) {
      const [small, large] = [time(SIZE / 4), time(SIZE)];
      if (large < 25 || Math.sqrt(large / small) < MOST) return;
      tries.push(`${small.toFixed(1)} ms, four times the text ${large.toFixed(1)} ms`);
    }
    expect.fail(tries.join('; '));
  });

  it('100 kB of digits in under 50 ms', () => {
    expect(cpu(() => void read('1234567890'.repeat(10_000), 'en'))).toBeLessThan(50);
  });

  it('100 kB of digits in groups in under 50 ms', () => {
    expect(cpu(() => void read('123,456.'.repeat(12_500), 'en'))).toBeLessThan(50);
  });
});
