import type { ClaimDraft } from '../claim/claim.ts';
import type { Scene } from '../claim/scene.ts';
import { type Interval, middle } from '../evidence/interval.ts';
import type { SumCue } from '../language/claimWords.ts';
import { findPatterns, type PatternIndex } from '../mention/match.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Amount, Derived, Reckoned } from '../report.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Stated } from './proportion.ts';

/** One amount of a sentence, with its place among the sentence's items. */
export interface Term {
  /** Index of its claim in the block. */
  readonly claim: number;
  readonly at: number;
  readonly draft: ClaimDraft;
  readonly quantity: Quantity;
  readonly point: number;
  /** The values its digits and its hedge admit. */
  readonly room: Interval;
  /** The reference says otherwise: nothing is built on it. */
  readonly wrong: boolean;
}

export interface CueHit {
  readonly kind: SumCue['kind'];
  readonly from: number;
  readonly to: number;
  /** Claims of the amounts in it, in order. */
  readonly terms: readonly Term[];
}

/** A sentence made ready to be reckoned with. */
export interface Bench {
  readonly text: string;
  readonly scene: Scene;
  readonly terms: readonly Term[];
  readonly hits: readonly CueHit[];
  readonly openers: ReadonlySet<string>;
}

const HEDGED = 0.12;
const BOUND = 0.15;
/** A sentence with more amounts is a list: nothing in it is plain. */
const MOST = 40;

/** The values an amount admits where it is one term of a computation: a bound reaches a little way only. */
export function roomOf(quantity: Quantity): Interval | null {
  const { value, low, high, op, step } = quantity;
  if (op === 'vague') return null;
  const half = step / 2;
  if (value === null) return low === null || high === null ? null : { low: low - half, high: high + half };
  const size = Math.abs(value);
  const hedge = op === 'approx' ? Math.max(half, size * HEDGED * (quantity.hedge?.strength ?? 0.5)) : half;
  if (op === 'at_least' || op === 'more_than') return { low: value - half, high: value + Math.max(half, size * BOUND) };
  if (op === 'at_most' || op === 'less_than') return { low: value - Math.max(half, size * BOUND), high: value + half };
  return { low: value - hedge, high: value + hedge };
}

/**
 * Reads a sentence of a block; null where there is nothing to reckon. `claims` and `verdicts` are the block's,
 * `members` the indexes of the sentence's claims.
 */
export function benchOf(
  text: string,
  scene: Scene,
  claims: readonly ClaimDraft[],
  members: readonly number[],
  verdicts: readonly (Verdict | null)[],
  cues: PatternIndex<SumCue> | undefined,
  openers: ReadonlySet<string>,
): Bench | null {
  const starts = new Map(members.map((i) => [claims[i]!.quantity.start, i]));
  if (starts.size === 0 || starts.size > MOST) return null;
  const terms: Term[] = [];
  scene.items.forEach((item, at) => {
    const claim = item.kind === 'amount' ? starts.get(item.start) : undefined;
    const draft = claim === undefined ? undefined : claims[claim];
    if (claim === undefined || !draft) return;
    const point = middle(draft.quantity);
    const room = roomOf(draft.quantity);
    if (point === null || !room) return;
    const verdict = verdicts[claim];
    const wrong = verdict?.kind === 'conflict' || verdict?.kind === 'outdated';
    terms.push({ claim, at, draft, quantity: draft.quantity, point, room, wrong });
  });
  const hits =
    cues && terms.length > 1
      ? findPatterns(cues, scene.items).map(
          (hit): CueHit => ({
            kind: hit.value.kind,
            from: hit.from,
            to: hit.to,
            terms: terms.filter((term) => term.at >= hit.from && term.at < hit.to),
          }),
        )
      : [];
  return { text, scene, terms, hits, openers };
}

const END = '.,;:!)';
/** Nothing but a word stands behind the item before the next stop: no further thing is told of it. */
export function isLast({ scene }: Bench, at: number, most: number): boolean {
  let words = 0;
  for (let i = at + 1; i < scene.items.length; i++) {
    const item = scene.items[i]!;
    if (item.kind === 'word' && END.includes(item.text)) return true;
    if (++words > most) return false;
  }
  return true;
}

export const statedOf = ({ quantity: { unit, op, direction }, point, room }: Term): Stated => ({
  unit,
  op,
  direction,
  point,
  room,
});

/** Amounts that may be added, or set in proportion. */
export const alike = (a: Term, b: Term): boolean =>
  a.quantity.unit === b.quantity.unit && a.quantity.perUnit === b.quantity.perUnit;

/** Neither denied nor asked; what is only supposed can be reckoned with all the same. */
export const isAsserted = ({ draft }: Term): boolean =>
  draft.polarity === 'asserted' || draft.polarity === 'hypothetical';

/** No clause begins, nor a sentence half, among the items between two places. */
export function together({ scene, openers }: Bench, a: number, b: number): boolean {
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++) {
    const item = scene.items[i];
    if (item?.kind === 'word' && (';:'.includes(item.text) || openers.has(item.text))) return false;
  }
  return true;
}

export const derived = ({ quantity, point }: Term, text: string): Derived => ({
  text: text.slice(quantity.start, quantity.end),
  value: point,
  unit: quantity.unit,
  from: 'draft',
});

const DIGITS = 4;
/** A computed amount to as many digits as are worth telling. */
export const amount = (value: number, unit: string, perUnit: string | null = null): Amount => ({
  value: Number(value.toPrecision(DIGITS)),
  low: null,
  high: null,
  unit,
  op: 'eq',
  perUnit,
});

export const reckoned = (agrees: boolean, computed: Amount, terms: readonly Term[], text: string): Reckoned => ({
  agrees,
  computed,
  derivation: terms.map((term) => derived(term, text)),
});
