import { type Disposable, TabInputNotebook, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Has the findings of every draft that is seen asked for anew. */
export function pullAgain(client: BaseLanguageClient): void {
  if (!client.isRunning()) return;
  const feature = client.getFeature('textDocument/diagnostic');
  // Any provider will do: its event asks for every draft again.
  for (const document of workspace.textDocuments) {
    const provider = feature.getProvider(document);
    if (!provider) continue;
    provider.onDidChangeDiagnosticsEmitter.fire();
    return;
  }
}

/** The cells of a notebook may be open before it is seen; they are asked about when its tab is. */
export const followNotebooks = (client: BaseLanguageClient): Disposable =>
  window.tabGroups.onDidChangeTabs(({ opened }) => {
    // when all who follow the tabs have heard of it
    if (opened.some(({ input }) => input instanceof TabInputNotebook)) setTimeout(() => pullAgain(client));
  });
