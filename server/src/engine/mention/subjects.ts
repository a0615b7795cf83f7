import type { Reference } from '../reference/reference.ts';
import type { Span } from '../text/span.ts';
import { overlaps } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Lexicon, NameEntry } from './lexicon.ts';
import type { SubjectMention } from './mention.ts';
import { isPlural, type Piece, pieces } from './pieces.ts';
import { matchTrie } from './trie.ts';

const VERSIONED: ReadonlySet<string> = new Set(['model', 'family', 'product', 'service', 'chip', 'system', 'site']);
const MODELS: ReadonlySet<string> = new Set(['model', 'family', 'product']);
const isDigits = (piece: Piece | undefined): boolean => piece !== undefined && piece.text >= '0' && piece.text < ':';

/** True where the name goes on beyond the match: 'GPT-4' inside 'GPT-4o' or 'GPT-4.5'. */
function goesOn(list: readonly Piece[], end: number, tokens: readonly Token[]): boolean {
  const last = list[end - 1]!;
  const next = list[end];
  if (!next) return false;
  if (next.token === last.token) {
    const plural = next.text === 's' || next.text === 'x';
    return !(plural && list[end + 1]?.token !== last.token);
  }
  if (next.text === '.' && next.joined && isDigits(list[end + 1]) && list[end + 1]!.joined) return isDigits(last);
  // 'Claude 3-5', 'GPT-4-1106': joined by a hyphen to digits
  return (
    isDigits(next) &&
    next.joined &&
    next.token === last.token + 2 &&
    tokens[last.token + 1]?.text === '-' &&
    isDigits(last)
  );
}

/** Names of the reference in a block, longest first, never overlapping. Linear in the block. */
export function readSubjects(
  tokens: readonly Token[],
  amounts: readonly Span[],
  nearby: ReadonlySet<string>,
  lexicon: Lexicon,
  reference: Reference,
): SubjectMention[] {
  const list = pieces(tokens);
  const mentions: SubjectMention[] = [];
  const inAmount = (span: Span): boolean => amounts.some((amount) => overlaps(amount, span));
  let at = 0;
  while (at < list.length) {
    const piece = list[at]!;
    const token = tokens[piece.token]!;
    if (piece.start !== token.start || !lexicon.names.next.has(piece.text)) {
      at++;
      continue;
    }
    let next = at + 1;
    let unknown: SubjectMention | null = null;
    for (const { end, values } of matchTrie(lexicon.names, (i) => list[i]?.text, at)) {
      if (end === at) continue;
      const plural = list[end]?.token === list[end - 1]!.token ? 1 : 0;
      const span = { start: piece.start, end: list[end - 1 + plural]!.end };
      if (goesOn(list, end, tokens)) {
        const tail = list[end]!;
        const longer = { start: span.start, end: Math.max(span.end, tail.end) };
        unknown ??= { ...longer, subjects: [], kind: 'other', weak: false, unknown: true };
        continue;
      }
      const fit = values.filter(
        (entry) =>
          isNear(entry, nearby) &&
          (!(entry.near || entry.ordinary) || !entry.capital || token.capital) &&
          (!entry.plural || isPlural(tokens[list[end - 1]!.token]!.text)),
      );
      if (fit.length === 0) continue;
      const meant = nearest(fit, tokens, piece.token);
      const subjects = narrow([...new Set(meant.map((entry) => entry.subject))], reference);
      const kind = reference.subjects.get(subjects[0]!)?.kind ?? 'other';
      const after = list[end + plural];
      const numbered =
        VERSIONED.has(kind) &&
        after &&
        isDigits(after) &&
        after.text.length < 4 &&
        !isDigits(list[end - 1]) &&
        tokens[after.token]?.start === after.start &&
        !inAmount(after) &&
        after.token - list[end - 1]!.token <= 2;
      const another =
        MODELS.has(kind) &&
        after &&
        isDigits(list[end - 1]) &&
        lexicon.variants.has(after.text) &&
        after.token - list[end - 1]!.token <= 2;
      mentions.push(
        after && (numbered || another)
          ? { start: span.start, end: after.end, subjects: [], kind: 'other', weak: false, unknown: true }
          : { ...span, subjects, kind, weak: fit.every((entry) => entry.near !== null), unknown: false },
      );
      next = end + plural;
      unknown = null;
      break;
    }
    if (unknown) {
      mentions.push(unknown);
      while (next < list.length && list[next]!.start < unknown.end) next++;
    }
    at = next;
  }
  return mentions;
}

const isNear = (entry: NameEntry, nearby: ReadonlySet<string>): boolean => {
  if (!entry.near) return true;
  for (const word of entry.near) if (nearby.has(word)) return true;
  return false;
};

/** How far around an ambiguous name the words that decide are looked for, in tokens. */
const AROUND = 40;

/** Of several that a name may mean, those whose words stand closest to it; all of them where none does. */
function nearest(fit: readonly NameEntry[], tokens: readonly Token[], at: number): readonly NameEntry[] {
  if (new Set(fit.map((entry) => entry.subject)).size < 2) return fit;
  const isOf = (entry: NameEntry, text: string | undefined): boolean =>
    text !== undefined && entry.near?.has(text) === true;
  for (let far = 1; far <= AROUND; far++) {
    const here = fit.filter((entry) => isOf(entry, tokens[at - far]?.text) || isOf(entry, tokens[at + far]?.text));
    if (here.length > 0) return here;
  }
  return fit;
}

/** Where one candidate is the parent of the others, the name means it. */
function narrow(ids: readonly string[], reference: Reference): readonly string[] {
  if (ids.length < 2) return ids;
  const parents = ids.filter((id) => ids.some((other) => other !== id && isAncestor(id, other, reference)));
  return parents.length === 1 ? parents : ids;
}

export function isAncestor(id: string, of: string, reference: Reference): boolean {
  let step = reference.subjects.get(of)?.parent;
  for (let depth = 0; step && depth < 8; depth++) {
    if (step === id) return true;
    step = reference.subjects.get(step)?.parent;
  }
  return false;
}
