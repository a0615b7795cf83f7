import type { ClaimDraft, Reading } from '../claim/claim.ts';
import { isAncestor } from '../mention/subjects.ts';
import { beyond, NOBODY, unheardOf } from './beyond.ts';
import { certain } from './certain.ts';
import type { Court } from './court.ts';
import { significant } from './digits.ts';
import { judge } from './judge.ts';
import { repeats, SAID } from './repeats.ts';
import type { Verdict } from './verdict.ts';

const READINGS = 8;
/** Readings this much less plain than the best may still clear a claim. */
const CHARITY = 1.3;
/** Readings this close leave open which one is meant. */
const TIE = 0.25;

/** Said, and not to be doubted. */
const isVouchedFor = ({ polarity, attribution }: ClaimDraft): boolean =>
  polarity === 'asserted' && attribution?.stance !== 'doubts';

const silent = (verdict: Verdict): Verdict => ({ ...verdict, kind: 'no_reference', reason: null, confidence: 0 });
const settles = (verdict: Verdict): boolean => verdict.kind === 'supported' || verdict.kind === 'disputed';

const CARRIED: ReadonlySet<string> = new Set(['context', 'heading', 'caption']);

const SAID_HERE = 'sentence';
const TABLE = 'table';

/** A subject this much plainer than the suspected one is meant. */
const PLAINER = 1.2;
const PLAINER_THAN_CARRIED = 0.8;

/** The suspected subject is itself named beside the claim, nearly as plainly: rather its figure than a slip. */
function named(claim: ClaimDraft, first: Verdict, best: Reading, court: Court): boolean {
  const other = first.suspectSubject;
  if (first.reason !== 'wrong_subject' || other === null) return false;
  const { subjects } = court.reference;
  const maker = subjects.get(other)?.vendor ?? null;
  const foreign = maker !== null && maker !== subjects.get(best.subject)?.vendor && maker !== best.subject;
  const meant = (id: string): boolean =>
    id === other || isAncestor(id, other, court.reference) || (foreign && id === maker);
  if (!court.named.some(meant)) return false;
  // somebody spoken of before was meant, and another of them has this very figure
  if (first.differs.length === 0 || (best.origin !== SAID_HERE && best.origin !== TABLE)) return true;
  const rivals = claim.readings.filter((one) => meant(one.subject));
  const score = Math.max(0, ...rivals.map((one) => one.subjectScore));
  return best.subjectScore - score < (rivals.every((one) => CARRIED.has(one.origin)) ? PLAINER_THAN_CARRIED : PLAINER);
}

/** The suspected metric is spoken of as plainly as the one read: the writer means it, we misread. */
const AS_SAID = 0.3;
/** Heard somewhat less plainly, it may still be what is meant. */
const HEARD = 1;
/** Read nearly as plainly, it may be what is meant. */
const AS_READ = 0.9;
const COUNT = 'count';
function misread(claim: ClaimDraft, first: Verdict, best: Reading, court: Court): boolean {
  const other = first.suspectMetric;
  if (other === null) return false;
  // a unit that is written out tells more than the words around it
  const bare = court.reference.units.get(best.unit)?.dimension === COUNT;
  if (first.reason === 'wrong_unit' && !bare) return false;
  const carried = best.origin !== SAID_HERE && best.origin !== TABLE;
  const near = claim.readings.some(
    (one) => one.metric === other && one.subject === best.subject && best.score - one.score < AS_READ,
  );
  // a part of the whole is measured by another metric
  if (first.reason === 'wrong_metric' && ((carried && near) || claim.relation?.kind === 'part')) return true;
  const said = claim.spoken.get(other) ?? 0;
  const least = first.reason === 'wrong_metric' ? HEARD : AS_SAID;
  return said > 0 && said >= (claim.spoken.get(best.metric) ?? 0) - least;
}

/** A maker's other product clears nothing where one of its products is named ('DeepSeek … R1'). */
const lent = (verdict: Verdict, reading: Reading, best: Reading, court: Court): boolean =>
  verdict.reading.subject !== reading.subject && court.reference.subjects.get(best.subject)?.vendor === reading.subject;

/** A subject this plain in its own sentence is not set aside for one that was only spoken of before. */
const OWN = 2;

function nearer(reading: Reading, best: Reading, court: Court): boolean {
  if (reading.subject === best.subject || best.subjectScore < OWN) return true;
  if (best.origin !== SAID_HERE && best.origin !== TABLE) return true;
  if (!CARRIED.has(reading.origin)) return true;
  const { subjects } = court.reference;
  return (
    subjects.get(reading.subject)?.vendor === best.subject || isAncestor(reading.subject, best.subject, court.reference)
  );
}

/** The very digits of an old figure: they tell which metric was meant. */
const isAged = (verdict: Verdict): boolean => verdict.kind === 'outdated' && verdict.confidence >= SAID;

/** The same of a product of the best reading's maker: it is told of the maker, who has no such figure. */
const ofIts = (reading: Reading, best: Reading, { reference }: Court): boolean =>
  reading.metric === best.metric && reference.subjects.get(reading.subject)?.vendor === best.subject;

/** Another metric of the same subject clears a claim only where it is spoken of as plainly. */
const LESS_SAID = 1.3;
const saidSo = (claim: ClaimDraft, reading: Reading, best: Reading): boolean =>
  reading.metric === best.metric ||
  (reading.subject !== best.subject && reading.metricScore >= best.metricScore - LESS_SAID) ||
  (claim.spoken.get(reading.metric) ?? 0) >= (claim.spoken.get(best.metric) ?? 0) - LESS_SAID;

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
  // what only lies near says less than an old figure's very digits
  const exact = (verdict: Verdict): boolean => verdict.agrees.some((one) => repeats(claim, one));
  const loose = first.kind === 'supported' && !exact(first);
  if (settles(first) && !loose) return first;
  let tied = false;
  let telling: Verdict | null = null;
  let aged: Verdict | null = null;
  for (const reading of readings.slice(1)) {
    const behind = best.score - reading.score;
    if (behind > CHARITY) break;
    const verdict = judge(claim, reading, court);
    if (!aged && reading.subject === best.subject && isAged(verdict)) aged = verdict;
    if (
      !loose &&
      settles(verdict) &&
      (!isAged(first) || exact(verdict)) &&
      !lent(verdict, reading, best, court) &&
      nearer(reading, best, court) &&
      saidSo(claim, reading, best) &&
      (significant(claim.quantity) >= 2 || reading.subject === best.subject || behind < TIE)
    )
      return verdict;
    const plain = significant(claim.quantity) >= 3 || ofIts(reading, best, court);
    if (!telling && verdict.suspect && plain && certain(verdict, claim.quantity)) telling = verdict;
    const elsewhere = reading.subject !== best.subject && verdict.kind !== first.kind;
    if (behind < TIE && elsewhere && !(isAged(first) && verdict.kind === 'no_reference')) tied = true;
  }
  const open = loose || first.kind === 'no_reference' || first.suspectMetric === aged?.reading.metric;
  if (aged && open && isVouchedFor(claim)) return aged;
  if (loose) return first;
  if (telling && first.kind === 'no_reference' && telling.suspectSubject !== best.subject)
    return isVouchedFor(claim) ? telling : silent(telling);
  if (misread(claim, first, best, court) || named(claim, first, best, court)) return silent(first);
  if (tied || !isVouchedFor(claim)) return silent(first);
  return first;
}
