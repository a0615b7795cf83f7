import type { ClaimDraft } from '../claim/claim.ts';
import { claimInterval, middle } from '../evidence/interval.ts';
import { convert } from '../reference/convert.ts';
import type { Reference } from '../reference/reference.ts';
import type { Verdict } from './verdict.ts';

/** How far an old or rounded rate may lead. */
const ROOM = 0.12;

/** The verdict of an amount given again in another currency or unit: the first one's, where the rate holds. */
export function restated(
  claim: ClaimDraft,
  first: ClaimDraft,
  verdict: Verdict | null,
  at: string,
  reference: Reference,
): Verdict | null {
  if (!verdict) return null;
  const silent: Verdict = { ...verdict, kind: 'no_reference', reason: null, also: [] };
  const value = middle(first.quantity);
  const mine = claimInterval(claim.quantity);
  if (value === null || !mine) return silent;
  const converted = convert(value, first.quantity.unit, claim.quantity.unit, at, reference);
  if (!converted) return silent;
  const fits = converted.low * (1 - ROOM) <= mine.high && mine.low <= converted.high * (1 + ROOM);
  return fits && verdict.kind !== 'conflict' ? verdict : silent;
}
