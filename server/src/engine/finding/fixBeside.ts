import type { Edit } from '../report.ts';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';
import { type Bench, inManner, insert } from './fixBench.ts';

/** So many words of the clause may stand between an amount and what is said of it. */
const REACH = 8;

/** Where the clause of an amount ends, and what follows there: a mark, another clause, or nothing. Null: not soon. */
export function clauseEnd(bench: Bench): { readonly at: number; readonly next: 'mark' | 'clause' | 'end' } | null {
  const { block, claim, claims, index, language } = bench;
  const { quantity, sentence } = claim;
  let at = quantity.end;
  let words = 0;
  for (const token of tokenize(block.text, quantity.end, sentence.end)) {
    const amount = claims.some(
      ({ quantity: other }, i) => i !== index && other.start <= token.start && token.start < other.end,
    );
    if (amount) return null;
    if (token.kind === 'mark' && !JOINING.has(token.text)) return { at, next: 'mark' };
    if (token.kind === 'word' && language.claim.clauseOpeners.has(fold(token.text))) return { at, next: 'clause' };
    if (token.kind === 'word' && ++words > REACH) return null;
    at = token.end;
  }
  return { at, next: 'end' };
}

/** Marks inside of words and names. */
const JOINING: ReadonlySet<string> = new Set(["'", '-', '/', '&', '%']);

/**
 * Words put beside an amount: where its clause ends, else in brackets right behind it. `manner`: how they stand at the
 * end of the clause.
 */
export function beside(bench: Bench, words: string, manner: 'bare' | 'comma' | 'brackets'): Edit | null {
  const text = inManner(bench, words);
  const bracketed = ` (${text})`;
  const end = clauseEnd(bench);
  if (!end) return placed(bench, bench.claim.quantity.end, bracketed);
  const open = manner === 'brackets' || (manner === 'comma' && end.next === 'clause');
  return placed(bench, end.at, open ? bracketed : manner === 'comma' ? `, ${text}` : ` ${text}`);
}

/** Not into the words of a link, nor a heading, whose anchor would change. */
function placed(bench: Bench, at: number, text: string): Edit | null {
  const { block } = bench;
  if (block.kind === 'heading' || block.links.some((link) => link.start < at && at < link.end)) return null;
  return insert(bench, at, text);
}
