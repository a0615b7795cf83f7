import type { Basis, Claim } from '../report.ts';

/** Scores from which a subject and a metric are read beyond doubt. */
const SUBJECT = 2;
const METRIC = 1.6;

export type Plain = Claim & {
  readonly basis: Basis;
  readonly metric: string;
  readonly subject: NonNullable<Claim['subject']>;
};

/** True for what the draft itself says, in so many words, of one subject: fit to be set against the rest of the draft. */
export function isPlain(claim: Claim): claim is Plain {
  const { basis } = claim;
  return (
    basis !== null &&
    basis !== undefined &&
    claim.subject !== null &&
    claim.metric !== null &&
    basis.subject >= SUBJECT &&
    basis.metric >= METRIC &&
    !basis.group &&
    !basis.restates &&
    claim.polarity === 'asserted' &&
    claim.attribution === null &&
    !claim.quoted &&
    claim.assumed.length === 0 &&
    claim.quantity.value !== null &&
    claim.verdict !== 'conflict' &&
    claim.verdict !== 'outdated'
  );
}
