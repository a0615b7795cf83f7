import { commands, type ExtensionContext, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { InitOptions, Status } from '../../server/src/host/messages.ts';
import { registerCommands } from './commands.ts';
import { answerFiles } from './files.ts';
import { Focus } from './focus.ts';
import { askReason } from './ignored.ts';
import { LANGUAGES } from './languages.ts';
import { followNotebooks } from './pullAgain.ts';
import { Quarantine } from './quarantine.ts';
import { StatusItem } from './status.ts';
import { followTheme, theme } from './theme.ts';

/** What the extension gives to others, tests among them. */
export interface Api {
  /** Settles when the server answers, or will not. */
  readonly ready: Promise<void>;
  /** The last check of a draft; without a URI, of the last draft checked. */
  status(uri?: string): Status | null;
  serverName(): string | null;
  isRunning(): boolean;
}

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server and carries everything that only an editor can do. Shared by all hosts. */
export function start(context: ExtensionContext, make: MakeClient): Api {
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const quarantine = new Quarantine();
  const initializationOptions = (): InitOptions => ({
    rulePages: `${pages.toString()}/`,
    quarantine: quarantine.list,
    theme: theme(),
  });
  const focus = new Focus();
  const client = make({
    documentSelector: LANGUAGES.map((language) => ({ language })),
    initializationOptions,
    diagnosticCollectionName: 'ballpark',
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: true },
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      ...focus.middleware,
      provideDiagnostics: quarantine.watch(focus.middleware.provideDiagnostics),
      executeCommand: askReason,
    },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // A server that will not start says so in the status item, never in a dialog.
    initializationFailedHandler: (error) => {
      status.failed(String(error));
      return false;
    },
  });
  const status = new StatusItem(client);
  focus.follow(client);
  quarantine.follow(client);
  context.subscriptions.push(
    client,
    focus,
    status,
    answerFiles(client),
    followTheme(client),
    followNotebooks(client),
    ...registerCommands({ context, client, status, quarantine }),
  );
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) status.failed('');
  });
  const ready = client.start().catch((error: unknown) => status.failed(String(error)));
  void commands.executeCommand('setContext', 'ballpark.active', true);
  return {
    ready,
    status: (uri) => status.last(uri),
    serverName: () => client.initializeResult?.serverInfo?.name ?? null,
    isRunning: () => client.state === State.Running,
  };
}
