import { commands, type Disposable, type ExtensionContext, env, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ATTEND, BIBLIOGRAPHY } from '../../server/src/host/messages.ts';
import { ignoreAll } from './baseline.ts';
import { claimsOf, claimUnder } from './claims.ts';
import { ClaimsView } from './claimsView.ts';
import { showIgnored } from './ignored.ts';
import { insertFigure } from './insertFigure.ts';
import { isDraft } from './languages.ts';
import { go } from './navigate.ts';
import { checkClipboard, checkSelection } from './pick.ts';
import type { Quarantine } from './quarantine.ts';
import { remark } from './remark.ts';
import { Reports } from './report.ts';
import { openSample } from './sample.ts';
import { type StatusItem, summary } from './status.ts';
import { WorkspaceCheck } from './workspaceCheck.ts';

export interface Parts {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly status: StatusItem;
  readonly quarantine: Quarantine;
}

/** Every command of the extension; each can be bound to a key. */
export function registerCommands({ context, client, status, quarantine }: Parts): Disposable[] {
  const everywhere = new WorkspaceCheck(client);
  const reports = new Reports(client, status);
  const on = (name: string, act: (...args: never[]) => unknown): Disposable =>
    commands.registerCommand(`ballpark.${name}`, act);
  return [
    everywhere,
    reports,
    new ClaimsView(client, status),
    on('checkDocument', () => checkDocument(client, status)),
    on('checkSelection', () => checkSelection(client)),
    on('checkClipboard', () => checkClipboard(client)),
    on('checkWorkspace', () => everywhere.run()),
    on('restart', async () => {
      quarantine.release();
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    on('openReference', () => openReference(client)),
    on('nextFinding', () => go(1)),
    on('previousFinding', () => go(-1)),
    on('report', () => reports.open()),
    on('insertFigure', () => insertFigure(client)),
    on('showIgnored', () => showIgnored(client)),
    on('openSample', () => openSample(context)),
    on('copySources', () => copySources(client)),
    on('copyBibliography', () => copyBibliography(client)),
    on('baseline', () => ignoreAll(client)),
    on('showLog', () => client.outputChannel.show(true)),
  ];
}

/** Checks the draft in front, plain text too, and says what was found. */
async function checkDocument(client: BaseLanguageClient, status: StatusItem): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document || !isDraft(document)) return void remark(l10n.t('Open a Markdown or plain text draft first.'));
  const uri = document.uri.toString();
  await client.sendNotification(ATTEND, { uri });
  await claimsOf(client, uri);
  const last = status.last(uri);
  if (last) remark(summary(last));
}

/** Opens the page of the source of the figure under the caret, in the browser. */
async function openReference(client: BaseLanguageClient): Promise<void> {
  const claim = await claimUnder(client, window.activeTextEditor);
  if (!claim) return void remark(l10n.t('There is no figure under the caret.'));
  if (!claim.url) return void remark(l10n.t('No reference is known for this figure.'));
  await env.openExternal(Uri.parse(claim.url, true));
}

/** The sources of the draft's figures, as a Markdown list on the clipboard. */
async function copySources(client: BaseLanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  const claims = uri ? ((await claimsOf(client, uri))?.claims ?? []) : [];
  const lines = new Set(
    claims.flatMap((c) => (c.url && c.source ? [`- [${c.source.replace(/[[\]\\]/g, '\\$&')}](${c.url})`] : [])),
  );
  if (lines.size === 0) return void remark(l10n.t('No sources to copy.'));
  await env.clipboard.writeText(`${[...lines].join('\n')}\n`);
  remark(l10n.t('{0} sources copied.', lines.size));
}

/** The same as CSL-JSON: what the keys of citations refer to. */
async function copyBibliography(client: BaseLanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  const items = uri && client.isRunning() ? await client.sendRequest<string | null>(BIBLIOGRAPHY, { uri }) : null;
  if (!items || items.trim() === '[]') return void remark(l10n.t('No sources to copy.'));
  await env.clipboard.writeText(items);
  remark(l10n.t('The sources are copied as CSL-JSON.'));
}
