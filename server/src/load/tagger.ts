import type { Tagger, World } from '../engine/index.ts';
import { englishTagger, type Grammar } from '../engine/language/english.ts';

/** Languages that have a tagger, which is large and loaded late. */
export const TAGGED = 'en';

/** Loads the tagger of English: a quarter of a second, once. */
export async function loadTagger(): Promise<Tagger> {
  const { default: grammar } = await import('compromise/two');
  return englishTagger(grammar as unknown as Grammar);
}

/** A world with its tagger; 'awaited': claims that the tagger could clear are held back until it is there. */
export function withTagger(world: World, tagger: Tagger | 'awaited'): World {
  const language = world.languages.get(TAGGED);
  if (!language) return world;
  const tagged =
    tagger === 'awaited' ? { ...language, awaitsTagger: true } : { ...language, tagger, awaitsTagger: false };
  return { ...world, languages: new Map([...world.languages, [TAGGED, tagged]]) };
}
