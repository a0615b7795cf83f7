import { l10n, ProgressLocation, type Range, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECK,
  type DiagnosticData,
  IGNORE_IN_FILE,
  type IgnoreArgs,
  type Status,
} from '../../server/src/host/messages.ts';
import { remark } from './remark.ts';
import { draftsOf, textOf } from './workspaceCheck.ts';

interface Answer {
  readonly diagnostics: readonly { readonly range: Range; readonly data?: DiagnosticData }[];
  readonly status: Status;
}

/** Everything that is found in the workspace today is ignored: from now on only what is new is told. */
export async function ignoreAll(client: BaseLanguageClient): Promise<void> {
  const reason = await window.showInputBox({
    title: l10n.t('Ignore everything found so far'),
    prompt: l10n.t('Why? (may stay empty)'),
    value: l10n.t('written before'),
  });
  if (reason === undefined) return;
  const by = workspace.getConfiguration('ballpark').get('author', '');
  const entries = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Ballpark: checking the workspace') },
    () => found(client),
  );
  if (entries.length === 0) return void remark(l10n.t('Nothing was found.'));
  const args = entries.map((entry) => ({ ...entry, reason, by }));
  const done = await client.sendRequest('workspace/executeCommand', { command: IGNORE_IN_FILE, arguments: args });
  remark(done ? l10n.t('{0} findings are ignored.', args.length) : l10n.t('What was found could not be ignored.'));
}

async function found(client: BaseLanguageClient): Promise<IgnoreArgs[]> {
  const entries: IgnoreArgs[] = [];
  for (const uri of await draftsOf()) {
    const text = await textOf(uri).catch(() => null);
    if (text === null) continue;
    const lines = text.split(/\r\n|\r|\n/);
    const params = { uri: uri.toString(), text, languageId: 'markdown' };
    const { diagnostics } = await client.sendRequest<Answer>(CHECK, params);
    for (const { range, data } of diagnostics) {
      if (!data) continue;
      const { start, end } = range;
      const line = lines[start.line] ?? '';
      const figure = line.slice(start.character, end.line === start.line ? end.character : line.length);
      entries.push({ uri: uri.toString(), fingerprint: data.fingerprint, rule: data.rule, text: figure });
    }
  }
  return entries;
}
