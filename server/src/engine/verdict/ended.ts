import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import type { Figure } from '../reference/model.ts';

const UNTIL = 'valid_until';

/** The last day on which a figure was in force (ISO); null where it has no end. */
export const lastDayOf = (figure: Figure): string | null => figure.qualifiers[UNTIL] ?? null;

/** What was in force until a day that has passed. */
export const hasEnded = (figure: Figure, today: string): boolean => (lastDayOf(figure) ?? today) < today;

/** Set where a claim speaks of a moment gone by: 'at launch', 'back then'. */
export const MOMENT = 'moment';

/** Set where a claim tells of a statement made once: 'announced', 'raised its outlook to'. */
const TOLD = 'told';
export const isTold = (claim: ClaimDraft): boolean => claim.qualifiers[TOLD] !== undefined;

/** Whether a claim speaks of no time of its own, so that it is understood of today. */
export const isOfToday = (claim: ClaimDraft): boolean =>
  (!claim.time || claim.time.relative) && !claim.event && !claim.qualifiers[MOMENT];

/** Those that agree, where a claim of today repeats only what is no longer in force; else none. */
export function expired(claim: ClaimDraft, agrees: readonly Comparison[], today: string): readonly Comparison[] {
  if (!isOfToday(claim)) return [];
  const own = agrees.filter((one) => one.kin === 'self' && one.sameMetric);
  return own.length === agrees.length && own.every((one) => hasEnded(one.figure, today)) ? own : [];
}
