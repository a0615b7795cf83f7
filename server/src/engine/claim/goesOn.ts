import { RATIO } from './beside.ts';
import type { ClaimDraft } from './claim.ts';
import type { Scene } from './scene.ts';
import type { SubjectCandidate } from './subjects.ts';

export const PERCENT = 'percent';
export const RELATIVE: ReadonlySet<string> = new Set([PERCENT, RATIO]);
const GOES_ON = 0.5;

/** '57 billion, up 22 %': what is relative is rather of the amount before it in its sentence. */
export function withLast(
  found: readonly SubjectCandidate[],
  last: ClaimDraft | undefined,
  scene: Scene,
  at: number,
): readonly SubjectCandidate[] {
  const named = scene.items.slice(0, at).findLast((item) => item.kind !== 'word');
  if (named?.kind === 'name') return found;
  const subject = last && last.sentence.start === scene.span.start ? last.readings[0]?.subject : undefined;
  return found
    .map((one) => (one.subject === subject ? { ...one, score: one.score + GOES_ON } : one))
    .sort((a, b) => b.score - a.score);
}

/** Between one of a row and the next: ', and Meta at'. */
const ROW = 5;
/** What the first of a row measures is rather what the next one does, plainly enough to be understood, not to be doubted. */
const ROWED = 1.1;
/** One of each stands on either side: '$5/$25'. */
const PAIR = '/';

/**
 * 'capex of $200 billion, Alphabet $185 billion and Meta $135 billion': an amount without words of its own measures what
 * the like one before it does. `alike` tells whether both are in one unit.
 */
export function inRow(
  scores: Map<string, number>,
  last: ClaimDraft | undefined,
  scene: Scene,
  at: number,
  alike: boolean,
): void {
  const top = last?.readings[0];
  if (!alike || !last || !top || last.sentence.start !== scene.span.start) return;
  let before = at - 1;
  while (before >= 0 && scene.items[before]!.kind !== 'amount') before--;
  const between = scene.items.slice(before + 1, at);
  if (before < 0 || between.length > ROW) return;
  if (between.some((item) => item.kind === 'word' && item.text === PAIR)) return;
  scores.set(top.metric, Math.max(scores.get(top.metric) ?? 0, Math.min(ROWED, top.metricScore)));
}
