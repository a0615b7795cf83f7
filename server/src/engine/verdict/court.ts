import type { Reference } from '../reference/reference.ts';

/** What a verdict may rest on. */
export interface Court {
  readonly reference: Reference;
  readonly knownAt: string;
  readonly writtenOn: string | null;
  /** Subjects named in the claim's block. */
  readonly named: readonly string[];
  /** Decimal mark of the claim's language. */
  readonly decimal: string;
}
