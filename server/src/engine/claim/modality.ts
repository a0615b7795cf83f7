import type { ModalityKind } from '../language/claimWords.ts';
import type { Item, SubjectMention } from '../mention/mention.ts';
import type { Attribution, Polarity } from './claim.ts';
import { distance, type Scene } from './scene.ts';

/** How a sentence stands to the amount at item `at`: whether it says it, and on whose word. */
export function stanceOf(
  scene: Scene,
  at: number,
  mentions: readonly SubjectMention[],
): { polarity: Polarity; attribution: Attribution | null } {
  const amount = scene.items[at];
  const has = (kind: ModalityKind): boolean =>
    scene.modality.some(
      (hit) => hit.value.kind === kind && amount?.kind === 'amount' && hit.amount === amount.quantity,
    );
  const near = (kind: ModalityKind): number | null => {
    const hit = scene.modality.find((one) => one.value.kind === kind && one.amount === null);
    return hit ? hit.from : null;
  };
  const polarity: Polarity =
    has('denied') || has('negated')
      ? 'negated'
      : has('questioned')
        ? 'questioned'
        : has('hypothetical')
          ? 'hypothetical'
          : 'asserted';
  const reported = near('reported');
  const doubted = near('doubted');
  if (reported === null && doubted === null) return { polarity, attribution: null };
  const cue = reported ?? doubted!;
  let best: Item | null = null;
  let score = 9;
  scene.items.forEach((item, i) => {
    if (item.kind !== 'name') return;
    const far = distance(scene, i, cue);
    if (far < score && far < 0.6) {
      score = far;
      best = item;
    }
  });
  const name = best as Item | null;
  const by = name?.kind === 'name' ? (mentions[name.mention]?.subjects[0] ?? '') : '';
  return { polarity, attribution: { by, stance: doubted !== null ? 'doubts' : 'reports' } };
}
