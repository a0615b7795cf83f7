import type { Lexicon } from '../mention/lexicon.ts';
import type { Block } from '../prose/block.ts';
import type { Reckoned } from '../report.ts';
import { type Bench, benchOf } from './bench.ts';
import type { JudgedBlock } from './judgeBlock.ts';
import { isRelative, relativeOf } from './relative.ts';
import { sumsOf } from './sums.ts';

/** What the amounts of a block give for each of its claims; null where they settle nothing. Linear in the block. */
export function arithmetic(block: Block, judged: JudgedBlock, lexicon: Lexicon): readonly (Reckoned | null)[] {
  const { said, verdicts, language } = judged;
  const out = said.claims.map((): Reckoned | null => null);
  if (said.claims.length < 2) return out;
  const cues = lexicon.cues.get(language.tag)?.sums;
  let before: Bench | null = null;
  for (const scene of said.scenes) {
    const bench = benchOf(block.text, scene, said.claims, verdicts, cues, language.claim.clauseOpeners);
    if (bench) {
      for (const term of bench.terms) if (isRelative(term)) out[term.claim] = relativeOf(term, bench, before);
      for (const [term, sum] of sumsOf(bench)) out[term.claim] ??= sum;
    }
    before = bench;
  }
  return out;
}
