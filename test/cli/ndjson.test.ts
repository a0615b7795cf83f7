import { describe, expect, it } from 'vitest';
import { splitLines } from '../../server/src/cli/lines.ts';
import { readLine } from '../../server/src/cli/ndjson.ts';
import { ballpark, RIGHT, WRONG } from './ballpark.ts';

const answer = async (input: string) => {
  const run = await ballpark(['check', '--stdin-ndjson'], { input });
  return {
    ...run,
    lines: run.out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe('--stdin-ndjson', () => {
  it('answers every line with one line, in order', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => ({ id: `p${i}`, text: i % 3 === 0 ? WRONG : RIGHT }));
    const { code, lines } = await answer(texts.map((t) => `${JSON.stringify(t)}\n`).join(''));
    expect(code).toBe(1);
    expect(lines.map((l) => l.id)).toEqual(texts.map((t) => t.id));
    expect(lines[0].findings[0].rule).toBe('wrong-currency');
    expect(lines[1].findings).toEqual([]);
    expect(Object.keys(lines[0]).slice(0, 2)).toEqual(['id', 'dataset']);
  });

  it('puts an error in the place of a malformed line and goes on', async () => {
    const good = JSON.stringify({ id: 'good', text: RIGHT });
    const input = [
      'nonsense',
      good,
      '[]',
      '{"text":"no id"}',
      '{"id":"x"}',
      '',
      '{"id":"x","text":"","date":"soon"}',
      good,
    ];
    const { code, lines } = await answer(input.join('\n'));
    expect(code).toBe(2);
    expect(lines.map((l) => l.id)).toEqual([null, 'good', null, null, null, null, null, 'good']);
    for (const line of lines.filter((l) => l.id === null)) expect(line.error).toEqual(expect.any(String));
  });

  it('takes language and date from the line', async () => {
    const line = JSON.stringify({ id: 'a', text: RIGHT, lang: 'fr', date: '2025-02' });
    const { lines } = await answer(`${line}\r\n`);
    expect(lines[0]).toMatchObject({ id: 'a', language: 'fr', writtenOn: '2025-02' });
  });

  it('waits for a slow reader without a word', async () => {
    const input = `${JSON.stringify({ id: 'a', text: WRONG.repeat(30) })}\n`.repeat(30);
    const run = await ballpark(['check', '--stdin-ndjson'], { input, pause: 400 });
    expect(run.err).toBe('');
    expect(run.out.trimEnd().split('\n')).toHaveLength(30);
  });

  it('is silent on empty input', async () => {
    expect(await answer('')).toMatchObject({ code: 0, lines: [] });
  });
});

describe('lines of a stream', () => {
  const split = async (chunks: (string | Buffer)[], longest = 100) => {
    const lines: (string | null)[] = [];
    const stream = (async function* () {
      yield* chunks;
    })();
    for await (const line of splitLines(stream, longest)) lines.push(line);
    return lines;
  };
  it.each([
    [['a\nb'], ['a', 'b']],
    [
      ['a\n', '\nb\n'],
      ['a', '', 'b'],
    ],
    [
      ['a', 'b', '\r\nc'],
      ['ab', 'c'],
    ],
    [[], []],
  ])('%j gives %j', async (chunks, lines) => {
    expect(await split(chunks)).toEqual(lines);
  });
  it('does not break a character that two chunks share', async () => {
    const bytes = Buffer.from('é\n€\n');
    for (let cut = 1; cut < bytes.length; cut++)
      expect(await split([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(['é', '€']);
  });
  it('drops a line that is too long, and only that one', async () => {
    expect(await split(['x'.repeat(60), 'x'.repeat(60), '\nok\n'])).toEqual([null, 'ok']);
  });
  it('a dropped line is a malformed one', () => {
    expect(readLine(null)).toBeInstanceOf(Error);
  });
});
