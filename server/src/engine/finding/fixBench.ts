import type { ClaimDraft } from '../claim/claim.ts';
import type { Language } from '../language/language.ts';
import type { Lexicon } from '../mention/lexicon.ts';
import type { Block } from '../prose/block.ts';
import type { Reference } from '../reference/reference.ts';
import type { Args, Edit, Fix } from '../report.ts';
import { foldChar, isHidden } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** What a fix is made of: one claim in its block. All spans are relative to the block. */
export interface Bench {
  readonly block: Block;
  /** The draft's own text of the block, of the same length as `block.text`. */
  readonly raw: string;
  /** All claims of the block, and the place of this one among them. */
  readonly claims: readonly ClaimDraft[];
  readonly index: number;
  readonly claim: ClaimDraft;
  readonly verdict: Verdict;
  readonly language: Language;
  readonly reference: Reference;
  readonly lexicon: Lexicon;
}

/** A fix before it was tried: its edits are relative to the block. */
export type Proposal = Omit<Fix, 'safe'>;

export const textArg = (text: string): Args => ({ text: { kind: 'text', text } });

const LETTER = /\p{L}|\p{M}/u;
/** Characters that Markdown may take for markup. */
const MARKUP = /[*_`[\]<>|\\&]/;

function classOf(c: string): string {
  if (LETTER.test(c)) return 'word';
  const folded = foldChar(c);
  return folded >= '0' && folded <= '9' ? 'digits' : folded;
}

/** True where a word does not go on across an offset. */
const edge = (text: string, at: number): boolean =>
  at <= 0 || at >= text.length || classOf(text.charAt(at - 1)) !== classOf(text.charAt(at));

/** The same character, or two kinds of space. */
const alike = (a: string, b: string): boolean => a === b || (foldChar(a) === ' ' && foldChar(b) === ' ');

/** True where an edit would write into one of the stretches. */
const into = (edit: Span, stretches: readonly Span[]): boolean =>
  stretches.some((one) => edit.start < one.end && one.start < edit.end);

/** True where every character of a stretch stands in the draft as it was read. */
function isPlain(bench: Bench, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [written, read] = [bench.raw.charAt(at), bench.block.text.charAt(at)];
    if (!alike(written, read)) return false;
  }
  return true;
}

/** An edit of plain prose; null where it would touch markup, code, a URL or a quotation. */
export function plainEdit(bench: Bench, start: number, end: number, text: string): Edit | null {
  const { block } = bench;
  if (MARKUP.test(text) || !isPlain(bench, start, end)) return null;
  const edit: Edit = { start, end, text };
  return into(edit, block.frozen) || into(edit, block.quoted) ? null : edit;
}

/**
 * Writes a stretch anew. 'least': only the words that differ are replaced, so that markup between the others stays;
 * 'all': the stretch as a whole where it is plain, else the words that differ.
 */
export function rewrite(bench: Bench, span: Span, text: string, extent: 'all' | 'least'): Edit | null {
  if (extent === 'all' && isPlain(bench, span.start, span.end)) return plainEdit(bench, span.start, span.end, text);
  const places: number[] = [];
  let old = '';
  for (let at = span.start; at < span.end; at++) {
    const c = bench.block.text.charAt(at);
    if (isHidden(c)) continue;
    places.push(at);
    old += c;
  }
  if (old === text) return null;
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && alike(old.charAt(head), text.charAt(head))) head++;
  while (!(edge(old, head) && edge(text, head))) head--;
  let tail = 0;
  while (tail < most - head && alike(old.charAt(old.length - tail - 1), text.charAt(text.length - tail - 1))) tail++;
  while (!(edge(old, old.length - tail) && edge(text, text.length - tail))) tail--;
  const last = old.length - tail;
  const start = places[head] ?? span.end;
  const end = last > head ? places[last - 1]! + 1 : start;
  return plainEdit(bench, start, end, text.slice(head, text.length - tail));
}

/** A word or two put into the text at an offset. */
export const insert = (bench: Bench, at: number, text: string): Edit | null => plainEdit(bench, at, at, text);

/** A text with the apostrophe that the block uses. */
export const inManner = (bench: Bench, text: string): string =>
  bench.block.text.includes('\u2019') ? text.replaceAll("'", '\u2019') : text;
