import { convert } from '../reference/convert.ts';
import type { MetricRelation } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Claim, Finding } from '../report.ts';
import { amount } from './bench.ts';
import { isPlain, type Plain } from './plainly.ts';

/** How far beyond the admissible a stated amount must lie. */
const MARGIN = 1.25;

/** The unit in which relations count a dimension whose base unit is another. */
const COUNTED_IN: ReadonlyMap<string, string> = new Map(Object.entries({ time: 'day' }));
const DEFAULT = 'en';
const CURRENCY = /^[A-Z]{3}(?![A-Z])/;

/** Claims of one subject by metric; null: the draft gives several values. */
type Said = Map<string, Plain | null>;

function bySubject(claims: readonly Claim[], metrics: ReadonlySet<string>): Map<string, Said> {
  const all = new Map<string, Said>();
  for (const claim of claims) {
    if (!isPlain(claim) || !metrics.has(claim.metric) || claim.quantity.perUnit !== null) continue;
    const said: Said = all.get(claim.subject.id) ?? new Map();
    all.set(claim.subject.id, said);
    const other = said.get(claim.metric);
    const same = other && Math.max(other.basis.low, claim.basis.low) <= Math.min(other.basis.high, claim.basis.high);
    said.set(claim.metric, other === undefined ? claim : same ? other : null);
  }
  return all;
}

/** A claim's value in the unit that relations count in. */
function sizeOf({ quantity }: Plain, reference: Reference): number | null {
  const unit = COUNTED_IN.get(reference.units.get(quantity.unit)?.dimension ?? '');
  if (!unit || quantity.value === null) return quantity.value;
  return convert(quantity.value, quantity.unit, unit, null, reference)?.value ?? null;
}

/** Relations that hold within one subject, of metrics that have one value. */
const usable = ({ result, of }: MetricRelation, reference: Reference): boolean =>
  !of.includes(result) && [result, ...of].every((id) => reference.metrics.get(id)?.plural !== true);

function solve(relation: MetricRelation, said: Said, reference: Reference): Finding | null {
  const result = said.get(relation.result);
  const terms = relation.of.map((id) => said.get(id) ?? null);
  if (!result || terms.some((term) => term === null)) return null;
  const of = terms as Plain[];
  const stated = sizeOf(result, reference);
  const values = of.map((term) => sizeOf(term, reference));
  if (stated === null || stated <= 0 || values.some((value) => value === null || value <= 0)) return null;
  const money = [result, ...of].flatMap(({ quantity }) => CURRENCY.exec(quantity.unit)?.[0] ?? []);
  const periods = new Set([result, ...of].map(({ basis }) => basis.period));
  if (new Set(money.filter((code) => reference.units.get(code)?.dimension === 'money')).size > 1 || periods.size > 1)
    return null;
  const numbers = values as number[];
  const computed = numbers
    .slice(1)
    .reduce(
      (all, value) => (relation.operation === 'ratio' ? all / value : all * value),
      numbers[0]! * relation.factor,
    );
  const share = stated / computed;
  if (!Number.isFinite(share) || (share >= relation.low / MARGIN && share <= relation.high * MARGIN)) return null;
  const name = relation.name[result.language] ?? relation.name[DEFAULT] ?? relation.id;
  return {
    rule: 'implausible',
    severity: 'information',
    start: result.start,
    end: result.end,
    claims: [result.id, ...of.map((term) => term.id)],
    messageId: 'implausible',
    args: {
      claimed: { kind: 'amount', amount: result.quantity },
      computed: { kind: 'amount', amount: { ...amount(computed, result.quantity.unit), op: 'approx' } },
      subject: { kind: 'subject', ...result.subject },
      metric: { kind: 'metric', id: result.metric },
      relation: { kind: 'text', text: name },
    },
    derivation: [
      ...of.map(({ text, quantity }) => ({ text, value: quantity.value ?? 0, unit: quantity.unit, from: 'draft' })),
      { text: name, value: computed, unit: result.quantity.unit, from: relation.id },
    ],
    related: of.map((term) => ({
      start: term.start,
      end: term.end,
      messageId: 'related',
      args: { claimed: { kind: 'amount', amount: term.quantity } },
    })),
    fixes: [],
  };
}

/** Amounts of one subject that no relation between their metrics allows. */
export function implausible(claims: readonly Claim[], reference: Reference): Finding[] {
  const relations = (reference.dataset.relations ?? []).filter((relation) => usable(relation, reference));
  if (claims.length < 2 || relations.length === 0) return [];
  const metrics = new Set(relations.flatMap(({ result, of }) => [result, ...of]));
  const out: Finding[] = [];
  for (const said of bySubject(claims, metrics).values()) {
    if (said.size < 2) continue;
    for (const relation of relations) {
      const finding = solve(relation, said, reference);
      if (finding) out.push(finding);
    }
  }
  return out;
}
