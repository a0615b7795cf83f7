import type { SubjectMention } from '../mention/mention.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { contains, overlaps } from '../text/span.ts';
import { distance, type Scene } from './scene.ts';

const REACH = 1.1;
/** What holds for every amount that follows in the sentence. */
const OF_SENTENCE: ReadonlySet<string> = new Set(['told']);

/** Scope words near the amount at item `at`: the nearest value of each key. */
export function qualifiersOf(
  scene: Scene,
  at: number,
  quantity: Quantity,
  mentions: readonly SubjectMention[],
  header: Readonly<Record<string, string>>,
): Record<string, string> {
  const found: Record<string, string> = { ...header };
  const best: Record<string, number> = {};
  for (const hit of scene.qualifiers) {
    const { key, value } = hit.value;
    if (OF_SENTENCE.has(key)) {
      if (hit.from < at) found[key] = value;
      continue;
    }
    // words that close on an amount ('against 0.3') speak of that one alone
    if (hit.to - 1 !== at && scene.items[hit.to - 1]?.kind === 'amount') continue;
    const far =
      hit.from <= at && at < hit.to ? 0 : Math.min(distance(scene, hit.from, at), distance(scene, hit.to - 1, at));
    if (far > REACH || far >= (best[key] ?? 9)) continue;
    // another amount stands nearer to the word: it is that amount's
    if (
      scene.items.some(
        (item, i) =>
          item.kind === 'amount' &&
          i !== at &&
          Math.abs(i - hit.from) < Math.abs(at - hit.from) &&
          far > 0.4 &&
          Math.sign(i - hit.from) === Math.sign(at - hit.from),
      )
    )
      continue;
    best[key] = far;
    found[key] = value;
  }
  if (quantity.perUnit) found['per'] = quantity.perUnit;
  const noun = quantity.noun;
  const chip = mentions.find(
    (mention) =>
      mention.kind === 'chip' &&
      mention.subjects.length > 0 &&
      (contains(quantity, mention) ||
        (noun && overlaps(noun, mention)) ||
        (mention.start >= quantity.end && mention.start - quantity.end <= 12 && contains(scene.span, mention))),
  );
  if (chip && quantity.unit !== 'USD') found['accelerator'] = chip.subjects[0]!;
  return found;
}
