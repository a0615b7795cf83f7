import {
  type CancellationToken,
  type Disposable,
  l10n,
  languages,
  ProgressLocation,
  TabInputText,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK, type Status } from '../../server/src/host/messages.ts';

const DRAFTS = '**/*.{md,markdown,mdx,qmd}';
const MOST_FILES = 5000;
const MOST_BYTES = 8 * 1024 * 1024;

const isShown = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );

/** The drafts of the workspace, in the order of their names. */
export async function draftsOf(token?: CancellationToken): Promise<Uri[]> {
  const files = await workspace.findFiles(DRAFTS, '**/node_modules/**', MOST_FILES, token);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** As it stands in the editor, else in its file; null where it is too large. */
export async function textOf(uri: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  const { size } = await workspace.fs.stat(uri);
  return size > MOST_BYTES ? null : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

interface Answer {
  readonly diagnostics: Parameters<BaseLanguageClient['protocol2CodeConverter']['asDiagnostics']>[0];
  readonly status: Status;
}

/** Checks every draft of the workspace that is not open, and lists what it finds among the problems. */
export class WorkspaceCheck implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #found = languages.createDiagnosticCollection('ballpark-workspace');
  readonly #opened: Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    // A draft in a tab speaks for itself.
    this.#opened = window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const { input } of opened) if (input instanceof TabInputText) this.#found.delete(input.uri);
    });
  }

  async run(): Promise<void> {
    this.#found.clear();
    await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Ballpark: checking the workspace'), cancellable: true },
      async (progress, token) => {
        const files = await draftsOf(token);
        for (const [n, uri] of files.entries()) {
          if (token.isCancellationRequested) return;
          progress.report({ message: l10n.t('{0} of {1}', n + 1, files.length) });
          await this.#check(uri, token);
        }
      },
    );
  }

  async #check(uri: Uri, token: CancellationToken): Promise<void> {
    if (isShown(uri)) return;
    try {
      const text = await textOf(uri);
      if (text === null) return;
      const params = { uri: uri.toString(), text, languageId: 'markdown' };
      const { diagnostics, status } = await this.#client.sendRequest<Answer>(CHECK, params, token);
      this.#found.set(uri, await this.#client.protocol2CodeConverter.asDiagnostics(diagnostics));
      if (status.failed) this.#client.outputChannel.warn(`${uri.toString()}: ${status.notes.join(' ')}`);
    } catch (error) {
      this.#client.outputChannel.warn(`${uri.toString()}: ${String(error)}`);
    }
  }

  dispose(): void {
    this.#found.dispose();
    this.#opened.dispose();
  }
}
