import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient, ExecuteCommandSignature } from 'vscode-languageclient';
import {
  IGNORE_IN_FILE,
  IGNORED,
  type IgnoreArgs,
  type IgnoredView,
  UNIGNORE_IN_FILE,
} from '../../server/src/host/messages.ts';

/** Lists what the folder of the draft ignores; choosing entries brings them back. */
export async function showIgnored(client: BaseLanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  if (!uri) return;
  const entries = await client.sendRequest<readonly IgnoredView[]>(IGNORED, { uri });
  const items = entries.map((entry) => ({
    label: entry.text || entry.fingerprint,
    description: entry.rule,
    detail: [entry.reason, entry.by, entry.on].filter(Boolean).join(' · '),
    entry,
  }));
  const title =
    items.length === 0 ? l10n.t('Nothing is ignored in this folder') : l10n.t('Choose what is to be reported again');
  const chosen = await window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  for (const { entry } of chosen ?? []) {
    const { fingerprint, rule, text } = entry;
    const params = { command: UNIGNORE_IN_FILE, arguments: [{ uri, fingerprint, rule, text }] };
    await client.sendRequest('workspace/executeCommand', params);
  }
}

/** An ignore for the whole workspace may carry a reason and a name; Escape takes it back, Enter leaves it empty. */
export async function askReason(command: string, args: unknown[], next: ExecuteCommandSignature): Promise<unknown> {
  if (command !== IGNORE_IN_FILE) return next(command, args);
  const entry = args[0] as IgnoreArgs;
  const reason = await window.showInputBox({
    title: l10n.t('Ignore {0}', entry.text),
    prompt: l10n.t('Why? (may stay empty)'),
  });
  if (reason === undefined) return false;
  const by = workspace.getConfiguration('ballpark').get('author', '');
  return next(command, [{ ...entry, reason, by }]);
}
