import type { ClaimDraft } from '../claim/claim.ts';
import type { Comparison } from '../evidence/evidence.ts';
import type { Reference } from '../reference/reference.ts';
import type { Verdict } from './verdict.ts';

/** The figure a claim was understood to repeat. */
const figureOf = (verdict: Verdict | null): Comparison | null => verdict?.suspect ?? verdict?.agrees[0] ?? null;

/** Statements of a source that one figure is not in the other. */
function excluded(a: Comparison, b: Comparison, reference: Reference): boolean {
  const says = (one: Comparison, other: Comparison): boolean =>
    one.figure.relations.some((relation) => relation.kind === 'excludes' && same(relation.figure, other, reference));
  return says(a, b) || says(b, a);
}

/** The figure itself, or one of the same subject and metric that agrees with it. */
function same(id: string, one: Comparison, reference: Reference): boolean {
  const figure = reference.figures.get(id);
  if (id === one.figure.id) return true;
  const scope = (qualifiers: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(qualifiers).sort());
  return (
    figure?.subject === one.figure.subject &&
    figure.metric === one.figure.metric &&
    scope(figure.qualifiers) === scope(one.figure.qualifiers)
  );
}

/**
 * Where a draft counts one amount into another and the source says it is not in it: the part is `wrong_relation`.
 * `verdicts` are those of the block's claims, in order.
 */
export function relate(
  claims: readonly ClaimDraft[],
  verdicts: readonly (Verdict | null)[],
  reference: Reference,
): (Verdict | null)[] {
  return verdicts.map((verdict, i) => {
    const relation = claims[i]?.relation;
    if (!verdict || relation?.kind !== 'part') return verdict;
    const part = figureOf(verdict);
    const whole = figureOf(verdicts[relation.to] ?? null);
    if (!part || !whole || !excluded(part, whole, reference)) return verdict;
    const also = verdict.kind === 'conflict' && verdict.reason ? [verdict.reason, ...verdict.also] : verdict.also;
    return {
      ...verdict,
      kind: 'conflict',
      reason: 'wrong_relation',
      also,
      suspect: part,
      differs: [whole],
      agrees: [],
      confidence: 0.9,
    };
  });
}
