import type { Span } from '../text/span.ts';

/** A number with its scale, before its unit is known. Token indexes, half open; spans in the text. */
export interface NumberRead {
  readonly first: number;
  readonly next: number;
  readonly mantissa: string;
  readonly exponent: number;
  readonly grouped: string | null;
  readonly digits: string;
  /** Thousands separator and decimal mark as written; end of the digits in the text. */
  readonly group: string | null;
  readonly point: string | null;
  readonly digitsEnd: number;
  readonly scale: (Span & { readonly exponent: number }) | null;
  /** The scale is a letter ('405B') that names models as well. */
  readonly suffix: boolean;
  readonly kind: 'digits' | 'words' | 'article';
  /** It looks like an amount by itself: separators, scale or power of ten written. */
  readonly amountLike: boolean;
  /** A round lot ('dozen'): about so many. */
  readonly lot: boolean;
  /** A word in its midst says that there is more. */
  readonly over: 'more_than' | 'at_least' | null;
}
