import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { IGNORE_IN_FILE, type IgnoreArgs, OPEN_SOURCE, type OpenSourceArgs, SHOW } from '../host/messages.ts';
import { safeUrl } from '../present/escape.ts';
import { type DressedClaim, type DressedFinding, type DressedFix, fixTitle } from '../present/messages.ts';
import { ownFigure } from '../present/ownFigure.ts';
import { alikeEdits, citingEdits, safeEdits } from './bulk.ts';
import type { Checked } from './checker.ts';
import { fixesWithFootnote } from './footnotes.ts';
import { isCell } from './notebook.ts';
import { toSpan, toTextEdit } from './toProtocol.ts';

type Edit = DressedFix['edits'][number];

export const KIND = {
  figure: 'quickfix.ballpark.figure',
  cite: 'quickfix.ballpark.cite',
  open: 'quickfix.ballpark.open',
  ignore: 'quickfix.ballpark.ignore',
  add: 'quickfix.ballpark.add',
  fixAll: 'source.fixAll.ballpark',
  citeAll: 'source.ballpark.cite',
} as const;

const ORDER: readonly string[] = [KIND.figure, KIND.cite, KIND.open, KIND.add, KIND.ignore];

export const KINDS: readonly string[] = [CodeActionKind.QuickFix, ...Object.values(KIND)];

export interface ActionOptions {
  /** The client understands versioned edits. */
  readonly documentChanges: boolean;
  /** The client fills in edits when the action is chosen. */
  readonly lazy: boolean;
  /** The client opens pages in the browser. */
  readonly show: boolean;
  /** `ballpark-ignore.json` can be written: the draft lies in a folder. */
  readonly ignoreFile: boolean;
  /** The manner of citing the writer prefers. */
  readonly citation: string;
  /** Where the workspace keeps its own figures, with a slash at its end; null where none can be made. */
  readonly dataFolder: string | null;
  readonly today: string;
}

/** What travels in a lazy action until it is chosen. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly Edit[];
}

const kindOf = (fix: DressedFix): string =>
  fix.kind === 'ignore' ? KIND.ignore : fix.kind === 'cite' ? KIND.cite : KIND.figure;

/** An edit of exactly the version that was checked. */
export function toWorkspaceEdit(checked: Checked, edits: readonly Edit[], documentChanges: boolean): WorkspaceEdit {
  const { document } = checked;
  const list = edits.map((edit) => toTextEdit(document, edit));
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: list }] }
    : { changes: { [document.uri]: list } };
}

function toAction(
  checked: Checked,
  title: string,
  kind: string,
  edits: readonly Edit[],
  options: ActionOptions,
): CodeAction {
  const { uri, version } = checked.document;
  const data: ActionData = { uri, version, edits };
  return options.lazy
    ? { title, kind, data }
    : { title, kind, edit: toWorkspaceEdit(checked, edits, options.documentChanges) };
}

const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));

function sourceActions(checked: Checked, only: readonly string[], options: ActionOptions): CodeAction[] {
  const { report, locale } = checked;
  const out: CodeAction[] = [];
  const offer = (id: string, kind: string, edits: readonly Edit[]): void => {
    if (wants(only, kind) && edits.length > 0)
      out.push(toAction(checked, fixTitle(id, {}, locale), kind, edits, options));
  };
  offer('fix.all', KIND.fixAll, safeEdits(report));
  offer('fix.cite.all', KIND.citeAll, citingEdits(report, options.citation, fixesWithFootnote(checked)));
  return out;
}

function ignoreInFile(checked: Checked, finding: DressedFinding): CodeAction[] {
  const claim = checked.report.claims.find((c) => c.id === finding.claims[0]);
  if (!claim) return [];
  const args: IgnoreArgs = {
    uri: checked.document.uri,
    fingerprint: claim.fingerprint,
    rule: finding.rule,
    text: claim.text,
  };
  const title = fixTitle('fix.ignore.file', {}, checked.locale);
  return [{ title, kind: KIND.ignore, command: { title, command: IGNORE_IN_FILE, arguments: [args] } }];
}

/** Opens the page of the figure that a claim is held against first. */
function openSource({ document, locale }: Checked, claim: DressedClaim | undefined): CodeAction[] {
  const source = claim?.references.find((one) => one.role !== 'superseded' && safeUrl(one.source.url))?.source;
  if (!source?.url) return [];
  const title = fixTitle('fix.source', { publisher: { kind: 'text', text: source.publisher } }, locale);
  const args: OpenSourceArgs = { uri: document.uri, url: source.url };
  return [{ title, kind: KIND.open, command: { title, command: OPEN_SOURCE, arguments: [args] } }];
}

/** A prefilled file of the workspace's own data, for a figure nobody knows yet. */
function addFigure(checked: Checked, claim: DressedClaim, { dataFolder, today }: ActionOptions): CodeAction[] {
  const own = dataFolder === null ? null : ownFigure(claim, today);
  if (!own) return [];
  const uri = `${dataFolder}${own.name}`;
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: own.text }] },
    ],
  };
  const title = fixTitle('fix.add', {}, checked.locale);
  return [{ title, kind: KIND.add, edit, command: { title, command: SHOW, arguments: [{ uri }] } }];
}

/** What can be done about the findings, and the figures that agree, in a range. */
export function codeActions(checked: Checked, params: CodeActionParams, options: ActionOptions): CodeAction[] {
  const { only, diagnostics } = params.context;
  if (only?.some((kind) => kind.startsWith(CodeActionKind.Source))) return sourceActions(checked, only, options);
  const { document, report } = checked;
  const span = toSpan(document, params.range);
  const touches = (s: { readonly start: number; readonly end: number }): boolean =>
    s.start <= span.end && span.start <= s.end;
  const out: CodeAction[] = [];
  const flagged = new Set<number>();
  const fixesOf = fixesWithFootnote(checked);
  for (const finding of report.findings.filter(touches)) {
    for (const id of finding.claims) flagged.add(id);
    const about = diagnostics.filter((d: Diagnostic) => d.source === 'ballpark' && d.code === finding.rule);
    const disputed = finding.rule === 'disputed';
    const claim = report.claims.find(({ id }) => id === finding.claims[0]);
    const cited = finding.fixes.some(({ kind }) => kind === 'cite');
    const fixes = claim && cited ? fixesOf(claim, finding.fixes) : finding.fixes;
    for (const [i, fix] of fixes.entries()) {
      if (fix.titleId === 'fix.ignore.frontmatter' && isCell(document.uri)) continue;
      const action = toAction(checked, fix.title, kindOf(fix), fix.edits, options);
      if (about.length > 0) action.diagnostics = about;
      if (i === 0 && fix.safe && !disputed) action.isPreferred = true;
      out.push(action);
    }
    const withAbout = (action: CodeAction): CodeAction =>
      about.length > 0 ? { ...action, diagnostics: about } : action;
    if (options.show) out.push(...openSource(checked, claim).map(withAbout));
    const alike = alikeEdits(report, finding);
    if (alike.length > 0)
      out.push(toAction(checked, fixTitle('fix.all.kind', {}, checked.locale), KIND.figure, alike, options));
    if (options.ignoreFile) out.push(...ignoreInFile(checked, finding).map(withAbout));
  }
  for (const claim of report.claims.filter((c) => touches(c) && !flagged.has(c.id))) {
    for (const fix of fixesOf(claim)) out.push(toAction(checked, fix.title, kindOf(fix), fix.edits, options));
    if (options.show) out.push(...openSource(checked, claim));
    if (claim.verdict === 'no_reference') out.push(...addFigure(checked, claim, options));
  }
  // Repairs first, ignoring last; what is equal keeps its order.
  const rank = (action: CodeAction): number => ORDER.indexOf(action.kind ?? '');
  return out.filter((action) => wants(only, action.kind ?? '')).sort((a, b) => rank(a) - rank(b));
}
