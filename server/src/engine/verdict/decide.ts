import type { ClaimDraft, Reading } from '../claim/claim.ts';
import { isAncestor } from '../mention/subjects.ts';
import type { Reference } from '../reference/reference.ts';
import { beyond, NOBODY, unheardOf } from './beyond.ts';
import { certain } from './certain.ts';
import { significant } from './digits.ts';
import { type Court, judge } from './judge.ts';
import type { Verdict } from './verdict.ts';

const READINGS = 8;
/** Readings this much less plain than the best may still clear a claim. */
const CHARITY = 1.3;
/** Readings this close leave open which one is meant. */
const TIE = 0.25;

const settles = (verdict: Verdict): boolean => verdict.kind === 'supported' || verdict.kind === 'disputed';

/** A subject this plain in its own sentence is meant. */
const PLAIN_SUBJECT = 2.75;

/** Where the suspected subject is itself named beside the claim: rather its figure, unless the other is plainly meant. */
function named(first: Verdict, readings: readonly Reading[], best: Reading, reference: Reference): Reading | null {
  if (first.reason !== 'wrong_subject' || (best.origin === 'sentence' && best.subjectScore >= PLAIN_SUBJECT))
    return null;
  const other = first.suspectSubject;
  if (other === null) return null;
  const meant = (id: string): boolean => id === other || isAncestor(id, other, reference);
  return readings.find((one) => one.metric === best.metric && meant(one.subject)) ?? null;
}

/**
 * The verdict of a claim over all its readings: the plainest counts, unless a reading nearly as plain agrees with the
 * reference. Where two readings remain and judge differently, none is reported. Null: nobody and nothing was read.
 */
export function decide(claim: ClaimDraft, court: Court): Verdict | null {
  const readings = claim.readings.slice(0, READINGS);
  const best = readings[0];
  if (claim.polarity === 'asserted' && beyond(claim.quantity, court.reference)) return unheardOf(best ?? NOBODY);
  if (!best) return null;
  const first = judge(claim, best, court);
  if (settles(first)) return first;
  let tied = false;
  let telling: Verdict | null = null;
  for (const reading of readings.slice(1)) {
    const behind = best.score - reading.score;
    if (behind > CHARITY) break;
    const verdict = judge(claim, reading, court);
    if (settles(verdict) && (significant(claim.quantity) >= 2 || reading.subject === best.subject || behind < TIE))
      return verdict;
    if (!telling && verdict.suspect && significant(claim.quantity) >= 3 && certain(verdict, claim.quantity))
      telling = verdict;
    if (behind < TIE && verdict.kind !== first.kind && reading.subject !== best.subject) tied = true;
  }
  if (telling && !first.suspect)
    return claim.polarity === 'asserted' ? telling : { ...telling, kind: 'no_reference', reason: null };
  const rival = named(first, claim.readings, best, court.reference);
  if (rival) {
    const verdict = judge(claim, rival, court);
    if (settles(verdict)) return verdict;
  }
  if (tied || claim.polarity !== 'asserted') return { ...first, kind: 'no_reference', reason: null, confidence: 0 };
  return first;
}
