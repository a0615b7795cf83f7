import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type Api, start } from './activate.ts';

/** Desktop and remote hosts: the server is a process of its own. */
export function launch(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy'] } };
  return start(
    context,
    (options: LanguageClientOptions) => new LanguageClient('ballpark', 'Ballpark', { run, debug }, options),
  );
}
