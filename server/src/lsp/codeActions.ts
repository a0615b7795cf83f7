import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { IGNORE_IN_FILE, type IgnoreArgs } from '../host/messages.ts';
import { type DressedFinding, type DressedFix, fixTitle } from '../present/messages.ts';
import type { Checked } from './checker.ts';
import { toSpan, toTextEdit } from './toProtocol.ts';

type Edit = DressedFix['edits'][number];

export const KIND = {
  figure: 'quickfix.ballpark.figure',
  cite: 'quickfix.ballpark.cite',
  ignore: 'quickfix.ballpark.ignore',
  fixAll: 'source.fixAll.ballpark',
  citeAll: 'source.ballpark.cite',
} as const;

export const KINDS: readonly string[] = [CodeActionKind.QuickFix, ...Object.values(KIND)];

export interface ActionOptions {
  /** The client understands versioned edits. */
  readonly documentChanges: boolean;
  /** The client fills in edits when the action is chosen. */
  readonly lazy: boolean;
  /** `ballpark-ignore.json` can be written: the draft lies in a folder. */
  readonly ignoreFile: boolean;
  /** The manner of citing the writer prefers. */
  readonly citation: string;
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

/** Two edits that cannot both be made; two that put something in at one place can. */
const clash = (a: Edit, b: Edit): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end && a.start < a.end);
const same = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.text === b.text;

/** Edits that do not touch each other, in order; of two that do, the first. One that several fixes share is made once. */
function compatible(fixes: readonly DressedFix[]): Edit[] {
  const taken: Edit[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.filter((edit) => !taken.some((other) => same(edit, other)));
    if (!fresh.some((edit) => taken.some((other) => clash(edit, other)))) taken.push(...fresh);
  }
  return taken.sort((a, b) => a.start - b.start);
}

const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));

/** The citation in the writer's manner, else the first there is. */
function preferredCitation(fixes: readonly DressedFix[], style: string): readonly DressedFix[] {
  const cites = fixes.filter((fix) => fix.kind === 'cite');
  const fix = cites.find(({ titleId }) => titleId === `fix.cite.${style}`) ?? cites[0];
  return fix ? [fix] : [];
}

function sourceActions(checked: Checked, only: readonly string[], options: ActionOptions): CodeAction[] {
  const { report, locale } = checked;
  const out: CodeAction[] = [];
  const safe = compatible(report.findings.flatMap((finding) => finding.fixes.filter((fix) => fix.safe).slice(0, 1)));
  if (wants(only, KIND.fixAll) && safe.length > 0) {
    out.push(toAction(checked, fixTitle('fix.all', {}, locale), KIND.fixAll, safe, options));
  }
  const cited = report.claims.filter((claim) => claim.verdict === 'supported');
  const cites = compatible(cited.flatMap((claim) => preferredCitation(claim.fixes, options.citation)));
  if (wants(only, KIND.citeAll) && cites.length > 0) {
    out.push(toAction(checked, fixTitle('fix.cite.all', {}, locale), KIND.citeAll, cites, options));
  }
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
  for (const finding of report.findings.filter(touches)) {
    for (const id of finding.claims) flagged.add(id);
    const about = diagnostics.filter((d: Diagnostic) => d.source === 'ballpark' && d.code === finding.rule);
    const disputed = finding.rule === 'disputed';
    for (const [i, fix] of finding.fixes.entries()) {
      const action = toAction(checked, fix.title, kindOf(fix), fix.edits, options);
      if (about.length > 0) action.diagnostics = about;
      if (i === 0 && fix.safe && !disputed) action.isPreferred = true;
      out.push(action);
    }
    if (options.ignoreFile)
      out.push(...ignoreInFile(checked, finding).map((a) => (about.length > 0 ? { ...a, diagnostics: about } : a)));
  }
  for (const claim of report.claims.filter((c) => touches(c) && !flagged.has(c.id))) {
    for (const fix of claim.fixes) out.push(toAction(checked, fix.title, kindOf(fix), fix.edits, options));
  }
  return out.filter((action) => wants(only, action.kind ?? ''));
}
