import json from '@ballpark/data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cache, check, type FileReport, newCache } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { type Sample, samples } from '../drafts.ts';
import { limit, runs } from '../runs.ts';

const world = loadBuiltin(json);
const drafts = samples();
const long = drafts.filter((sample) => sample.name.startsWith('examples/'));

/** One edit: somewhere (a share of the draft's length), so many units gone, something put in. */
interface Change {
  readonly at: number;
  readonly gone: number;
  readonly put: string;
}

const WORDS = [
  ' ', '\n', '\n\n', '# ', '## DeepSeek\n\n', '> ', '- ', '```\n', '**', '`', '[^1]', '[', '](https://example.org)', '|',
  '\uFEFF', '\r\n', 'é', '\uD83D', '“', '”', '«', 'R1', 'DeepSeek-V3', 'OpenAI', ' 1,6 milliard d’euros', ' $5.6 million',
  ' not ', ' GPUs', 'billion', 'million', '€', '2,048', '<!-- ballpark-ignore -->', '<!-- ballpark-disable -->\n\n',
  '---\ndate: 2025-02-03\n---\n', 'ballpark: { ignore: [wrong-currency] }\n', '. The company spent €944 million. ',
]; // biome-ignore format: a table of words
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4), fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 }), fc.constant('')),
});

const applied = (text: string, { at, gone, put }: Change): string => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + gone);
};

const checked = (sample: Sample, text: string, cache: Cache | null): FileReport =>
  check({ ...sample.draft, text }, sample.options, world, cache);

describe('a check with what the last one left', () => {
  test(
    'is the check from nothing, whatever was edited',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...drafts), fc.array(change, { minLength: 1, maxLength: 6 }), (sample, changes) => {
          const cache = newCache();
          let { text } = sample.draft;
          checked(sample, text, cache);
          for (const one of changes) {
            text = applied(text, one);
            expect(checked(sample, text, cache)).toEqual(checked(sample, text, null));
          }
        }),
        runs(120),
      );
    },
    limit(120_000),
  );

  test('is the check from nothing when other options and other drafts come in between', () => {
    const cache = newCache();
    for (const sample of [...long, ...drafts.slice(0, 60), ...long])
      for (const writtenOn of [null, '2025-02-03']) {
        const options = { ...sample.options, writtenOn };
        expect(check(sample.draft, options, world, cache)).toEqual(check(sample.draft, options, world));
      }
  });

  test('reads again only what a keystroke can reach', () => {
    for (const sample of long) {
      const cache = newCache();
      const { text } = sample.draft;
      checked(sample, text, cache);
      const all = cache.read;
      checked(sample, text, cache);
      expect(cache.read).toBe(0);
      const at = text.indexOf(' ', text.length >> 1);
      checked(sample, `${text.slice(0, at)}s${text.slice(at)}`, cache);
      expect(cache.read).toBeGreaterThan(0);
      expect(cache.read).toBeLessThanOrEqual(Math.max(4, all / 4));
    }
  });

  test('takes what moved as it is, but for the opening', () => {
    const sample = long.find((one) => one.name.endsWith('rivals.md'))!;
    const cache = newCache();
    checked(sample, sample.draft.text, cache);
    checked(sample, sample.draft.text.replace('# DeepSeek, two', 'A first line.\n\n# DeepSeek, two'), cache);
    const opening = 14;
    expect(cache.entries.length).toBeGreaterThan(2 * opening);
    expect(cache.read).toBeLessThan(opening);
  });

  test('forgets what the draft no longer holds', () => {
    const sample = long[0]!;
    const cache = newCache();
    checked(sample, sample.draft.text, cache);
    checked(sample, 'Nothing is left.', cache);
    expect(cache.entries).toHaveLength(1);
  });
});
