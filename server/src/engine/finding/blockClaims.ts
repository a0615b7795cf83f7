import type { Context } from '../claim/claim.ts';
import type { Block } from '../prose/block.ts';
import type { Claim, Fix } from '../report.ts';
import { arithmetic } from './arithmetic.ts';
import { assemble } from './assemble.ts';
import { fixesOf } from './fix.ts';
import { citations, sourceOf } from './fixCite.ts';
import { type Judging, judgeBlock } from './judgeBlock.ts';
import { withReckoned } from './reckoned.ts';

/** A claim whose spans are relative to its block. */
export type BlockClaim = Omit<Claim, 'id'>;

/** All that one block gives to the report, and what it leaves to the next. */
export interface ReadBlock {
  readonly claims: readonly BlockClaim[];
  readonly context: Context;
}

/**
 * Reads and judges one block; null where its language is not known. `raw`: the draft's own text of it. `markable`:
 * Markdown put into the draft is read as such.
 */
export function blockClaims(
  block: Block,
  raw: string,
  context: Context,
  judging: Judging,
  markable: boolean,
): ReadBlock | null {
  const judged = judgeBlock(block, context, judging);
  if (!judged) return null;
  const fixes = fixesOf(block, raw, context, judged, judging);
  const sums = arithmetic(block, judged, judging);
  const claims = judged.said.claims.map((draft, i) => {
    const verdict = judged.verdicts[i] ?? null;
    const plain = assemble(block, draft, verdict, judged.language.tag, judging.world.reference);
    const claim = withReckoned(plain, sums[i] ?? null);
    const citable = markable && (claim.verdict === 'supported' || claim.verdict === 'disputed');
    const cites = citable ? citations(block, raw, claim, sourceOf(claim.references)) : [];
    return { ...claim, fixes: [...(fixes[i] ?? []), ...cites] };
  });
  return { claims, context: judged.said.context };
}

const placedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })),
});

/** A block's claim in the draft. */
export function placed(claim: BlockClaim, by: number, id: number): Claim {
  const { start, end, sentence, fixes } = claim;
  return {
    id,
    ...claim,
    start: start + by,
    end: end + by,
    sentence: { start: sentence.start + by, end: sentence.end + by },
    fixes: fixes.length > 0 ? fixes.map((fix) => placedFix(fix, by)) : fixes,
  };
}
