import { buildReference, type World } from '../engine/index.ts';
import { buildLexicon } from '../engine/mention/lexicon.ts';

/** What the checker knows: the built-in data and the folders of `--data`. */
export async function loadWorld(_builtin: string, _folders: readonly string[]): Promise<World> {
  const reference = buildReference({
    version: '0',
    asOf: '1970-01-01',
    sources: [],
    figures: [],
    subjects: [],
    metrics: [],
    units: [],
    rates: [],
  });
  const languages = new Map();
  return { reference, languages, lexicon: buildLexicon(reference, languages) };
}
