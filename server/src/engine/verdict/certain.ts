import type { Reading } from '../claim/claim.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Reason } from '../report.ts';
import { significant, telling } from './digits.ts';
import { SAID } from './repeats.ts';
import type { Verdict } from './verdict.ts';

/** How plain a reading must be before its conflict is told; a bolder reason needs a plainer reading. */
const PLAIN: Readonly<Record<Reason, number>> = {
  wrong_currency: 4,
  wrong_magnitude: 4.2,
  wrong_unit: 3.4,
  wrong_subject: 4.4,
  wrong_metric: 5.4,
  wrong_scope: 4.9,
  wrong_relation: 4,
  wrong_period: 7,
  wrong_value: 5,
};
const SUBJECT = 1.2;
/** That it was once right tells whose it is. */
const AGED_SUBJECT = 1;
/** Somebody else's figure: whose it is said to be must be plain, the less so the more digits tell. */
const OTHER = 2;
const SURE = 0.79;
const SURE_WORTH = 0.4;
/** Several digits of one that is known to be taken for the other: they say whose it is. */
const PLAINLY = 0.89;
const PLAINLY_SUBJECT = 0.9;
const PLAINLY_WORTH = 0.8;
const OTHER_TELLING = 1.4;
/** Another value alone is no cause: both must be plain. */
const VALUE_SUBJECT = 2;
const VALUE_METRIC = 1.7;
/** Another metric's figure: this one must be spoken of beside the amount. */
const OTHER_METRIC = 1.9;
const SPOKEN_METRIC = 2.4;
const METRIC = 1.2;
const OUTDATED = 4.3;
const SAID_METRIC = 0.9;
const SAID_WORTH = 0.6;
const BOLD = 7.2;
/** What each further digit that a suspected figure shares is worth. */
const DIGIT = 0.5;

/** A bare amount taken for a price of tokens, where no column says so. */
const isGuessedPrice = (reading: Reading, quantity: Quantity): boolean =>
  reading.origin !== TABLE && reading.unit.includes('/') && !quantity.unit.includes('/') && quantity.perUnit !== HOUR;
const TABLE = 'table';
const HOUR = 'hour';

/** True where a conflict or an outdated figure is certain enough to be told. Uncertain is silent. */
export function certain(verdict: Verdict, quantity: Quantity): boolean {
  const { reading } = verdict;
  const worth = verdict.suspect ? DIGIT * (Math.min(4, telling(quantity)) - 1) : 0;
  const aged = verdict.kind === 'outdated';
  // an old figure's very digits, or both ends of its range, say of themselves what is meant
  const said = aged && verdict.confidence >= SAID && (significant(quantity) >= 2 || quantity.value === null);
  const plainly = verdict.reason === 'wrong_subject' && verdict.confidence >= PLAINLY;
  const least = aged ? AGED_SUBJECT : plainly ? PLAINLY_SUBJECT : SUBJECT;
  if (verdict.reason === 'wrong_value' && isGuessedPrice(reading, quantity)) return false;
  if (reading.group || reading.subjectScore < least || reading.metricScore < (said ? SAID_METRIC : METRIC))
    return false;
  if (plainly) return reading.score + worth + PLAINLY_WORTH >= PLAIN.wrong_subject;
  if (
    verdict.reason === 'wrong_subject' &&
    reading.subjectScore < (verdict.confidence >= SURE || significant(quantity) >= 3 ? OTHER_TELLING : OTHER)
  )
    return false;
  if (verdict.reason === 'wrong_metric') {
    const many = significant(quantity) >= 3 && reading.metricScore >= SPOKEN_METRIC;
    if (reading.subjectScore < (many ? OTHER_TELLING : VALUE_SUBJECT) || reading.metricScore < OTHER_METRIC)
      return false;
  }
  if (verdict.reason === 'wrong_value' && (reading.subjectScore < VALUE_SUBJECT || reading.metricScore < VALUE_METRIC))
    return false;
  if (verdict.bold && reading.score < BOLD) return false;
  if (aged)
    return reading.score + DIGIT * (Math.min(3, significant(quantity)) - 1) + (said ? SAID_WORTH : 0) >= OUTDATED;
  const known = verdict.reason === 'wrong_subject' && verdict.confidence >= SURE ? SURE_WORTH : 0;
  return verdict.reason !== null && reading.score + worth + known >= PLAIN[verdict.reason];
}
