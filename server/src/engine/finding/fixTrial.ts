import type { Context } from '../claim/claim.ts';
import type { Block } from '../prose/block.ts';
import type { Edit, Rule, VerdictKind } from '../report.ts';
import type { Span } from '../text/span.ts';
import { type JudgedBlock, type Judging, judgeBlock } from './judgeBlock.ts';
import { ruleFor } from './severity.ts';

/** Where an offset comes to lie; `after`: behind what is put in at that very place. */
function moved(at: number, edits: readonly Edit[], after: boolean): number {
  let by = 0;
  for (const { start, end, text } of edits) {
    if (end < at || (end === at && (after || start < end))) by += text.length - (end - start);
    else if (start < at) return start + by + (after ? text.length : 0);
  }
  return at + by;
}

/** The block as its reading would be after edits of plain prose, in order and apart. */
function edited(block: Block, edits: readonly Edit[]): Block {
  let text = '';
  let from = 0;
  for (const edit of edits) {
    text += block.text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  text += block.text.slice(from);
  const put = <S extends Span>(span: S): S => ({
    ...span,
    start: moved(span.start, edits, false),
    end: moved(span.end, edits, true),
  });
  return {
    ...block,
    text,
    end: block.start + text.length,
    sentences: block.sentences.map(put),
    quoted: block.quoted.map(put),
    links: block.links.map(put),
    frozen: block.frozen.map(put),
  };
}

const told = (judged: JudgedBlock, rule: Rule): number =>
  judged.verdicts.filter((verdict) => ruleFor(verdict) === rule).length;

/**
 * Judges the block again as edits would leave it. The claim's new verdict, or null where its finding stays or another
 * of any rule comes up. A claim without a finding keeps its verdict, or the answer is null.
 */
export function tryEdits(
  block: Block,
  context: Context,
  before: JudgedBlock,
  index: number,
  edits: readonly Edit[],
  judging: Judging,
): VerdictKind | null {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const first = before.verdicts[index] ?? null;
  const rule = ruleFor(first);
  const after = judgeBlock(edited(block, ordered), context, judging);
  if (!after || !first) return null;
  const old = before.said.claims[index]!.quantity;
  const start = moved(old.start, ordered, false);
  const end = moved(old.end, ordered, true);
  const at = after.said.claims.findIndex(({ quantity }) => quantity.start < end && start < quantity.end);
  const last = after.verdicts[at] ?? null;
  if (at < 0 || (rule ? ruleFor(last) === rule : last?.kind !== first.kind)) return null;
  const rules = new Set([...before.verdicts, ...after.verdicts].map(ruleFor).filter((one) => one !== null));
  for (const one of rules) if (told(after, one) > told(before, one) - (one === rule ? 1 : 0)) return null;
  return last?.kind ?? 'no_reference';
}
