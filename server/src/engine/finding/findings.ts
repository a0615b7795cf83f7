import type { Options } from '../draft.ts';
import type { FigureStatus } from '../reference/model.ts';
import type { Args, Claim, Finding, Reckoned, Rule, Severity } from '../report.ts';
import { isRelativeUnit } from './proportion.ts';
import { endArgs } from './reckoned.ts';
import { ruleOf, severityOf } from './severity.ts';

/** The finding of one claim, or null where it agrees or says nothing that we know. */
export function findingOf(claim: Claim, options: Pick<Options, 'severities'>): Finding | null {
  let rule: Rule;
  let severity: Severity;
  if (claim.verdict === 'conflict' && claim.reason) {
    rule = ruleOf(claim.reason);
    severity = severityOf(
      claim.reason,
      claim.references
        .filter((ref) => ref.role === 'differs' || ref.role === 'suspect')
        .map((ref) => ref.status as FigureStatus),
    );
  } else if (claim.verdict === 'outdated') [rule, severity] = ['outdated', 'warning'];
  else if (claim.verdict === 'disputed' && !claim.balanced) [rule, severity] = ['disputed', 'information'];
  else if (claim.reckoned && !claim.reckoned.agrees) [rule, severity] = ['arithmetic', 'warning'];
  else return null;
  const sum = rule === 'arithmetic' ? claim.reckoned : null;
  const set = options.severities[rule];
  if (set === 'off') return null;
  return {
    rule,
    severity: set ?? severity,
    start: claim.start,
    end: claim.end,
    claims: [claim.id],
    messageId: sum ? rule : claim.messageId,
    args: sum ? sumArgs(claim, sum) : claim.args,
    derivation: sum?.derivation ?? [],
    related: [],
    get fixes() {
      return claim.fixes;
    },
  };
}

/** Of a factor or change the two ends are named; parts of a sum may be many. */
const sumArgs = ({ quantity, args }: Claim, sum: Reckoned): Args => ({
  ...args,
  ...(isRelativeUnit(quantity.unit) ? endArgs(sum) : {}),
  stated: { kind: 'amount', amount: quantity },
  computed: { kind: 'amount', amount: sum.computed },
});
