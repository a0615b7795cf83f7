import type { TimeMention } from '../mention/mention.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { contains } from '../text/span.ts';
import type { Scene } from './scene.ts';

const LABEL = /^\s?[:：]/;

const CLAUSE_END = /[;\u2014]/;

/** Of a moment gone by, and the amount that its words close on. */
const MOMENT = 'moment';

/** Characters between an amount and the time right behind it ('$3bn in 2024'). */
const CLOSE = 6;
const isOwned = (time: TimeMention, quantity: Quantity, all: readonly Quantity[]): boolean =>
  all.some((one) => one !== quantity && time.start >= one.end && time.start - one.end <= CLOSE);

/** The period an amount speaks of: the nearest in its sentence, else of its header or heading. */
export function timeOf(
  text: string,
  quantity: Quantity,
  quantities: readonly Quantity[],
  times: readonly TimeMention[],
  scene: Scene,
  around: readonly TimeMention[],
): TimeMention | null {
  const compared = scene.qualifiers.flatMap((hit) => {
    const last = scene.items[hit.to - 1];
    return hit.value.key === MOMENT && last?.kind === 'amount' ? (quantities[last.quantity] ?? []) : [];
  });
  const here = times.filter((time) => contains(scene.span, time));
  let best: TimeMention | null = null;
  let far = Number.POSITIVE_INFINITY;
  for (const time of here) {
    // '2024: $3.7 billion' speaks of what follows
    const behind = time.start >= quantity.end;
    if (behind && LABEL.test(text.slice(time.end, time.end + 3))) continue;
    // nor what is said after a clause's end of what stood before it
    if (behind && CLAUSE_END.test(text.slice(quantity.end, time.start))) continue;
    // 'up from $3bn in 2023': the older amount's
    if (behind && compared.some((other) => other.start >= quantity.end && other.end <= time.start)) continue;
    const ahead = (quantity.start - time.end) * (isOwned(time, quantity, quantities) ? 2.4 : 1.2);
    const gap = behind ? time.start - quantity.end : ahead;
    if (gap < far) [best, far] = [time, gap];
  }
  return best ?? around[0] ?? null;
}
