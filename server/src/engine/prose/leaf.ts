import type { Span } from '../text/span.ts';
import { type Directive, HIDDEN } from './block.ts';

/** A stretch of a draft, masked. Spans are relative to its start, except those of directives (the draft's own). */
export interface Leaf {
  readonly text: string;
  readonly frozen: readonly Span[];
  readonly links: readonly (Span & { readonly url: string })[];
  readonly directives: readonly Directive[];
  /** Where a line is broken by hand (`<br>`, two spaces at a line's end). */
  readonly breaks: readonly number[];
}

/** The words of a masked text, for headers, captions and heading paths. */
export const readable = (text: string): string =>
  text
    .replaceAll(HIDDEN, '')
    .replace(/[\uFFFC\s]+/g, ' ')
    .trim();
