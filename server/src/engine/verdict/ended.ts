import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import type { Figure, Metric } from '../reference/model.ts';
import type { Court } from './court.ts';
import { significant } from './digits.ts';
import { repeats } from './repeats.ts';

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

/** Those whose digits are said again, of what there are several, where each of them was replaced since; else none. */
export function withdrawn(
  claim: ClaimDraft,
  metric: Metric,
  all: readonly Comparison[],
  { reference }: Court,
): readonly Comparison[] {
  const untimed = !claim.time || claim.time.relative;
  if (!metric.plural || !untimed || claim.qualifiers[MOMENT] || isTold(claim)) return [];
  if (significant(claim.quantity) < 2) return [];
  // an event stays what it was; only what was planned in its place takes it back
  const isBack = (one: Comparison): boolean => {
    const heir = reference.supersededBy.get(one.figure.id);
    return heir !== undefined && (metric.time !== 'event' || heir.qualifiers['stage'] !== undefined);
  };
  const said = all.filter((one) => one.kin === 'self' && repeats(claim, one));
  return said.every(isBack) ? said : [];
}
