import type { ModalityKind } from '../language/claimWords.ts';
import type { SubjectMention } from '../mention/mention.ts';
import type { Attribution, Polarity } from './claim.ts';
import { type Publishers, sayerOf } from './sayer.ts';
import type { Scene } from './scene.ts';

const REPORTS: ReadonlySet<ModalityKind> = new Set(['reported', 'according', 'hearsay']);

/** How a sentence stands to the amount at item `at`: whether it says it, and on whose word. */
export function stanceOf(
  scene: Scene,
  at: number,
  mentions: readonly SubjectMention[],
  publishers: Publishers,
): { polarity: Polarity; attribution: Attribution | null } {
  const amount = scene.items[at];
  const has = (kind: ModalityKind): boolean =>
    scene.modality.some(
      (hit) => hit.value.kind === kind && amount?.kind === 'amount' && hit.amount === amount.quantity,
    );
  const polarity: Polarity =
    has('denied') || has('negated')
      ? 'negated'
      : has('questioned')
        ? 'questioned'
        : has('hypothetical')
          ? 'hypothetical'
          : 'asserted';
  const free = scene.modality.filter((hit) => hit.amount === null);
  const doubted = free.some((hit) => hit.value.kind === 'doubted');
  if (!doubted && !free.some((hit) => REPORTS.has(hit.value.kind))) return { polarity, attribution: null };
  const by = sayerOf(scene, mentions, publishers);
  return { polarity, attribution: { by, stance: doubted ? 'doubts' : 'reports' } };
}
