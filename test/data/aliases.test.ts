import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../../server/src/engine/mention/lexicon.ts';
import { isAncestor, readSubjects } from '../../server/src/engine/mention/subjects.ts';
import { buildReference } from '../../server/src/engine/reference/reference.ts';
import { tokenize } from '../../server/src/engine/text/tokens.ts';
import { toDataset } from '../../server/src/load/dataset.ts';

const reference = buildReference(toDataset(JSON.parse(json)));
const lexicon = buildLexicon(reference, new Map());

/** Ids of the subjects named in a sentence; `near` are the words said around it. */
function namesIn(text: string, near: readonly string[] = []): readonly string[] {
  const tokens = tokenize(text);
  const words = new Set([...near.flatMap((word) => tokenize(word).map((t) => t.text)), ...tokens.map((t) => t.text)]);
  return readSubjects(tokens, [], words, lexicon, reference).flatMap((mention) => mention.subjects);
}

const family = (a: string, b: string): boolean => a === b || isAncestor(a, b, reference) || isAncestor(b, a, reference);

describe('every name is found', () => {
  const missed: string[] = [];
  for (const subject of reference.dataset.subjects) {
    for (const alias of [{ text: subject.name, near: null }, ...subject.aliases]) {
      const near = subject.aliases.find((a) => a.text === alias.text)?.near ?? alias.near ?? [];
      const found = namesIn(`Here ${alias.text} stands, and more follows.`, near.slice(0, 1));
      if (!found.some((id) => family(id, subject.id)))
        missed.push(`${subject.id}: ${alias.text} -> ${found.join(' ')}`);
    }
  }

  it('in a sentence, by each of its aliases', () => {
    expect(missed.length, missed.slice(0, 40).join('\n')).toBe(0);
  });
});

describe('a name in another sense is none', () => {
  it.each([
    'Our meta: 5 chips in 2027.',
    'A meta-analysis of 20 studies.',
    'Claude Monet painted 250 water lilies and Claude was tired.',
    'The falcon dived at 390 km/h.',
    'The titan of industry bought 12 ships.',
    'He waited at gate o1 for 45 minutes.',
    'Orion rises at 9 and holds 88 stars.',
    'Apollo landed 2 men on the Moon.',
    'A nova is 10,000 times brighter.',
    'The scout walked 20 km; a maverick, he sold 3 horses.',
    'The phi coefficient is 1.618.',
    'The aurora lasted 3 hours near Jupiter.',
    'Rubin painted 12 portraits, Hopper 40.',
    'The gopher dug 14 holes; the chinchilla slept 12 hours.',
    'The stargate opened for 38 minutes.',
    'A haiku has 17 syllables, a sonnet 14 lines, an opus 3 movements.',
    'Les 150 chevaux de la R1, une moto.',
    'Le V3 du moteur tourne à 3 000 tours.',
    'He broke his arm in 2 places.',
    'A lambda of 3 and a perplexity of 12.',
    'The world has 8 billion people.',
    'Cortex and behemoth: 86 billion neurons.',
  ])('%s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it.each([
    ['GPT-4o cost less', 'gpt-4'],
    ['GPT-4.5 was announced', 'gpt-4'],
    ['Llama 3.1 405B was trained', 'llama-3'],
    ['the H1000 does not exist', 'nvidia-h100'],
    ['V3.1 of DeepSeek', 'deepseek-v3'],
    ['Claude 3.5 Sonnet', 'claude-3'],
  ])('%s does not name %s', (text, id) => {
    expect(namesIn(text)).not.toContain(id);
  });
});
