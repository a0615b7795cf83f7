import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { type Api, start } from './activate.ts';

declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

/** The editor in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true));
  return start(
    context,
    (options: LanguageClientOptions) => new LanguageClient('ballpark', 'Ballpark', worker, options),
  );
}
