import { foldChar, isHidden } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** Opening mark -> marks that close it. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['\u201C', '\u201D'],
  ['\u201E', '\u201C\u201D\u201F'],
  ['\u00AB', '\u00BB'],
  ['\u00BB', '\u00AB'],
  ['\u2039', '\u203A'],
  ['"', '"'],
  ['\u2018', '\u2019'],
  ['\u201A', '\u2018\u2019'],
  ["'", "'"],
  ['\u300C', '\u300D'],
  ['\u300E', '\u300F'],
]);
const SINGLE = "\u2018\u201A'";
const SYMMETRIC = '"\'';
const BEFORE_OPENING = '([{\u2014\u2013-/:';

/** Kind of the nearest character that a reader sees: 'space' (or the text's edge), 'word', 'mark'. */
function neighbour(text: string, at: number, step: 1 | -1): 'space' | 'word' | 'mark' {
  let i = at + step;
  while (i >= 0 && i < text.length && isHidden(text.charAt(i))) i += step;
  const c = text.charAt(i);
  if (c === '' || foldChar(c) === ' ') return 'space';
  if (/[\p{L}\p{N}]/u.test(c)) return 'word';
  return step < 0 && BEFORE_OPENING.includes(c) ? 'space' : 'mark';
}

function opens(text: string, at: number, mark: string): boolean {
  if (mark === '\u201C' || mark === '\u201E' || mark === '\u00AB' || mark === '\u300C' || mark === '\u300E')
    return true;
  return neighbour(text, at, -1) !== 'word' && neighbour(text, at, 1) !== 'space';
}

function closes(text: string, at: number, mark: string, opening: string): boolean {
  if (SINGLE.includes(opening)) return neighbour(text, at, 1) !== 'word' && neighbour(text, at, -1) !== 'space';
  return !SYMMETRIC.includes(mark) || neighbour(text, at, -1) !== 'space' || neighbour(text, at, 1) !== 'word';
}

/**
 * Stretches of a masked text that stand in quotation marks, the marks included, in order. A double quotation
 * mark that is never closed holds to the end of its sentence; a single one is an apostrophe then. Linear.
 */
export function quotedSpans(text: string, sentences: readonly Span[]): Span[] {
  if (!/["'\u2018-\u201F\u00AB\u00BB\u2039\u300C\u300E]/.test(text)) return [];
  const spans: Span[] = [];
  let open = -1;
  let sentence = 0;
  const abandon = (): void => {
    if (SINGLE.includes(text.charAt(open))) return;
    while (sentence < sentences.length && sentences[sentence]!.end <= open) sentence++;
    const end = sentences[sentence]?.end ?? text.length;
    if (end > open) spans.push({ start: open, end });
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c.charCodeAt(0) > 39 && c.charCodeAt(0) < 171) continue;
    const opening = open < 0 ? '' : text.charAt(open);
    const closers = PAIRS.get(opening) ?? '';
    if (open >= 0 && closers.includes(c) && closes(text, i, c, opening)) {
      spans.push({ start: open, end: i + 1 });
      open = -1;
    } else if (PAIRS.has(c) && opens(text, i, c)) {
      if (open >= 0 && !(c === opening || SINGLE.includes(opening))) continue;
      if (open >= 0 && c === opening && !SINGLE.includes(c)) abandon();
      open = i;
    }
  }
  if (open >= 0) abandon();
  return merge(spans);
}

/** Cuts a stretch that was closed at its sentence's end where the next one begins before it. */
function merge(spans: readonly Span[]): Span[] {
  return spans.map((span, i) => {
    const next = spans[i + 1];
    return next && next.start < span.end ? { start: span.start, end: next.start } : span;
  });
}
