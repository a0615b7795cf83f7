import type { UnitOf } from './beside.ts';
import { distance, type Scene } from './scene.ts';

const ANCHORED = 2.2;
const NEAR = 1.9;
const HEADER = 2;
/** A cue of several words says more than one of its words. */
const LONGER = 0.2;
/** A noun right before its amount ('a valuation of', 'TDP:'). */
const BESIDE = 0.6;
const BESIDE_ITEMS = 2;
const NEXTS = 0.4;
const NEXT_ITEMS = 3;
const EARLIER = 0.9;
const CROSSED = 0.45;
/** Of the same unit, the word is rather the one's next to it: '671 billion, of which 37 billion are active'. */
const CROSSED_ALIKE = 1.5;
/** The unit of a number without one: it may be anything's. */
const BARE = 'number';
const CARRIED = 0.8;
const LED = 1.7;
const OWN = 0.9;
const HANDED = 1.8;

const OPENING = '(';

/** What other amounts in a cue's stretch cost it. */
function crossed(
  scene: Scene,
  { from, to }: { readonly from: number; readonly to: number },
  at: number,
  unitOf: UnitOf,
): number {
  const mine = scene.items[at];
  const unit = mine?.kind === 'amount' ? unitOf(mine.quantity) : '';
  let cost = 0;
  for (let i = from; i < to; i++) {
    const item = scene.items[i];
    if (i === at || item?.kind !== 'amount') continue;
    // said again in brackets
    const before = scene.items[i - 1];
    if (i > at && before?.kind === 'word' && before.text === OPENING) continue;
    cost += i > at && [unit, BARE].includes(unitOf(item.quantity)) ? CROSSED_ALIKE : CROSSED;
  }
  return cost;
}

/** A noun behind this amount and right before another one is the other's: '$1.6bn, with running costs near $944m'. */
function isNexts(scene: Scene, hit: { readonly from: number; readonly to: number }, at: number): boolean {
  if (hit.from <= at) return false;
  const between = scene.items.slice(at + 1, hit.from);
  if (between.some((item) => item.kind === 'amount')) return true;
  const next = scene.items.slice(hit.to, hit.to + NEXT_ITEMS + 1).findIndex((item) => item.kind === 'amount');
  return next >= 0 && next < hit.from - at;
}

/** A like amount stands between this one and the words behind it: they are that one's ('671B in all, 37B of them active'). */
function isAnothers(
  scene: Scene,
  hit: { readonly from: number; readonly to: number },
  at: number,
  unitOf: (quantity: number) => string,
): boolean {
  const mine = scene.items[at];
  if (hit.from < at) return false;
  // a word of another clause is not this amount's, but for one that tells of it ('$2bn which it put into servers')
  if (scene.items.slice(at + 2, hit.to - 1).some((item) => item.kind === 'word' && scene.openers.has(item.text)))
    return true;
  return scene.items
    .slice(hit.from, hit.to)
    .some(
      (item) =>
        item !== mine &&
        item.kind === 'amount' &&
        mine?.kind === 'amount' &&
        unitOf(item.quantity) === unitOf(mine.quantity),
    );
}

/** Cues found in the texts around a block, each metric with its best weight. */
export type CueWeights = ReadonlyMap<string, number>;

/** How plainly each metric is spoken of beside the amount at item `at`. */
export function metricScores(
  scenes: readonly Scene[],
  index: number,
  at: number,
  header: CueWeights,
  heading: CueWeights,
  carried: readonly string[],
  led: readonly string[],
  fits: ReadonlySet<string>,
  inner: CueWeights,
  unitOf: UnitOf,
): Map<string, number> {
  const scene = scenes[index]!;
  const amount = scene.items[at];
  const scores = new Map<string, number[]>();
  const add = (metric: string, score: number): void => {
    const list = scores.get(metric);
    if (list) list.push(score);
    else scores.set(metric, [score]);
  };
  for (const hit of scene.cues) {
    const { metric, weight } = hit.value;
    if (hit.amount !== null) {
      if (amount?.kind === 'amount' && hit.amount === amount.quantity && !isAnothers(scene, hit, at, unitOf))
        add(metric, (ANCHORED - crossed(scene, hit, at, unitOf)) * weight - 0.04 * (hit.to - hit.from));
      continue;
    }
    const owed = isNexts(scene, hit, at) ? NEXTS : 0;
    const inside = hit.from <= at && at < hit.to;
    const far = inside ? 0 : Math.min(distance(scene, hit.from, at), distance(scene, hit.to - 1, at));
    const beside = hit.to <= at && at - hit.to <= BESIDE_ITEMS ? BESIDE : 0;
    const longer = LONGER * (hit.to - hit.from - 1);
    add(metric, (Math.max(0.3, NEAR - Math.min(1.3, far)) + beside + longer - owed) * weight);
  }
  for (const [metric, weight] of inner) add(metric, ANCHORED * weight);
  for (const [metric, weight] of header) add(metric, HEADER * weight);
  // a sentence without a word of its own goes on with what was spoken of
  const spoken = [...scores].some(([metric, list]) => fits.has(metric) && list.some((score) => score >= OWN));
  const handed = spoken ? 1 : HANDED;
  for (const [metric, weight] of heading) add(metric, 0.6 * weight * handed);
  if (!spoken) for (const metric of led) add(metric, LED);
  if (index === 0) for (const metric of carried) add(metric, CARRIED * handed);
  for (let back = 1; back <= 3 && index - back >= 0; back++) {
    const seen = new Set<string>();
    for (const hit of scenes[index - back]!.cues) {
      if (seen.has(hit.value.metric)) continue;
      seen.add(hit.value.metric);
      add(hit.value.metric, (EARLIER - 0.2 * (back - 1)) * hit.value.weight * handed);
    }
  }
  const out = new Map<string, number>();
  for (const [metric, list] of scores) {
    list.sort((a, b) => b - a);
    out.set(metric, list[0]! + 0.25 * (list[1] ?? 0) + 0.1 * (list[2] ?? 0));
  }
  return out;
}
