import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import { roundsTo } from './digits.ts';

/** What the rate of a day leaves open. */
const RATE = 0.015;

/** How sure it is that an old figure was meant whose digits are said. */
export const SAID = 0.85;

/** Bounds that stay open to one side: they meet whatever lies beyond. */
const OPEN: ReadonlySet<string> = new Set(['at_least', 'more_than']);
export const isOpenEnded = ({ quantity }: ClaimDraft): boolean => OPEN.has(quantity.op);

const BELOW: ReadonlySet<string> = new Set(['at_most', 'less_than']);
/** A range whose ends are this many times apart tells of no figure inside it. */
const WIDE = 3;
/** Whether a claim admits too much to tell which figure it means. */
export const isLoose = ({ quantity: { op, low, high } }: ClaimDraft): boolean =>
  BELOW.has(op) || (low !== null && high !== null && high > low * WIDE);

/** Whether a claim says a figure's very digits: the same amount, or the two ends of the same range. */
export function repeats({ quantity }: ClaimDraft, one: Comparison): boolean {
  const { value, low, high, step } = quantity;
  const { figure, raw, point, converted } = one;
  const rate = raw === 0 ? 1 : point / raw;
  const same = (mine: number | null, theirs: number | null): boolean =>
    mine !== null &&
    theirs !== null &&
    Math.abs(mine - theirs * rate) <= Math.max((step / 2) * 1.001, converted ? Math.abs(mine) * RATE : 0);
  if (value === null) return low !== null && same(low, figure.low) && same(high, figure.high);
  if (figure.value === null || figure.op === 'range') return false;
  return same(value, figure.value) || (!converted && roundsTo(quantity, point));
}

/** Those whose digits a claim says again, of its own subject and metric. */
export const repeated = (claim: ClaimDraft, all: readonly Comparison[]): Comparison[] =>
  all.filter((one) => one.kin === 'self' && one.sameMetric && repeats(claim, one));
