import { overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { SubjectMention } from './mention.ts';

/** A name has so many tokens at most: 'MT-NLG 2 XL'. */
const LONGEST = 6;

/**
 * Names nobody here knows that open a line and have a bracket behind them ('Galactica (120B) took …'): what follows is
 * theirs, not that of whoever was spoken of before.
 */
export function strangers(
  tokens: readonly Token[],
  sentences: readonly Span[],
  known: readonly SubjectMention[],
): SubjectMention[] {
  const out: SubjectMention[] = [];
  let at = 0;
  for (const sentence of sentences) {
    while (at < tokens.length && tokens[at]!.start < sentence.start) at++;
    const end = nameEnd(tokens, at);
    if (end === null) continue;
    const span = { start: tokens[at]!.start, end: tokens[end - 1]!.end };
    if (!known.some((mention) => overlaps(mention, span)))
      out.push({ ...span, subjects: [], kind: 'other', weak: false, unknown: true });
  }
  return out;
}

/** Token behind a name that starts here and that a bracket with a number, or a number of its own, tells for one. */
function nameEnd(tokens: readonly Token[], from: number): number | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || !first.capital) return null;
  let coded = false;
  let at = from + 1;
  for (; at < tokens.length && at - from < LONGEST; at++) {
    const token = tokens[at]!;
    if (token.text === '(') break;
    if (token.kind === 'digits') coded = true;
    else if (token.text !== '-' && !token.capital) return null;
  }
  const inside = tokens[at + 1];
  return tokens[at]?.text === '(' && (coded || inside?.kind === 'digits') ? at : null;
}
