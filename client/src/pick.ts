import { env, l10n, type QuickPickItem, Selection, TextEditorRevealType, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ATTEND, type ClaimView } from '../../server/src/host/messages.ts';
import { claimsOf, toRange } from './claims.ts';
import { ICONS } from './icons.ts';

/** Lists claims for keyboard and screen reader; choosing one moves the caret there. */
async function pickClaim(claims: readonly ClaimView[]): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const items: (QuickPickItem & { readonly claim: ClaimView })[] = claims.map((claim) => ({
    label: `$(${ICONS[claim.verdict] ?? 'question'}) ${claim.text}`,
    description: claim.verdictLabel,
    detail: claim.message,
    claim,
  }));
  const title = claims.length === 0 ? l10n.t('No figures in the selection') : l10n.t('{0} figures', claims.length);
  const chosen = await window.showQuickPick(items, { title, matchOnDetail: true, matchOnDescription: true });
  if (!chosen) return;
  const range = toRange(chosen.claim.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The figures of the selection; without one, of the whole draft. */
export async function checkSelection(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const uri = editor.document.uri.toString();
  await client.sendNotification(ATTEND, { uri });
  const result = await claimsOf(client, uri);
  const chosen = editor.selections.filter((selection) => !selection.isEmpty);
  const inside = (claim: ClaimView): boolean =>
    chosen.length === 0 || chosen.some((selection) => selection.intersection(toRange(claim.range)) !== undefined);
  await pickClaim(result?.claims.filter(inside) ?? []);
}

/** Opens what the clipboard holds as an untitled draft, and checks it. */
export async function checkClipboard(client: BaseLanguageClient): Promise<void> {
  const content = await env.clipboard.readText();
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document);
  await client.sendNotification(ATTEND, { uri: document.uri.toString() });
}
