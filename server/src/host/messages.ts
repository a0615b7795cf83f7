/** Names and types of our own requests and notifications: all that client and server share. Plain JSON values. */

/** Server to client, after each check of an open draft. */
export const STATUS = 'ballpark/status';
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly claims: number;
  readonly agree: number;
  readonly conflicts: number;
  readonly outdated: number;
  readonly disputed: number;
  readonly unknown: number;
  /** What was not checked and why, in the reader's language. */
  readonly notes: readonly string[];
  /** The checker broke on this draft, or on a part of it: the counts are not to be trusted. */
  readonly failed: boolean;
  /** Version of the reference data; '' where it could not be read. */
  readonly dataset: string;
  /** ISO date of the reference data. */
  readonly asOf: string;
  readonly ms: number;
}

/** Client to server: check this draft although it is no Markdown. */
export const ATTEND = 'ballpark/attend';
export interface Attend {
  readonly uri: string;
}

export interface Place {
  readonly line: number;
  readonly character: number;
}
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** Carried by each diagnostic: where its sentence stands, so that the client can withhold it while it is typed. */
export interface DiagnosticData {
  readonly sentence: Stretch;
  readonly rule: string;
  readonly fingerprint: string;
}

/** Client to server: the claims of an open draft, in order. Answer null where there is none. */
export const CLAIMS = 'ballpark/claims';
export interface ClaimsParams {
  readonly uri: string;
}
export interface ClaimView {
  readonly range: Stretch;
  readonly text: string;
  readonly verdict: string;
  /** The verdict in the reader's language. */
  readonly verdictLabel: string;
  readonly rule: string | null;
  readonly message: string;
  readonly subject: string | null;
  readonly metric: string | null;
  /** Heading above it; '' where there is none. */
  readonly section: string;
  readonly fingerprint: string;
  /** https only. */
  readonly url: string | null;
  readonly source: string | null;
}
export interface ClaimsResult {
  readonly version: number;
  readonly claims: readonly ClaimView[];
}

/** Client to server: check a text that is not open. */
export const CHECK = 'ballpark/check';
export interface CheckParams {
  readonly uri: string;
  readonly text: string;
  readonly languageId: string;
}

/** Client to server: the report page of an open draft. */
export const PAGE = 'ballpark/page';
export interface PageParams {
  readonly uri: string;
  readonly name: string;
}
export interface PageResult {
  /** What stands inside <main>; no script, no reference to the outside but https links. */
  readonly html: string;
  readonly markdown: string;
  /** Language of both. */
  readonly locale: string;
}

/** Server to client, for files that the server cannot reach itself; null, or false, where it cannot be done. */
export const CLIENT_FILE = 'ballpark/clientFile';
export type FileParams =
  | { readonly act: 'read' | 'modified'; readonly uri: string }
  | { readonly act: 'list'; readonly uri: string; readonly root: string }
  | { readonly act: 'write'; readonly uri: string; readonly text: string };

/** What the client tells at the start. */
export interface InitOptions {
  /** URI of the folder of the rules' pages, with a slash at the end. */
  readonly rulePages?: string;
  /** Drafts that brought the server down before: they are left alone. */
  readonly quarantine?: readonly string[];
  /** What the editor's theme is; see THEME. */
  readonly theme?: Theme;
}

/** Client to server: the theme changed. A client that never says so gets pictures that bring their own ground. */
export const THEME = 'ballpark/theme';
export type Theme = 'light' | 'dark';

/** Client to server: the sources of a draft's figures as CSL-JSON; null where it is not checked. */
export const BIBLIOGRAPHY = 'ballpark/bibliography';
export interface BibliographyParams {
  readonly uri: string;
}

/** Commands the server carries out; any client may call them. The first takes any number of arguments. */
export const IGNORE_IN_FILE = 'ballpark.server.ignoreInFile';
export interface IgnoreArgs {
  readonly uri: string;
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
  readonly reason?: string;
  readonly by?: string;
}
/** Shows a file of the workspace: { uri }. */
export const SHOW = 'ballpark.server.show';
/** Opens the page of a source that a draft's figures rest on, outside of the editor. */
export const OPEN_SOURCE = 'ballpark.server.openSource';
export interface OpenSourceArgs {
  readonly uri: string;
  readonly url: string;
}
export const UNIGNORE_IN_FILE = 'ballpark.server.unignoreInFile';

/** Client to server: what the folder of a draft ignores. */
export const IGNORED = 'ballpark/ignored';
export interface IgnoredParams {
  readonly uri: string;
}
export interface IgnoredView {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly on: string;
}

/** Client to server: published figures that some words name. */
export const FIGURES = 'ballpark/figures';
export interface FiguresParams {
  readonly uri: string;
  readonly words: string;
}
export interface FigureView {
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  /** In the reader's language. */
  readonly amount: string;
  /** Publisher, kind and date. */
  readonly source: string;
  readonly scope: string;
  /** By manner of citing: text for the caret, in the draft's language, and a line for the end of the draft ('' for none). */
  readonly insert: Readonly<Record<string, { readonly text: string; readonly end: string }>>;
}
