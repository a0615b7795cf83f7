/** What the reference data is made of. Built once, never changed. */

export type SourceKind =
  | 'filing'
  | 'paper'
  | 'datasheet'
  | 'official'
  | 'estimate'
  | 'press'
  | 'list_price'
  | 'dataset';
export type FigureStatus = SourceKind;

/** One publication. `publisher` is the authority: two sources of one publisher never dispute each other. */
export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** https only; null where the publication has no page. */
  readonly url: string | null;
  readonly date: string;
  readonly kind: SourceKind;
  readonly licence: string | null;
  /** True for figures of the writer's own workspace. */
  readonly local: boolean;
}

export type FigureOp = 'eq' | 'approx' | 'at_least' | 'at_most' | 'range';
export type RelationKind = 'excludes' | 'includes' | 'part_of' | 'same_as' | 'derived_from';

/** One statement of one source: a subject's metric has a value, at a time, under qualifiers. */
export interface Figure {
  readonly id: string;
  readonly source: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly op: FigureOp;
  readonly unit: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  /** When it holds: ISO day, month, quarter ('2025-Q1') or year. */
  readonly asOf: string;
  /** The period it covers ('2025', 'FY2026 Q3', '2025-H1'); null for a state. */
  readonly period: string | null;
  readonly published: string;
  readonly status: FigureStatus;
  readonly rank: 'preferred' | 'normal' | 'deprecated';
  /** A circulating wrong figure: never supports, may explain. */
  readonly flag: 'wrong' | 'suspect' | null;
  readonly unverified: boolean;
  readonly supersedes: readonly string[];
  readonly relations: readonly { readonly kind: RelationKind; readonly figure: string; readonly source: string }[];
  readonly locator: string | null;
  readonly seenAt: readonly string[];
  readonly note: string | null;
  readonly local: boolean;
}

export type SubjectKind =
  | 'company'
  | 'model'
  | 'family'
  | 'chip'
  | 'system'
  | 'cluster'
  | 'site'
  | 'programme'
  | 'product'
  | 'service'
  | 'place'
  | 'aggregate'
  | 'person'
  | 'other';

export interface Alias {
  readonly text: string;
  /** Language of an exonym; null: any. */
  readonly language: string | null;
  /** A short or common word: links only where the vendor, parent or another word of `near` stands in the paragraph or headings; empty: an ordinary word as well, a name only with its capital. */
  readonly near: readonly string[] | null;
}

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly aliases: readonly Alias[];
  /** The larger thing: family of a model, generic chip of a variant, site of a cluster. */
  readonly parent: string | null;
  /** The organisation that makes or owns it. */
  readonly vendor: string | null;
  readonly notConfusedWith: readonly string[];
  /** Of an aggregate: those it adds up, where all of them are known. */
  readonly members: readonly string[];
}

export interface Metric {
  readonly id: string;
  /** Dimension of its units: 'money', 'count', 'power', 'energy', 'data', 'bandwidth', 'compute', 'throughput', 'time', 'money/token', 'money/GPU-hour', 'percent', ... */
  readonly dimension: string;
  /** Unit ids it may be stated in where the dimension alone is too wide ('GPU' against 'parameter'); empty: all of the dimension. */
  readonly units: readonly string[];
  readonly subjects: readonly SubjectKind[];
  readonly definition: Readonly<Record<string, string>>;
  readonly name: Readonly<Record<string, string>>;
  /** Metrics whose figures may be compared with this one. */
  readonly comparable: readonly string[];
  /** Relative difference that is still the same figure. */
  readonly tolerance: number;
  /** Amounts in the base unit (money: in any currency), a hundred times beyond what it ever was: outside of them rather another metric is meant. */
  readonly usual?: readonly [number, number];
  /** Days after which a newer value may be expected; null: never ages. */
  readonly shelfLife: number | null;
  /** Qualifier keys, each with its closed values; [] = free text. */
  readonly qualifiers: Readonly<Record<string, readonly string[]>>;
  /** 'stock' (a state), 'flow' (per period), 'event' (once). */
  readonly time: 'stock' | 'flow' | 'event';
  /** Many figures stand side by side (contracts, pledges, rounds): another value is another event, not a wrong one. */
  readonly plural?: boolean;
  /** Said of both parties: of the subject and of the one `partner` names. */
  readonly mutual?: boolean;
  /** What its unit means where no word says more ('GB' of a chip: memory). */
  readonly default?: boolean;
  /** The newest figure is the one in force: an older one stated without a date is outdated. */
  readonly latest?: boolean;
}

export interface Unit {
  readonly id: string;
  readonly dimension: string;
  /** To the dimension's base unit; null for currencies (dated rates). */
  readonly factor: number | null;
  /** More than there is of it anywhere: an amount beyond has a wrong scale word. */
  readonly ceiling?: number | null;
}

/** Units of `quote` for one unit of `base`, mean over the period. */
export interface Rate {
  readonly base: string;
  readonly quote: string;
  readonly period: string;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** result = factor x product of the metrics `of`; a statement is plausible where stated / computed lies in [low, high]. */
export interface MetricRelation {
  readonly id: string;
  readonly result: string;
  readonly operation: 'product' | 'ratio';
  readonly of: readonly string[];
  readonly factor: number;
  readonly low: number;
  readonly high: number;
  readonly name: Readonly<Record<string, string>>;
}

export interface Dataset {
  readonly version: string;
  readonly asOf: string;
  readonly sources: readonly Source[];
  readonly figures: readonly Figure[];
  readonly subjects: readonly Subject[];
  readonly metrics: readonly Metric[];
  readonly units: readonly Unit[];
  readonly rates: readonly Rate[];
  readonly relations?: readonly MetricRelation[];
}
