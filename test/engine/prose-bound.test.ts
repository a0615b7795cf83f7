import { describe, expect, it } from 'vitest';
import type { Block } from '../../server/src/engine/prose/block.ts';
import { boundBlocks } from '../../server/src/engine/prose/bound.ts';
import { readProse } from '../../server/src/engine/prose/prose.ts';
import { splitSentences } from '../../server/src/engine/prose/sentences.ts';

const words = { abbreviations: new Set<string>() };
const options = { format: 'auto', proseKeys: [], ...words } as const;

describe('a sentence without an end', () => {
  it.each([
    ['words', 'and then some more '.repeat(1000)],
    ['one word', 'a'.repeat(20_000)],
    ['surrogate pairs', '😀'.repeat(10_000)],
  ])('of %s is cut into pieces that cover it', (_, text) => {
    const sentences = splitSentences(text, words);
    expect(Math.max(...sentences.map((s) => s.end - s.start))).toBeLessThanOrEqual(6002);
    let at = 0;
    for (const { start, end } of sentences) {
      expect(text.slice(at, start).trim()).toBe('');
      expect(text.slice(start, end)).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      at = end;
    }
    expect(text.slice(at).trim()).toBe('');
  });
  it('an ordinary one is not', () => {
    expect(splitSentences(`${'long '.repeat(250)}end. Next.`, words)).toHaveLength(2);
  });
});

describe('a block without an end', () => {
  const text = `${'He said “it cost 3 dollars” and [left](https://example.org). '.repeat(600)}\n`;
  const { blocks } = readProse(text, options);
  it('is handed on in pieces that cover it', () => {
    expect(blocks.length).toBeGreaterThan(4);
    blocks.forEach((block, i) => {
      expect(block.text.length).toBe(block.end - block.start);
      expect(block.text.length).toBeLessThan(7000);
      if (i > 0) expect(block.start).toBe(blocks[i - 1]!.end);
    });
  });
  it('keeps sentences, quotations and links where they were', () => {
    for (const block of blocks) {
      const raw = text.slice(block.start, block.end);
      for (const s of block.sentences) expect(raw.slice(s.start, s.end)).toMatch(/^He said .*\.$/);
      for (const q of block.quoted) expect(raw.slice(q.start, q.end)).toContain('it cost 3 dollars');
      for (const l of block.links) expect(raw.slice(l.start, l.end)).toContain('left');
    }
    expect(blocks.flatMap((b) => b.sentences)).toHaveLength(600);
    expect(blocks.flatMap((b) => b.links)).toHaveLength(600);
  });
  it('of ordinary length is the same object', () => {
    const short: Block[] = [{ ...blocks[0]!, text: 'short' }];
    expect(boundBlocks(short)).toBe(short);
  });
});
