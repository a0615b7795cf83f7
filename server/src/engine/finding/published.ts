import type { BlockClaims } from '../claim/block.ts';
import { middle } from '../evidence/interval.ts';
import { scopeFit } from '../evidence/scope.ts';
import { kinOf } from '../reference/kin.ts';
import type { Figure } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Derived, Reckoned } from '../report.ts';
import type { Court } from '../verdict/court.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { amount, type Bench, isAsserted, statedOf, type Term } from './bench.ts';
import { agreesWith, sayable } from './proportion.ts';
import { refOfFigure } from './refs.ts';

/** A factor or change that published figures bear out. They never contradict one: too many things may be meant. */
export type Published = Reckoned;

/** So plainly must a metric be spoken of beside the claim. */
const SPOKEN = 0.5;
/** With more values than these, one would fit by chance. */
const MOST = 4;
const MANY = 40;

/** One end of a proportion: an amount of the draft or a published figure. */
interface End {
  readonly point: number;
  readonly unit: string;
  readonly qualifiers: string | null;
  readonly figure: Figure | null;
  readonly term: Term | null;
}

const scope = (figure: Figure): string =>
  JSON.stringify(Object.entries(figure.qualifiers).sort(([a], [b]) => (a < b ? -1 : 1)));

const usable = (figure: Figure, { reference, knownAt }: Court): boolean =>
  figure.flag === null &&
  !figure.unverified &&
  figure.rank !== 'deprecated' &&
  figure.published <= knownAt &&
  figure.asOf <= knownAt &&
  !reference.supersededBy.has(figure.id);

const endOf = (figure: Figure): End[] => {
  const point = middle(figure);
  return point === null ? [] : [{ point, unit: figure.unit, qualifiers: scope(figure), figure, term: null }];
};

/** Published values of a subject, its own before those of its variants. */
function endsOf(subject: string, metric: string, court: Court): End[] {
  for (const kin of ['self', 'child', 'parent'] as const) {
    const found = kinOf(subject, court.reference)
      .filter((one) => one.kin === kin)
      .flatMap(({ id }) => court.reference.bySubject.get(id)?.get(metric) ?? [])
      .filter((figure) => usable(figure, court));
    if (found.length > 0) return found.slice(0, MANY).flatMap(endOf);
  }
  return [];
}

/** What is compared alike: the same unit and, of two figures, the same conditions. */
const comparable = (a: End, b: End): boolean =>
  a.unit === b.unit && (a.qualifiers === null || b.qualifiers === null || a.qualifiers === b.qualifiers) && b.point > 0;

/** The first pair that bears the claim out, unless the pairs say too many different things. */
function borneOut(
  term: Term,
  pairs: readonly (readonly [End, End])[],
  bench: Bench,
  reference: Reference,
): Published | null {
  const values = new Set(pairs.map(([a, b]) => (a.point / b.point).toPrecision(2)));
  if (values.size > MOST) return null;
  const pair = pairs.find(([a, b]) => agreesWith(statedOf(term), a.point / b.point));
  if (!pair) return null;
  const [a, b] = pair;
  return {
    agrees: true,
    computed: amount(sayable(statedOf(term), a.point / b.point), term.quantity.unit),
    derivation: pair.map((end) => derivedOf(end, bench, reference)),
    figures: pair.flatMap(({ figure }) => (figure ? [refOfFigure(figure, 'agrees', reference)] : [])),
  };
}

function derivedOf({ term, figure, point, unit }: End, { text }: Bench, reference: Reference): Derived {
  if (term) return { text: text.slice(term.quantity.start, term.quantity.end), value: point, unit, from: 'draft' };
  const name = reference.subjects.get(figure?.subject ?? '')?.name ?? '';
  return { text: name, value: point, unit, from: figure?.id ?? '' };
}

/** Who else the sentence names, if it is one: what the claim compares with. */
function comparand(subject: string, bench: Bench, said: BlockClaims, reference: Reference): string | null {
  const kin = new Set(kinOf(subject, reference).map(({ id }) => id));
  const mine = reference.subjects.get(subject);
  const others = new Set<string>();
  for (const item of bench.scene.items) {
    const mention = item.kind === 'name' ? said.mentions[item.mention] : undefined;
    const id = mention?.subjects[0];
    if (!mention || mention.unknown || !id || mention.subjects.length > 1 || kin.has(id) || mine?.vendor === id)
      continue;
    const other = reference.subjects.get(id);
    const isMaker = other?.kind === COMPANY && mine?.kind !== COMPANY;
    if (!isMaker) others.add(id);
  }
  return others.size === 1 ? [...others][0]! : null;
}
const COMPANY = 'company';

/** 'R1 is N times cheaper than o1': the figures of both under what the sentence speaks of. */
function besideAnother(term: Term, bench: Bench, said: BlockClaims, court: Court): Published | null {
  const best = term.draft.readings[0];
  if (!best || best.group) return null;
  const other = comparand(best.subject, bench, said, court.reference);
  if (!other) return null;
  const metrics = [...term.draft.spoken].filter(([id, score]) => score >= SPOKEN && court.reference.metrics.has(id));
  for (const [metric] of metrics.sort(([, a], [, b]) => b - a).slice(0, 3)) {
    const own: End[] = bench.terms
      .filter((one) => one !== term && one.draft.readings[0]?.metric === metric)
      .filter((one) => one.draft.readings[0]?.subject === best.subject && isAsserted(one) && !one.wrong)
      .map((one) => ({ point: one.point, unit: one.quantity.unit, qualifiers: null, figure: null, term: one }));
    const mine = own.length > 0 ? own : endsOf(best.subject, metric, court);
    const theirs = endsOf(other, metric, court);
    const pairs = mine.flatMap((a) => theirs.filter((b) => comparable(a, b)).map((b) => [a, b] as const));
    const found = borneOut(term, pairs, bench, court.reference);
    if (found) return found;
  }
  return null;
}

const QUARTER = /Q([1-4])/;

/** The periods that one is compared with: the year before, and of a quarter the quarter before. */
function periodsBefore(period: string): string[] {
  const year = /\d{4}/.exec(period)?.[0];
  if (!year) return [];
  const back = (text: string): string => text.replace(year, String(Number(year) - 1));
  const quarter = Number(QUARTER.exec(period)?.[1] ?? 0);
  if (quarter === 0) return [back(period)];
  const before = quarter > 1 ? period : back(period);
  return [back(period), before.replace(QUARTER, `Q${quarter > 1 ? quarter - 1 : 4}`)];
}

/** '$57 billion, 62 % more than a year before': the published figure of the period before. */
function besideBefore(term: Term, bench: Bench, verdicts: readonly (Verdict | null)[], court: Court): Published | null {
  const { reference } = court;
  const near = bench.terms.filter((one) => one !== term && verdicts[one.claim]?.kind === 'supported');
  near.sort((a, b) => Math.abs(a.at - term.at) - Math.abs(b.at - term.at));
  for (const one of near.slice(0, 2)) {
    const figure = verdicts[one.claim]?.agrees[0]?.figure;
    if (!figure?.period || reference.metrics.get(figure.metric)?.time !== 'flow') continue;
    const before = periodsBefore(figure.period);
    const earlier = (reference.bySubject.get(figure.subject)?.get(figure.metric) ?? []).filter(
      (other) =>
        before.includes(other.period ?? '') &&
        usable(other, court) &&
        scopeFit(other.qualifiers, figure, reference) !== 'other',
    );
    const pairs = endOf(figure).flatMap((a) =>
      earlier
        .flatMap(endOf)
        .filter((b) => a.unit === b.unit && b.point > 0)
        .map((b) => [a, b] as const),
    );
    const found = borneOut(term, pairs, bench, reference);
    if (found) return found;
  }
  return null;
}

/** What published figures say of a factor or change; null where they do not bear it out. */
export function publishedOf(
  term: Term,
  bench: Bench,
  said: BlockClaims,
  verdicts: readonly (Verdict | null)[],
  court: Court,
): Published | null {
  if (term.draft.polarity !== 'asserted') return null;
  return besideBefore(term, bench, verdicts, court) ?? besideAnother(term, bench, said, court);
}
