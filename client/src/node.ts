import type { ExtensionContext } from 'vscode';
import type { Api } from './activate.ts';

/** The editor waits for nothing but this: everything else is loaded after the call has returned. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const { launch } = await import('./desktop.ts');
  return launch(context);
}
