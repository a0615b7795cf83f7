import type { ClaimDraft } from '../claim/claim.ts';
import { idOfPublisher } from '../reference/publisher.ts';
import type { Reference } from '../reference/reference.ts';
import type { Verdict } from './verdict.ts';

/** The writer names the one who states the amount. */
function laidAtItsDoor({ attribution }: ClaimDraft, { agrees }: Verdict, reference: Reference): boolean {
  if (!attribution?.by || attribution.stance !== 'reports') return false;
  return agrees.some(({ figure }) => {
    const publisher = reference.sources.get(figure.source)?.publisher ?? '';
    const subject = reference.subjects.get(attribution.by)?.name;
    return idOfPublisher(publisher) === attribution.by || publisher === subject;
  });
}

/**
 * Disputes that a block has settled for its reader: the amount is laid at the door of the one who states it, or the
 * other side is stated too. There is nothing to tell the writer then. `claims` are those of the verdicts, in order.
 */
export function balance(
  claims: readonly ClaimDraft[],
  verdicts: readonly (Verdict | null)[],
  reference: Reference,
): (Verdict | null)[] {
  if (!verdicts.some((verdict) => verdict?.kind === 'disputed')) return [...verdicts];
  return verdicts.map((verdict, i) => {
    if (verdict?.kind !== 'disputed') return verdict;
    const against = new Set(verdict.differs.map((one) => one.figure.id));
    const settled =
      laidAtItsDoor(claims[i]!, verdict, reference) ||
      verdicts.some(
        (other, j) => j !== i && SAYS.has(other?.kind ?? '') && other!.agrees.some((one) => against.has(one.figure.id)),
      );
    return settled ? { ...verdict, balanced: true } : verdict;
  });
}

const SAYS: ReadonlySet<string> = new Set(['supported', 'disputed']);
