import type { Quantity } from '../quantity/quantity.ts';
import type { ClaimDraft } from './claim.ts';
import type { Scene } from './scene.ts';

/** Of earlier sentences the last amount in the same unit, else the last: 'this sum includes 944 million' of a sum. */
function lastLike(
  scene: Scene,
  at: number,
  before: readonly ClaimDraft[],
  quantities: readonly Quantity[],
): Quantity | undefined {
  const item = scene.items[at];
  const unit = item?.kind === 'amount' ? quantities[item.quantity]?.unit : undefined;
  const like = before.findLast(({ quantity }) => quantity.unit === unit);
  return (like ?? before.at(-1))?.quantity;
}

/** 'dont', 'including', 'on top of' between this amount and the one before it. */
export function relationOf(
  scene: Scene,
  at: number,
  before: readonly ClaimDraft[],
  quantities: readonly Quantity[],
): ClaimDraft['relation'] {
  let previous = -1;
  for (let i = at - 1; i >= 0; i--) {
    if (scene.items[i]!.kind === 'amount') {
      previous = i;
      break;
    }
  }
  for (const hit of scene.relations) {
    const after = hit.from === at + 1;
    if (!after && (hit.from <= previous || hit.to > at)) continue;
    const target = previous >= 0 ? scene.items[previous] : null;
    const quantity = target?.kind === 'amount' ? quantities[target.quantity] : lastLike(scene, at, before, quantities);
    const to = before.findIndex((claim) => claim.quantity === quantity);
    if (to >= 0) return { kind: hit.value.kind, to };
  }
  return null;
}
