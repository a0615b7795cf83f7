import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { root } from '../data/files.ts';
import { soak } from '../runs.ts';
import { hash, numericParagraphs, pieces, prosePaths, readProse, saysHowMuch } from './paragraphs.ts';
import { newSurvey, survey } from './survey.ts';

const PARAGRAPHS = 300;
const world = loadBuiltin(json);

/** Out of every package's prose, the paragraphs whose hashes are lowest: as many long packages as short ones. */
function choose(): { path: string; text: string }[] {
  const all = prosePaths(`${root}node_modules`).flatMap((path) => {
    const own = numericParagraphs(readProse(path)?.text ?? '')
      .filter(saysHowMuch)
      .map((text) => ({ path, text, rank: hash(text) }));
    return own.sort((a, b) => a.rank - b.rank).slice(0, 10);
  });
  return all.sort((a, b) => a.rank - b.rank).slice(0, PARAGRAPHS);
}

describe('prose about other things', () => {
  it(`gets no warning: ${PARAGRAPHS} paragraphs of READMEs and change logs under node_modules`, () => {
    const result = newSurvey();
    for (const document of choose()) survey(result, document, world, '2026-11-20');
    expect(result.documents).toBe(PARAGRAPHS);
    expect(result.quantities).toBeGreaterThan(PARAGRAPHS / 2);
    expect(result.hits.filter((hit) => hit.level === 'warning')).toEqual([]);
  });
  if (soak)
    it('gets no warning: every README and change log under node_modules', () => {
      const result = newSurvey();
      for (const path of prosePaths(`${root}node_modules`)) {
        const document = readProse(path);
        if (document) survey(result, document, world, '2026-11-20');
      }
      expect(result.hits.filter((hit) => hit.level === 'warning')).toEqual([]);
    });
  it('would show a warning if there were one', () => {
    const result = newSurvey();
    survey(result, { path: 'README.md', text: 'GPT-3 has 175 million parameters.' }, world, '2026-11-20');
    expect(result.hits.map((hit) => [hit.level, hit.what])).toEqual([['warning', 'wrong-magnitude']]);
  });
});

it('long texts are cut at blank lines and lose nothing', () => {
  const text = Array.from({ length: 50 }, (_, i) => `Paragraph ${i}.`).join('\n\n');
  const cut = pieces(text, 100);
  expect(cut.length).toBeGreaterThan(3);
  expect(cut.join('')).toBe(text);
  expect(cut.slice(1).every((piece) => piece.startsWith('\n\n'))).toBe(true);
});
