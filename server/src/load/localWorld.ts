import type { World } from '../engine/index.ts';
import { buildReference } from '../engine/index.ts';
import { buildLexicon } from '../engine/mention/lexicon.ts';
import { overlayData } from './overlay.ts';
import type { Problem } from './problem.ts';

/** The built-in knowledge with a workspace's own figures over it (path -> text); what is wrong in them is told. */
export function localWorld(
  files: ReadonlyMap<string, string>,
  base: World,
): { readonly world: World; readonly problems: readonly Problem[] } {
  if (files.size === 0) return { world: base, problems: [] };
  const { dataset, problems } = overlayData(files, base.reference.dataset);
  const reference = buildReference(dataset);
  return { world: { ...base, reference, lexicon: buildLexicon(reference, base.languages) }, problems };
}
