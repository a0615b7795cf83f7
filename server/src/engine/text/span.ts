/** A stretch of text: UTF-16 code units, half open. Inside a block, relative to the block's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
/** Characters between two spans; 0 where they touch or overlap. */
export const gap = (a: Span, b: Span): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
