import type { BlockClaims } from '../claim/block.ts';
import type { ClaimDraft, Reading } from '../claim/claim.ts';
import { claimInterval } from '../evidence/interval.ts';
import type { Block } from '../prose/block.ts';
import type { Reference } from '../reference/reference.ts';
import type { Amount, Arg, Args, Basis, Claim, FigureRef } from '../report.ts';
import { lastDayOf } from '../verdict/ended.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { roomOf } from './bench.ts';
import { fingerprint } from './fingerprint.ts';
import { argsOf, refOf, refsOf } from './refs.ts';
import { ruleFor } from './severity.ts';

/** How plainly a metric is spoken of that gives a bare number its unit, where no figure bears it out. */
const PLAIN = 2;

/** A claim's amount as understood: a bare price of tokens or hours, a bare count, in the unit it was read in. */
export function amountOf(
  { quantity }: ClaimDraft,
  verdict: Verdict | null = null,
  reference?: Reference,
): Amount & { readonly perUnit: string | null } {
  const { value, low, high, unit, op, perUnit } = quantity;
  const asWritten = { value, low, high, unit, op, perUnit };
  const reading = verdict?.reading;
  if (!reading || (verdict.kind === NO_REFERENCE && reading.metricScore < PLAIN)) return asWritten;
  if (reading.unit.startsWith(`${unit}/`)) return { ...asWritten, unit: reading.unit, perUnit: null };
  const counted = unit === NUMBER ? reference?.metrics.get(reading.metric)?.units[0] : undefined;
  return { ...asWritten, unit: counted ?? unit };
}

const NO_REFERENCE = 'no_reference';
/** What counts things without naming them. */
const NUMBER = 'number';

/** The figures of a verdict, each with its part in it. */
function references(verdict: Verdict, reference: Reference): FigureRef[] {
  const suspects = verdict.suspect ? [verdict.suspect] : [];
  const others =
    verdict.kind === 'outdated'
      ? ([
          ['differs', verdict.differs],
          ['superseded', verdict.agrees],
        ] as const)
      : ([
          ['suspect', suspects],
          ['agrees', verdict.agrees],
          ['differs', verdict.differs],
        ] as const);
  return refsOf(others, reference);
}

function messageArgs(claim: ClaimDraft, verdict: Verdict, refs: readonly FigureRef[], reference: Reference): Args {
  const name = reference.subjects.get(verdict.reading.subject)?.name ?? verdict.reading.subject;
  const args: Record<string, Arg> = {
    claimed: { kind: 'amount', amount: amountOf(claim) },
    subject: { kind: 'subject', id: verdict.reading.subject, name },
    metric: { kind: 'metric', id: verdict.reading.metric },
  };
  const first = refs[0];
  if (first) Object.assign(args, argsOf(first, reference));
  if (verdict.suspectSubject) {
    args['other'] = {
      kind: 'subject',
      id: verdict.suspectSubject,
      name: reference.subjects.get(verdict.suspectSubject)?.name ?? verdict.suspectSubject,
    };
  } else if (verdict.suspectMetric) args['other'] = { kind: 'metric', id: verdict.suspectMetric };
  if (verdict.exponent !== null) args['factor'] = { kind: 'number', number: Number(`1e${-verdict.exponent}`) };
  if (verdict.reason === 'wrong_scope' && verdict.suspect)
    args['scope'] = { kind: 'qualifiers', qualifiers: verdict.suspect.figure.qualifiers };
  if (verdict.reason === 'wrong_period' && verdict.suspect)
    args['period'] = { kind: 'date', date: verdict.suspect.figure.period ?? verdict.suspect.figure.asOf };
  const old = verdict.agrees[0];
  const newer = verdict.differs[0];
  if (verdict.kind === 'outdated' && old && newer) {
    args['old'] = { kind: 'date', date: old.figure.asOf };
    args['new'] = {
      kind: 'amount',
      amount: {
        value: newer.figure.value,
        low: newer.figure.low,
        high: newer.figure.high,
        unit: newer.figure.unit,
        op: newer.figure.op,
      },
    };
    args['newDate'] = { kind: 'date', date: newer.figure.asOf };
  }
  const until = verdict.kind === 'outdated' && old && !newer && lastDayOf(old.figure);
  if (until) args['until'] = { kind: 'date', date: until };
  return args;
}

function basisOf(draft: ClaimDraft, reading: Reading | undefined): Basis | null {
  const room = claimInterval(draft.quantity);
  return (
    room && {
      period: draft.time?.period ?? null,
      subject: reading?.subjectScore ?? 0,
      metric: reading?.metricScore ?? 0,
      group: reading?.group ?? false,
      restates: draft.restates !== null,
      low: room.low,
      high: room.high,
      room: roomOf(draft.quantity),
      direction: draft.quantity.direction,
    }
  );
}

/** A conflict that no figure explains: more than there is in the world. */
const BEYOND = 'beyond';

/** A claim as the report shows it, its spans still relative to the block, without its fixes. */
export function assemble(
  block: Block,
  draft: ClaimDraft,
  verdict: Verdict | null,
  language: string,
  reference: Reference,
): Omit<Claim, 'id'> {
  const { quantity } = draft;
  const refs = verdict ? references(verdict, reference) : [];
  const rule = verdict ? ruleFor(verdict) : null;
  const subject = verdict ? reference.subjects.get(verdict.reading.subject) : undefined;
  const reading = verdict?.reading;
  const assumed =
    reading && reading.origin !== 'sentence' && reading.origin !== 'table' ? [`subject:${reading.origin}`] : [];
  const sentence = block.text.slice(draft.sentence.start, draft.sentence.end);
  const value = quantity.value === null ? `${quantity.low}..${quantity.high}` : String(quantity.value);
  return {
    start: quantity.start,
    end: quantity.end,
    text: block.text.slice(quantity.start, quantity.end),
    language,
    sentence: { start: draft.sentence.start, end: draft.sentence.end },
    quantity: amountOf(draft, verdict, reference),
    subject: subject ? { id: subject.id, name: subject.name } : null,
    metric: reading?.metric || null,
    qualifiers: draft.qualifiers,
    assumed,
    polarity: draft.polarity,
    attribution: draft.attribution,
    quoted: draft.quoted,
    verdict: verdict?.kind ?? 'no_reference',
    reason: verdict?.reason ?? null,
    also: verdict?.also ?? [],
    fingerprint: fingerprint(subject?.id ?? '', reading?.metric ?? '', value, quantity.unit, sentence, {
      start: quantity.start - draft.sentence.start,
      end: quantity.end - draft.sentence.start,
    }),
    messageId:
      rule && refs.length === 0 && verdict?.kind === 'conflict' ? BEYOND : (rule ?? verdict?.kind ?? 'no_reference'),
    args: verdict
      ? messageArgs(draft, verdict, refs, reference)
      : { claimed: { kind: 'amount', amount: amountOf(draft) } },
    references: refs,
    ...(verdict?.balanced ? { balanced: true as const } : {}),
    fixes: [],
    basis: basisOf(draft, reading),
  };
}

export type { BlockClaims };
export { refOf };
