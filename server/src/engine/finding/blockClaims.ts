import { newMemo } from '../claim/aside.ts';
import type { Context } from '../claim/claim.ts';
import type { Block } from '../prose/block.ts';
import type { Claim, Fix } from '../report.ts';
import { once, withLate } from '../text/late.ts';
import { arithmetic } from './arithmetic.ts';
import { assemble } from './assemble.ts';
import { fixesAt } from './fix.ts';
import { citations, sourceOf } from './fixCite.ts';
import { type JudgedBlock, type Judging, judgeBlock } from './judgeBlock.ts';
import { withReckoned } from './reckoned.ts';
import { ruleFor } from './severity.ts';

/** A claim whose spans are relative to its block. */
export interface BlockClaim {
  /** Without its fixes. */
  readonly claim: Omit<Claim, 'id'>;
  /** Makes its fixes, which cost more than the verdict; null: it has none. */
  readonly fixes: (() => readonly Fix[]) | null;
}

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
  const sums = arithmetic(block, judged, judging);
  const claims = judged.said.claims.map((draft, i): BlockClaim => {
    const verdict = judged.verdicts[i] ?? null;
    const plain = assemble(block, draft, verdict, judged.language.tag, judging.world.reference);
    const claim = withReckoned(plain, sums[i] ?? null);
    const mends = ruleFor(verdict) !== null || verdict?.kind === 'supported';
    const repair = mends ? repairs(i, block, raw, context, judged, judging) : null;
    const citable = markable && (claim.verdict === 'supported' || claim.verdict === 'disputed');
    const cite = citable ? cites(block, raw, claim) : null;
    return { claim, fixes: repair && cite ? () => [...repair(), ...cite()] : (repair ?? cite) };
  });
  return { claims, context: judged.said.context };
}

/** A memo lives as long as one reading of the draft; these may be asked for long after it. */
const repairs = (
  index: number,
  block: Block,
  raw: string,
  context: Context,
  judged: JudgedBlock,
  { world, language, writtenOn, knownAt }: Judging,
): (() => readonly Fix[]) =>
  once(() => fixesAt(index, block, raw, context, judged, { world, language, writtenOn, knownAt, memo: newMemo() }));

const cites = (block: Block, raw: string, claim: Omit<Claim, 'id'>): (() => readonly Fix[]) =>
  once(() => citations(block, raw, claim, sourceOf(claim.references)));

const placedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })),
});

/** A block's claim in the draft; its fixes are made when they are first read. */
export function placed({ claim, fixes }: BlockClaim, by: number, id: number): Claim {
  const { start, end, sentence } = claim;
  const moved = {
    id,
    ...claim,
    start: start + by,
    end: end + by,
    sentence: { start: sentence.start + by, end: sentence.end + by },
  };
  if (!fixes) return moved;
  return withLate(moved, { fixes: once(() => fixes().map((fix) => placedFix(fix, by))) });
}
