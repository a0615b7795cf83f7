import { buildReference, type World } from '../engine/index.ts';
import { buildLexicon } from '../engine/mention/lexicon.ts';
import { type Packed, toDataset } from './dataset.ts';
import { type RawPack, toLanguage } from './pack.ts';

/** The built-in knowledge: what `scripts/build-data` packed. Trusted: it was validated when packed. */
export function loadBuiltin(json: string): World {
  const packed = JSON.parse(json) as Packed & { readonly languages: Readonly<Record<string, RawPack>> };
  return toWorld(toDataset(packed), packed.languages);
}

export function toWorld(
  dataset: Parameters<typeof buildReference>[0],
  packs: Readonly<Record<string, RawPack>>,
): World {
  const reference = buildReference(dataset);
  const languages = new Map(Object.entries(packs).map(([tag, raw]) => [tag, toLanguage(tag, raw)]));
  return { reference, languages, lexicon: buildLexicon(reference, languages) };
}
