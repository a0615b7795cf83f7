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
# passages were added, and \`passages\` shows it.
`;

/** By 'open/en'. */
export const readFloors = (): ReadonlyMap<string, Mark> =>
  new Map(Object.entries((parse(readFileSync(FILE, 'utf8')) ?? {}) as Record<string, Mark>));

export function markOf({ groups, passages }: Figures, warned: number): Mark {
  const all = groups['all']!;
  const shares: Readonly<Record<string, number | null>> = {
    found: all.extraction.recall,
    links: all.linking.both,
    verdicts: all.verdict_accuracy,
    flag_precision: all.flags.precision,
    flag_recall: all.flags.recall,
    reasons: all.flags.reason_accuracy,
  };
  const known = Object.entries(shares).flatMap(([name, share]) =>
    share === null ? [] : [[name, Math.floor(share * 100 + 1e-9) / 100] as const],
  );
  return { passages, warned, ...Object.fromEntries(known) };
}

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
  if (floor?.passages !== now.passages) return now;
  const better = Object.entries(now).map(([name, is]) => {
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
