import { describe, expect, it } from 'vitest';
import { offsetAt, placer } from '../../server/src/cli/position.ts';
import { ballpark, folder, RIGHT, WRONG } from './ballpark.ts';

describe('ballpark explain', () => {
  const cwd = folder({ 'a.md': `# Title\n\n${WRONG}`, 'b:c.md': RIGHT });
  it('tells the journey of a figure from its place', async () => {
    const { out, code } = await ballpark(['explain', 'a.md:3:45'], { cwd });
    expect(code).toBe(0);
    const landings = out
      .split('\n')
      .map((line) => line.split(' ')[0])
      .filter(Boolean);
    expect(landings).toEqual(['prose', 'quantity', 'mention', 'claim', 'evidence', 'verdict', 'finding']);
    expect(out).toMatch(/^verdict +conflict, wrong_currency$/m);
    expect(out).toMatch(/subject deepseek \(DeepSeek\)/);
    expect(out).toMatch(/1600000000 EUR/);
  });
  it('takes a file name with a colon', async () => {
    expect((await ballpark(['explain', 'b:c.md:1:45'], { cwd })).out).toMatch(/^verdict +supported$/m);
  });
  it.each([
    ['a.md:1:1', /no figure was read there; the nearest is/],
    ['a.md:99:1', /has no line 99/],
    ['a.md:3', /takes one place/],
    ['missing.md:1:1', /ENOENT/],
  ])('%s ends with 2', async (place, message) => {
    const run = await ballpark(['explain', place], { cwd });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(message);
  });
});

describe('places', () => {
  it.each(['a\nbc\r\nd', '\uFEFFab\ncd', 'one', '', '\r\r'])('line and column lead back to the offset: %j', (text) => {
    const place = placer(text);
    for (let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0; offset < text.length; offset++) {
      const [line = 0, column = 0] = place(offset).split(':').map(Number);
      expect(offsetAt(text, line, column)).toBe(offset);
    }
  });
  it('there is no place beyond a line', () => {
    expect(offsetAt('ab\nc', 3, 1)).toBeNull();
    expect(offsetAt('ab\nc', 1, 9)).toBeNull();
    expect(offsetAt('ab\nc', 1, 0)).toBeNull();
  });
});
