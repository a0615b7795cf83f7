import type { BlockClaims } from '../claim/block.ts';
import { middle } from '../evidence/interval.ts';
import { daysBetween } from '../evidence/period.ts';
import { kinOf } from '../reference/kin.ts';
import type { Figure } from '../reference/model.ts';
import type { Reference } from '../reference/reference.ts';
import type { Reckoned } from '../report.ts';
import type { Court } from '../verdict/court.ts';
import { amount, type Bench, statedOf, type Term } from './bench.ts';
import { agreesWith } from './proportion.ts';
import { refOfFigure } from './refs.ts';

const RATIO = 'ratio';
const SPOKEN = 0.5;
/** Figures so many days apart are of one time. */
const SAME_TIME = 200;
/** What the newest figures give is this many times another factor: no rounding, no other way of counting. */
const ANOTHER = 2;
const MOST = 12;

/** Figures of the thing itself or of its variants that hold without a condition, newest first. */
function generalOf(subject: string, metric: string, { reference, knownAt }: Court): Figure[] {
  return kinOf(subject, reference)
    .filter((one) => one.kin !== 'parent')
    .flatMap(({ id }) => reference.bySubject.get(id)?.get(metric) ?? [])
    .filter(
      (figure) =>
        figure.flag === null &&
        !figure.unverified &&
        figure.published <= knownAt &&
        Object.keys(figure.qualifiers).length === 0 &&
        (middle(figure) ?? 0) > 0,
    )
    .sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

const factorOf = (a: Figure, b: Figure): number => {
  const ratio = (middle(a) ?? 0) / (middle(b) ?? 1);
  return ratio < 1 ? 1 / ratio : ratio;
};

/** The two that the sentence compares: its names, else the one it goes on about and its only name. */
function comparedOf(term: Term, bench: Bench, said: BlockClaims): string[] {
  const ids = new Set<string>();
  for (const item of bench.scene.items) {
    const mention = item.kind === 'name' ? said.mentions[item.mention] : undefined;
    if (mention && !mention.unknown && mention.subjects.length === 1) ids.add(mention.subjects[0]!);
  }
  for (const reading of term.draft.readings.slice(0, 3)) ids.add(reading.subject);
  return [...ids];
}

function pairOf(metric: string, ids: readonly string[], court: Court): (readonly [Figure[], Figure[]])[] {
  const known = ids.map((id) => generalOf(id, metric, court)).filter((list) => list.length > 0);
  const distinct = known.filter((list, i) => known.findIndex((other) => other[0] === list[0]) === i);
  return distinct.length === 2 ? [[distinct[0]!, distinct[1]!]] : [];
}

/** A factor that older figures of two things gave, and that the newest clearly no longer give; else null. */
export function agedRatio(term: Term, bench: Bench, said: BlockClaims, court: Court): Reckoned | null {
  const { quantity, draft } = term;
  if (
    quantity.unit !== RATIO ||
    quantity.perUnit !== null ||
    draft.polarity !== 'asserted' ||
    (draft.time && !draft.time.relative)
  )
    return null;
  const { reference } = court;
  const ids = comparedOf(term, bench, said);
  const stated = statedOf(term);
  const metrics = [...draft.spoken].filter(([id, score]) => score >= SPOKEN && isAgeing(id, reference));
  for (const [metric] of metrics.sort(([, a], [, b]) => b - a).slice(0, 3)) {
    for (const [a, b] of pairOf(metric, ids, court)) {
      const recent = (list: readonly Figure[]): Figure[] =>
        list.filter((one) => Math.abs(daysBetween(one.asOf, list[0]!.asOf)) <= SAME_TIME);
      const now = recent(a).flatMap((one) => recent(b).map((other) => [one, other] as const));
      const clear = now.every(([one, other]) => {
        const factor = factorOf(one, other);
        return term.room.low > factor * ANOTHER || term.room.high < factor / ANOTHER;
      });
      if (!clear) continue;
      const once = a
        .flatMap((one) => b.map((other) => [one, other] as const))
        .find(([one, other]) => [factorOf(one, other), 1 / factorOf(one, other)].some((f) => agreesWith(stated, f)));
      const [today] = now;
      if (!once || !today) continue;
      return {
        agrees: false,
        aged: true,
        computed: amount(Number(factorOf(...today).toPrecision(2)), RATIO),
        derivation: today.map((figure) => ({
          text: reference.subjects.get(figure.subject)?.name ?? figure.subject,
          value: middle(figure) ?? 0,
          unit: figure.unit,
          from: figure.id,
        })),
        figures: [
          ...today.map((figure) => refOfFigure(figure, 'differs', reference)),
          ...once
            .filter((figure) => !today.includes(figure))
            .map((figure) => refOfFigure(figure, 'superseded', reference)),
        ],
      };
    }
  }
  return null;
}

const isAgeing = (metric: string, { metrics }: Reference): boolean => {
  const one = metrics.get(metric);
  return !!one && one.time === 'stock' && (one.latest === true || one.shelfLife !== null);
};
