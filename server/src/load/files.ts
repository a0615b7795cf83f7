import type { FigureOp, RelationKind, SourceKind, SubjectKind } from '../engine/reference/model.ts';

/** The data files as written; amounts are decimal strings. `schema.ts` checks them. */
export interface SourceFile {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  readonly issued: string;
  readonly accessed?: string | undefined;
  readonly kind: SourceKind;
  readonly licence?: string | undefined;
  /** The address was not opened; a page that repeats the figure was. */
  readonly url_unverified?: true | undefined;
  readonly generated?: true | undefined;
  readonly figures: readonly FigureFile[];
}

export interface FigureFile {
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  readonly op?: FigureOp | undefined;
  readonly value?: string | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  /** In place of a value, for release dates. */
  readonly date?: string | undefined;
  readonly unit: string;
  readonly as_of: string;
  readonly period?: string | undefined;
  readonly qualifiers?: Readonly<Record<string, string>> | undefined;
  readonly status?: SourceKind | undefined;
  readonly rank?: 'preferred' | 'deprecated' | undefined;
  readonly flag?: 'wrong' | 'suspect' | undefined;
  readonly unverified?: true | undefined;
  readonly supersedes?: readonly string[] | undefined;
  readonly relations?:
    | readonly { readonly kind: RelationKind; readonly figure: string; readonly source: string }[]
    | undefined;
  readonly derivation?:
    | { readonly operation: 'sum' | 'product' | 'difference' | 'ratio'; readonly of: readonly string[] }
    | undefined;
  readonly locator?: string | undefined;
  readonly seen_at?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

export type AliasFile =
  | string
  | { readonly text: string; readonly language?: string | undefined; readonly near?: readonly string[] | undefined };

export interface SubjectFile {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly vendor?: string | undefined;
  readonly aliases?: readonly AliasFile[] | undefined;
  readonly notConfusedWith?: readonly string[] | undefined;
  readonly members?: readonly string[] | undefined;
}

export interface MetricFile {
  readonly id: string;
  readonly dimension: string;
  readonly units: readonly string[];
  readonly subjects: readonly SubjectKind[];
  readonly time: 'stock' | 'flow' | 'event';
  readonly tolerance: number;
  readonly shelfLife: number | null;
  readonly comparable: readonly string[];
  readonly name: { readonly en: string; readonly fr: string };
  readonly definition: { readonly en: string; readonly fr: string };
  readonly qualifiers: Readonly<Record<string, readonly string[]>>;
}

export interface UnitFile {
  readonly id: string;
  readonly dimension: string;
  readonly factor: string | null;
}

export interface TrapFile {
  readonly id: string;
  readonly kind: string;
  readonly written: string;
  readonly right: string;
  readonly expect: 'flag' | 'note' | 'silence';
  readonly reason?: string | undefined;
  readonly factor?: string | undefined;
  readonly figures?: readonly string[] | undefined;
}

export interface RelationFile {
  readonly id: string;
  readonly result: string;
  readonly operation: 'product' | 'ratio';
  readonly of: readonly string[];
  readonly factor?: string | undefined;
  readonly low: string;
  readonly high: string;
  readonly name: { readonly en: string; readonly fr: string };
}
