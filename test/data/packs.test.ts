import { describe, expect, it } from 'vitest';
import { amounts, canonical, rawPack, read, tags } from '../quantities.ts';

interface Example {
  readonly text: string;
  /** Amounts in the notation of `amount()`; empty: nothing is read. */
  readonly reads: string;
}

const FILES = ['numerals', 'scales', 'units', 'hedges'] as const;
/** Examples each language owes. */
const LEAST: Readonly<Record<string, number>> = { en: 150, fr: 150, de: 80, es: 80, zh: 40, ja: 5 };

const examplesOf = (tag: string): { readonly file: string; readonly example: Example }[] => {
  const raw = rawPack(tag);
  return FILES.flatMap((file) => {
    const examples = (raw[file] as { readonly examples?: readonly Example[] } | undefined)?.examples ?? [];
    return examples.map((example) => ({ file, example }));
  });
};

for (const tag of tags) {
  describe(`the examples of ${tag}`, () => {
    const examples = examplesOf(tag);

    it('are enough, silent ones among them', () => {
      expect(examples.length).toBeGreaterThanOrEqual(LEAST[tag] ?? 40);
      if (tag !== 'ja') expect(examples.filter(({ example }) => example.reads === '').length).toBeGreaterThan(3);
    });

    it.each(examples.map(({ file, example }) => [file, example.text, example.reads]))('%s: %s', (_, text, reads) => {
      expect(canonical(amounts(read(text!, tag)))).toBe(canonical(reads!));
    });

    it('stand in a sentence too', () => {
      for (const { example } of examples.filter(({ example: one }) => one.reads !== '').slice(0, 40)) {
        const spans = read(`${example.text}.`, tag).map(({ start, end }) => example.text.slice(start, end));
        expect(spans, example.text).toEqual(
          read(example.text, tag).map(({ start, end }) => example.text.slice(start, end)),
        );
      }
    });
  });
}
