import json from '@ballpark/data';
import { beforeAll, describe, expect, test } from 'vitest';
import { check, DEFAULTS, type World } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { loadTagger, withTagger } from '../../server/src/load/tagger.ts';

const plain = loadBuiltin(json);
const awaiting = withTagger(plain, 'awaited');
let tagged: World;
beforeAll(async () => {
  tagged = withTagger(plain, await loadTagger());
});

const findings = (text: string, world: World): number =>
  check({ text, path: '', id: null, format: 'markdown' }, { ...DEFAULTS, language: 'en', knownAt: '2026-11-20' }, world)
    .findings.length;

/** Wrong figures that the sentence does not state. */
const DENIED = [
  'DeepSeek did not train R1 for $5.576 million.',
  'DeepSeek didn’t train R1 for $5.576 million.',
  'DeepSeek never trained R1 for $5.576 million.',
  'R1 was not trained for $5.576 million by DeepSeek.',
  'R1 has never been trained for $5.576 million by DeepSeek.',
  'R1 hasn’t actually cost DeepSeek $5.576 million to train.',
  'Training R1 could not have cost DeepSeek $5.576 million.',
  'Training R1 cannot have cost DeepSeek as little as $5.576 million.',
  '$5.576 million is not what DeepSeek spent to train R1.',
  '$5.576 million was never the training cost of DeepSeek R1.',
  'DeepSeek did not train its famous R1 reasoning model on the open web for $5.576 million.',
  'R1 did not cost the people at DeepSeek who built and trained it $5.576 million.',
  'DeepSeek does not claim that training R1 cost $5.576 million.',
  'No, training R1 did not cost DeepSeek $5.576 million.',
];
/** The same figures, stated in spite of a word that denies something else. */
const STATED = [
  'DeepSeek, not OpenAI, trained R1 for $5.576 million.',
  'Nobody expected it: DeepSeek trained R1 for $5.576 million.',
  'DeepSeek trained R1 for $5.576 million, and never looked back.',
  'DeepSeek trained R1 for $5.576 million and did not stop there.',
  'Without any fuss, DeepSeek trained R1 for $5.576 million.',
  'It did not make headlines at first, but DeepSeek trained R1 for $5.576 million.',
  'DeepSeek had no big cluster; it trained R1 for $5.576 million.',
  'DeepSeek trained R1 for $5.576 million, which did not surprise anybody.',
  'DeepSeek has never been shy: it trained R1 for $5.576 million.',
  'DeepSeek trained R1 for $5.576 million.',
];

describe('a tagger of English', () => {
  test.each(DENIED)('hears that it is denied: %s', (text) => {
    expect(findings(text, tagged)).toBe(0);
  });

  test.each(STATED)('hears that it is stated: %s', (text) => {
    expect(findings(text, tagged)).toBe(findings(text, plain));
  });

  test('only ever takes findings away, and what is told while it is awaited stays told', () => {
    for (const text of [...DENIED, ...STATED]) {
      const early = findings(text, awaiting);
      const full = findings(text, tagged);
      expect(early).toBeLessThanOrEqual(full);
      expect(full).toBeLessThanOrEqual(findings(text, plain));
    }
  });

  test('is worth its weight: sentences that the cues alone get wrong', () => {
    const saved = DENIED.filter((text) => findings(text, plain) > 0);
    expect(saved.length).toBeGreaterThan(0);
  });
});
