import * as vscode from 'vscode';
import type { Api } from '../../../client/src/activate.ts';

/** What the tests see of the extension: what a writer sees. */

export const ID = 'ballpark.ballpark';
const SOURCE = 'ballpark';

export const extension = (): vscode.Extension<Api> => {
  const found = vscode.extensions.getExtension<Api>(ID);
  if (!found) throw new Error(`${ID} is not installed`);
  return found;
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls until `get` gives something, or throws after `limit` ms. */
export async function until<T>(what: string, get: () => T | undefined | false, limit = 20_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = get();
    if (value) return value;
    if (Date.now() > end) throw new Error(`no ${what} within ${limit / 1000} s`);
    await pause(50);
  }
}

/** Opens and shows a file of the fixtures. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export async function untitled(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export const findings = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === SOURCE);

/** The rule of a diagnostic: its code, whether bare or with a link to the rule's page. */
export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' && code !== null ? code.value : code);

export const withRule = (document: vscode.TextDocument, rule: string): vscode.Diagnostic | undefined =>
  findings(document).find((diagnostic) => ruleOf(diagnostic) === rule);

/** The hover's Markdown at a place, without the backslashes that keep it harmless. */
export async function hoverAt(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replaceAll(/\\(?=[^\w\s])/g, '');
}

export const actionsAt = (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind.value, 20);

/** Applies an action as the menu does: its edit, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error(`${action.title}: not applied`);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Throws away what was typed, closes all. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  while (vscode.window.activeTextEditor?.document.isUntitled) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
