import type { Figure, Source } from '../engine/index.ts';
import { writeAmount } from './amount.ts';
import { writeDate } from './date.ts';
import { escapeMarkdown as md, safeUrl } from './escape.ts';
import type { Locale } from './locale.ts';

/** How a writer cites: an inline link, a footnote, a `[@key]`, or not at all. */
export type CitationStyle = 'link' | 'footnote' | 'key' | 'none';
export const CITATION_STYLES: readonly CitationStyle[] = ['link', 'footnote', 'key', 'none'];

/** What goes at the caret, and what goes at the end of the draft (a footnote's text). */
export interface Insertion {
  readonly text: string;
  readonly end: string;
}

/** A published figure as text for a draft: the amount in the draft's language, cited in the writer's manner. */
export function insertion(figure: Figure, source: Source | undefined, style: CitationStyle, locale: Locale): Insertion {
  const { value, low, high, op, unit, qualifiers } = figure;
  const amount = writeAmount({ value, low, high, op, unit, perUnit: qualifiers['per'] ?? null }, locale);
  if (!source || style === 'none') return { text: amount, end: '' };
  const url = safeUrl(source.url);
  if (style === 'key') return { text: `${amount} [@${source.id}]`, end: '' };
  if (style === 'footnote') {
    const where = url ? ` <${url}>` : '';
    const said = `${md(source.publisher)}, *${md(source.title, 200)}*, ${md(writeDate(source.date, locale))}.${where}`;
    return { text: `${amount}[^${source.id}]`, end: `[^${source.id}]: ${said}` };
  }
  const name = md(source.publisher);
  return { text: `${amount} (${url ? `[${name}](${url})` : name})`, end: '' };
}
