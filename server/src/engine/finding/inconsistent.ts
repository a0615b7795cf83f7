import type { Reference } from '../reference/reference.ts';
import type { Claim, Finding } from '../report.ts';
import { isPlain, type Plain } from './plainly.ts';

/** Relative difference from which two values are not roundings of one. */
const CLEAR = 0.15;
/** A difference this large is rather a slip of ours: other things are told. */
const FAR = 30;
/** So many claims of one subject and metric: the draft compares many cases, not one. */
const MOST = 6;

const isExact = ({ quantity }: Plain): boolean => quantity.op === 'eq';

const apart = (a: Plain, b: Plain): number =>
  Math.max(a.basis.low - b.basis.high, b.basis.low - a.basis.high) /
  Math.max(Math.abs(a.quantity.value ?? 0), Math.abs(b.quantity.value ?? 0), Number.MIN_VALUE);

const proportion = (a: Plain, b: Plain): number => {
  const [x, y] = [Math.abs(a.quantity.value ?? 0), Math.abs(b.quantity.value ?? 0)];
  return Math.max(x, y) / Math.max(Math.min(x, y), Number.MIN_VALUE);
};

/** Whether a draft has reason to give only one value of the metric. */
function isSingle(claim: Plain, reference: Reference): boolean {
  const metric = reference.metrics.get(claim.metric);
  if (!metric || metric.plural || metric.mutual) return false;
  return metric.time !== 'flow' || claim.basis.period !== null;
}

const keyOf = ({ subject, metric, quantity, qualifiers, basis }: Plain): string =>
  JSON.stringify([
    subject.id,
    metric,
    quantity.unit,
    quantity.perUnit,
    basis.period,
    Object.entries(qualifiers).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/** Places of a draft that give clearly different values for one thing: a finding on the later of the first two. */
export function inconsistent(claims: readonly Claim[], reference: Reference): Finding[] {
  const groups = new Map<string, Plain[]>();
  for (const claim of claims) {
    if (!isPlain(claim) || !isSingle(claim, reference)) continue;
    const key = keyOf(claim);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const out: Finding[] = [];
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MOST) continue;
    const pair = pairOf(group);
    if (pair) out.push(findingOf(...pair, isSettled(pair[0], reference)));
  }
  return out;
}

/** Two values, no more: a third would show that several things are told. */
function pairOf(group: readonly Plain[]): [Plain, Plain] | null {
  const first = group[0]!;
  const other = group.find((claim) => apart(first, claim) > CLEAR);
  if (!other || group.some((claim) => apart(first, claim) > 0 && apart(other, claim) > 0)) return null;
  if (first.sentence.start === other.sentence.start || proportion(first, other) > FAR) return null;
  if (first.verdict === 'supported' && other.verdict === 'supported') return null;
  if (first.verdict === 'disputed' || other.verdict === 'disputed') return null;
  return [first, other];
}

/** Whether the metric keeps its value: a price or a fleet may have changed between two sentences. */
const isSettled = ({ metric, basis }: Plain, reference: Reference): boolean =>
  basis.period !== null || reference.metrics.get(metric)?.shelfLife === null;

function findingOf(first: Plain, later: Plain, settled: boolean): Finding {
  const sure = [first, later].every((claim) => isExact(claim) && claim.verdict === 'no_reference');
  return {
    rule: 'inconsistent',
    severity: sure && settled ? 'warning' : 'information',
    start: later.start,
    end: later.end,
    claims: [later.id, first.id],
    messageId: 'inconsistent',
    args: {
      claimed: { kind: 'amount', amount: later.quantity },
      other: { kind: 'amount', amount: first.quantity },
      subject: { kind: 'subject', ...later.subject },
      metric: { kind: 'metric', id: later.metric },
    },
    derivation: [],
    related: [
      {
        start: first.start,
        end: first.end,
        messageId: 'related',
        args: { claimed: { kind: 'amount', amount: first.quantity } },
      },
    ],
    fixes: [],
  };
}
