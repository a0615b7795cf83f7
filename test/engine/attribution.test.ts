import json from '@ballpark/data';
import { expect, test } from 'vitest';
import { check, DEFAULTS } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';

const world = loadBuiltin(json);

/** On whose word the first amount stands; null: the writer's own. */
function sayer(text: string, language: string): string | null | undefined {
  const options = { ...DEFAULTS, language, knownAt: '2026-11-20' };
  const [claim] = check({ text, path: 'draft.md', id: null, format: 'markdown' }, options, world).claims;
  return claim?.attribution === null ? null : claim?.attribution.by;
}

test.each([
  ['en', 'DeepSeek spent $1.6 billion on servers.', null],
  // a verb’s subject, before it or right behind it
  ['en', 'SemiAnalysis estimates that DeepSeek spent $1.6 billion on servers.', 'semianalysis'],
  ['en', 'SemiAnalysis says DeepSeek spent $1.6 billion on servers.', 'semianalysis'],
  ['en', 'DeepSeek spent $1.6 billion on servers, says SemiAnalysis.', 'semianalysis'],
  ['en', 'Meta says that it trained Llama 3.1 405B on 16,384 H100 GPUs.', 'meta'],
  ['en', 'The Wall Street Journal reported that OpenAI was worth $157 billion.', 'wall-street-journal'],
  // somebody whom nobody here knows is not the one whom the figure is of
  ['en', 'Jane Placeholder says DeepSeek spent $1.6 billion on servers.', ''],
  ['en', 'According to press reports, DeepSeek owns 10,000 H100 GPUs.', ''],
  // the name behind the words
  ['en', 'According to SemiAnalysis, DeepSeek spent $1.6 billion on servers.', 'semianalysis'],
  ['en', 'DeepSeek-V3 was trained for $5.6 million, according to the DeepSeek team.', 'deepseek'],
  // hearsay is nobody’s word, least of all its subject’s
  ['en', 'DeepSeek is said to offer salaries of $1.3 million a year.', ''],
  ['en', 'DeepSeek has been widely reported to own 50,000 GPUs.', ''],
  ['en', 'DeepSeek-V3 was reportedly trained for $5.6 million.', ''],
  ['fr', 'SemiAnalysis estime que DeepSeek a dépensé 1,6 milliard de dollars en serveurs.', 'semianalysis'],
  ['fr', 'DeepSeek a dépensé 1,6 milliard de dollars en serveurs, affirme SemiAnalysis.', 'semianalysis'],
  ['fr', 'Selon SemiAnalysis, DeepSeek a dépensé 1,6 milliard de dollars en serveurs.', 'semianalysis'],
  ['fr', 'D’après Epoch AI, GPT-4 a coûté 78 millions de dollars à entraîner.', 'epoch-ai'],
  ['fr', 'DeepSeek affirme avoir entraîné V3 pour 5,6 millions de dollars.', 'deepseek'],
  ['fr', 'DeepSeek aurait dépensé 1,6 milliard de dollars en serveurs.', ''],
  ['fr', 'DeepSeek a dépensé 1,6 milliard de dollars en serveurs, dit-on.', ''],
])('%s: %s', (language, text, by) => {
  expect(sayer(text, language)).toBe(by);
});
