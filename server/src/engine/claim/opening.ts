import type { World } from '../draft.ts';
import { readSubjects } from '../mention/subjects.ts';
import type { Block } from '../prose/block.ts';
import { tokenize } from '../text/tokens.ts';
import { nearWordsOf } from './aside.ts';
import { type Context, EMPTY_CONTEXT } from './claim.ts';

/** A draft's opening: so many blocks, of so many characters together. */
const BLOCKS = 12;
const LENGTH = 5000;
const AHEAD = 3;

/**
 * What the opening of a draft hands to its first blocks: names that come only later ('The company spent $2bn … Acme
 * said'), the most frequent first, and the words that short names need. Bounded whatever the length of the draft.
 */
export function openingOf(blocks: readonly Block[], { reference, lexicon }: World): Context {
  const texts: string[] = [];
  let length = 0;
  for (const block of blocks.slice(0, BLOCKS)) {
    length += block.text.length;
    if (length > LENGTH) break;
    texts.push(block.text);
  }
  const read = texts.map((text) => tokenize(text));
  const near = new Set(read.flatMap((tokens) => nearWordsOf(tokens, lexicon)));
  const counts = new Map<string, number>();
  for (const tokens of read)
    for (const mention of readSubjects(tokens, [], near, lexicon, reference)) {
      const [id] = mention.subjects;
      if (id !== undefined && mention.subjects.length === 1) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  const ahead = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return { ...EMPTY_CONTEXT, near: [...near].sort(), ahead: ahead.slice(0, AHEAD) };
}
