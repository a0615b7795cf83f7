import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { readTimes } from '../../server/src/engine/mention/times.ts';
import { tokenize } from '../../server/src/engine/text/tokens.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';

const world = loadBuiltin(json);

function periods(text: string, tag: string): string[] {
  const language = world.languages.get(tag)!;
  const index = world.lexicon.cues.get(tag)!;
  return readTimes(tokenize(text), [], language.claim.times, index, '2026-03-01').map((time) => time.period);
}

describe('periods', () => {
  it.each([
    ['en', 'in the third quarter of 2025', ['2025-Q3']],
    ['en', 'In 2025, third quarter sales rose', ['2025-Q3']],
    ['fr', 'au deuxième trimestre 2025', ['2025-Q2']],
    ['fr', 'l’année dernière', ['2025']],
    ['de', 'im dritten Quartal 2025', ['2025-Q3']],
    ['de', 'im zweiten Halbjahr 2024', ['2024-H2']],
    ['de', 'am 5. März 2025', ['2025-03']],
    ['de', 'im vergangenen Jahr', ['2025']],
    ['es', 'en el tercer trimestre de 2025', ['2025-Q3']],
    ['es', 'el año pasado', ['2025']],
    ['es', 'en julio de 2024', ['2024-07']],
    ['zh', '2025年第三季度营收', ['2025-Q3']],
    ['zh', '2024年上半年', ['2024-H1']],
    ['zh', '2025年1月27日', ['2025-01-27']],
    ['zh', '2025年7月', ['2025-07']],
    ['zh', '去年', ['2025']],
    ['ja', '2025年第3四半期', ['2025-Q3']],
  ])('%s: %s', (tag, text, expected) => expect(periods(text, tag).sort()).toEqual([...expected].sort()));

  it('knows a horizon from a date', () => {
    const language = world.languages.get('de')!;
    const index = world.lexicon.cues.get('de')!;
    const [time] = readTimes(tokenize('bis 2030 soll er wachsen'), [], language.claim.times, index, null);
    expect(time).toMatchObject({ period: '2030', horizon: true });
  });
});
