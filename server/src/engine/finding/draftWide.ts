import type { Options } from '../draft.ts';
import type { Reference } from '../reference/reference.ts';
import type { Claim, Finding } from '../report.ts';
import { implausible } from './implausible.ts';
import { inconsistent } from './inconsistent.ts';

/** What the claims of a draft say of each other. Linear in their number. */
export function draftWide(
  claims: readonly Claim[],
  reference: Reference,
  { severities }: Pick<Options, 'severities'>,
): Finding[] {
  return [...inconsistent(claims, reference), ...implausible(claims, reference)].flatMap((finding) => {
    const set = severities[finding.rule];
    return set === 'off' ? [] : [{ ...finding, severity: set ?? finding.severity }];
  });
}
