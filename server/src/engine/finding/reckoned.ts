import type { Arg, Args, Claim, Derived, Reckoned } from '../report.ts';

const RATIO = 'ratio';
const PERCENT = 'percent';
const DRAFT = 'draft';
const CHANGE = 'percent_change';
/** Message of a claim that what stands beside it bears out. */
const SUPPORTED = 'supported';

type BlockClaim = Omit<Claim, 'id'>;

/** The two ends of a factor or change. */
export function endArgs({ derivation: [from, to] }: Reckoned): Args {
  const end = ({ value, unit }: Derived): Arg => ({
    kind: 'amount',
    amount: { value, low: null, high: null, unit, op: 'eq' },
  });
  return from && to ? { from: end(from), to: end(to) } : {};
}

/** A factor that older figures gave. */
function outdated<C extends BlockClaim>(claim: C, reckoned: Reckoned): C {
  const figures = reckoned.figures ?? [];
  const newest = (role: string): string => {
    const days = figures.filter((one) => one.role === role).map((one) => one.asOf);
    return days.sort().at(-1) ?? '';
  };
  return {
    ...claim,
    reckoned,
    references: figures,
    metric: RATIO,
    verdict: OUTDATED,
    messageId: OUTDATED,
    args: {
      ...claim.args,
      computed: { kind: 'amount', amount: reckoned.computed },
      old: { kind: 'date', date: newest('superseded') },
      newDate: { kind: 'date', date: newest('differs') },
    },
  };
}
const OUTDATED = 'outdated';

/** A claim with what the amounts beside it give. Where the reference is silent, a factor that they bear out is supported. */
export function withReckoned<C extends BlockClaim>(claim: C, reckoned: Reckoned | null): C {
  if (!reckoned || claim.verdict !== 'no_reference') return claim;
  if (reckoned.aged) return outdated(claim, reckoned);
  if (!reckoned.agrees) return { ...claim, reckoned };
  const { unit } = claim.quantity;
  const beside = reckoned.derivation.every((step) => step.from === DRAFT);
  return {
    ...claim,
    reckoned,
    references: reckoned.figures ?? claim.references,
    metric: unit === RATIO ? RATIO : unit === PERCENT ? CHANGE : claim.metric,
    verdict: 'supported',
    messageId: SUPPORTED,
    args: beside
      ? { ...claim.args, ...endArgs(reckoned), computed: { kind: 'amount', amount: reckoned.computed } }
      : claim.args,
  };
}
