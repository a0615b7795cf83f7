import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Figures } from '../../server/src/eval/figures.ts';
import { folder } from './read.ts';

/** What one half reaches, or must reach, in one language. Shares are of 1. */
export interface Mark {
  readonly passages: number;
  /** Passages that call for silence and got a warning. */
  readonly warned: number;
  readonly [share: string]: number;
}

const FILE = `${folder}floors.yaml`;
const HEAD = `# The least that test/corpus.test.ts accepts, by half and language: shares of 1, and in \`warned\` how many passages that
# call for silence may get a warning. Shares only go up and \`warned\` only goes down: what breaks one is mended in the
# checker. \`UPDATE=1 npx vitest run test/corpus.test.ts\` raises what has been surpassed; it measures anew only where
# passages were added, and \`passages\` shows it. A floor lies 2 to 7 points below what was measured, and there is none
# where fewer than 20 figures would decide.
`;

/** By 'open/en'. */
export const readFloors = (): ReadonlyMap<string, Mark> =>
  new Map(Object.entries((parse(readFileSync(FILE, 'utf8')) ?? {}) as Record<string, Mark>));

/** Shares of fewer than so many say nothing; a floor lies at least `GRACE` below what is measured, on a full step. */
const FEWEST = 20;
const GRACE = 0.02;
const STEPS = 20;

export function markOf({ groups, passages }: Figures, warned: number): Mark {
  const all = groups['all']!;
  const { linking, extraction, flags } = all;
  const shares: Readonly<Record<string, readonly [share: number | null, of: number]>> = {
    found: [extraction.recall, all.gold],
    links: [linking.both, linking.n],
    verdicts: [all.verdict_accuracy, linking.n],
    flag_precision: [flags.precision, flags.true + flags.false],
    flag_recall: [flags.recall, flags.gold],
    reasons: [flags.reason_accuracy, flags.true],
  };
  const known = Object.entries(shares).flatMap(([name, [share, of]]) =>
    share === null || of < FEWEST ? [] : [[name, Math.round(share * 1000) / 1000] as const],
  );
  return { passages, warned, ...Object.fromEntries(known) };
}

const isShare = (name: string): boolean => name !== 'passages' && name !== 'warned';

/** The floors that a measurement gives. */
export const floorOf = (now: Mark): Mark => {
  const lower = (share: number): number => Math.max(0, Math.floor((share - GRACE) * STEPS + 1e-9) / STEPS);
  return Object.fromEntries(
    Object.entries(now).map(([name, is]) => [name, isShare(name) ? lower(is) : is]),
  ) as unknown as Mark;
};

/** What falls short of a floor, in words. */
export function shortfalls(now: Mark, floor: Mark): string[] {
  return Object.entries(floor).flatMap(([name, least]) => {
    const is = now[name] ?? 0;
    if (name === 'passages') return is === least ? [] : [`${is} passages, ${least} when the floors were written`];
    if (name === 'warned') return is <= least ? [] : [`warned: ${is}, at most ${least}`];
    return is >= least ? [] : [`${name}: ${is}, at least ${least}`];
  });
}

/** The better of both, mark by mark; of another set of passages, what is measured now. */
export function raised(floor: Mark | undefined, now: Mark): Mark {
  const given = floorOf(now);
  if (floor?.passages !== now.passages) return given;
  const better = Object.entries(given).map(([name, is]) => {
    const was = floor[name] ?? is;
    return [name, name === 'warned' ? Math.min(was, is) : Math.max(was, is)] as const;
  });
  return Object.fromEntries(better) as unknown as Mark;
}

export function writeFloors(marks: ReadonlyMap<string, Mark>): void {
  const line = (mark: Mark): string =>
    Object.entries(mark)
      .map(([name, n]) => `${name}: ${n}`)
      .join(', ');
  writeFileSync(FILE, HEAD + [...marks].map(([key, mark]) => `${key}: { ${line(mark)} }\n`).join(''));
}
