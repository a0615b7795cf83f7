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
        const files = await workspace.findFiles(DRAFTS, '**/node_modules/**', MOST_FILES, token);
        for (const [n, uri] of files.sort((a, b) => (a.path < b.path ? -1 : 1)).entries()) {
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
      const { size } = await workspace.fs.stat(uri);
      if (size > MOST_BYTES) return;
      const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
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
