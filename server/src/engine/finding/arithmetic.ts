import type { Block } from '../prose/block.ts';
import type { Reckoned } from '../report.ts';
import type { Span } from '../text/span.ts';
import { agedRatio } from './aged.ts';
import { type Bench, benchOf } from './bench.ts';
import type { JudgedBlock, Judging } from './judgeBlock.ts';
import { publishedOf } from './published.ts';
import { isRelative, relativeOf } from './relative.ts';
import { sumsOf } from './sums.ts';

const RELATIVE: ReadonlySet<string> = new Set(['ratio', 'percent']);

/** What the amounts of a block give for each of its claims; null where they settle nothing. Linear in the block. */
export function arithmetic(
  block: Block,
  judged: JudgedBlock,
  { world, knownAt, writtenOn }: Judging,
): readonly (Reckoned | null)[] {
  const { said, verdicts, language } = judged;
  const out = said.claims.map((): Reckoned | null => null);
  if (!said.claims.some(({ quantity }) => RELATIVE.has(quantity.unit)) && said.claims.length < 2) return out;
  const court = {
    reference: world.reference,
    knownAt,
    writtenOn,
    named: said.named,
    decimal: language.quantity.decimal,
  };
  const cues = world.lexicon.cues.get(language.tag)?.sums;
  const members = new Map<Span, number[]>();
  said.claims.forEach(({ sentence }, i) => {
    const list = members.get(sentence);
    if (list) list.push(i);
    else members.set(sentence, [i]);
  });
  let before: Bench | null = null;
  for (const scene of said.scenes) {
    const bench = benchOf(
      block.text,
      scene,
      said.claims,
      members.get(scene.span) ?? [],
      verdicts,
      cues,
      language.claim.clauseOpeners,
    );
    if (bench) {
      for (const term of bench.terms)
        if (isRelative(term))
          out[term.claim] =
            agedRatio(term, bench, said, court) ??
            relativeOf(term, bench, before) ??
            publishedOf(term, bench, said, verdicts, court);
      for (const [term, sum] of sumsOf(bench)) out[term.claim] ??= sum;
    }
    before = bench;
  }
  return out;
}
