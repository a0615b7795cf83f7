import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host/host.ts';
import { IGNORE_IN_FILE, OPEN_SOURCE, SHOW, STATUS, THEME, UNIGNORE_IN_FILE } from '../host/messages.ts';
import type { Check, World } from './checker.ts';
import { type Client, readClient, readTheme } from './client.ts';
import { type ActionData, codeActions, KINDS, toWorkspaceEdit } from './codeActions.ts';
import { completion } from './completion.ts';
import { Diagnostics } from './diagnostics.ts';
import { Drafts } from './drafts.ts';
import { figures } from './figures.ts';
import { DATA_FOLDER } from './folder.ts';
import { hover } from './hover.ts';
import { completing } from './late.ts';
import { answerMargins } from './margins.ts';
import { answerOwn } from './own.ts';
import { failedStatus, toStatus } from './status.ts';
import { Workspace } from './workspace.ts';

export interface Deps {
  readonly engine: Check;
  readonly world: () => Promise<World>;
  /** What `world` gives in the end, where it gives less at first; asked for once something has been answered. */
  readonly whole?: () => Promise<World>;
  readonly host: Host;
  readonly version: string;
  /** URI of the rules' pages for clients that do not name their own. */
  readonly rulePages: string | null;
}

/** Wires a connection to the checker. Returns at once; the caller starts listening. */
export function serve(connection: Connection, deps: Deps): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(
    (uri) => connection.workspace.getConfiguration({ scopeUri: uri, section: 'ballpark' }),
    deps.host,
    deps.world,
  );
  const log = (message: string): void => connection.console.error(message);
  const drafts: Drafts = new Drafts({
    engine: deps.engine,
    context: (document) => workspace.context(document),
    copy: (sheet) => TextDocument.create(sheet.uri, sheet.languageId, sheet.version, sheet.getText()),
    now: () => performance.now(),
    log,
    onChecked: (checked) => {
      complete();
      if (documents.get(checked.document.uri)) void connection.sendNotification(STATUS, toStatus(checked));
    },
    onFailed: ({ uri, version }) => {
      if (documents.get(uri)) void connection.sendNotification(STATUS, failedStatus(uri, version, client.locale));
    },
  });
  const diagnostics = new Diagnostics(connection, drafts);
  let client: Client;

  const refresh = (): void => {
    drafts.refresh();
    diagnostics.refresh(documents.all(), (uri) => documents.get(uri) !== undefined);
    if (client.refreshHints) void connection.languages.inlayHint.refresh().catch(() => {});
    if (client.refreshLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  };

  const { whole } = deps;
  const complete = whole
    ? completing({
        whole,
        open: () => documents.all(),
        checked: (document) => drafts.checked(document),
        forget: () => {
          workspace.reset();
          drafts.refresh();
        },
        tell: refresh,
        log,
      })
    : (): void => {};

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params, deps.rulePages);
    workspace.client = client;
    workspace.roots = client.roots;
    diagnostics.client = client;
    return {
      serverInfo: { name: 'ballpark', version: deps.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        ...(client.pull
          ? {
              diagnosticProvider: { identifier: 'ballpark', interFileDependencies: false, workspaceDiagnostics: false },
            }
          : {}),
        hoverProvider: true,
        documentLinkProvider: {},
        inlayHintProvider: true,
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: [...KINDS], resolveProvider: client.lazyActions },
        completionProvider: { triggerCharacters: [':', '-', ' '] },
        executeCommandProvider: { commands: [IGNORE_IN_FILE, UNIGNORE_IN_FILE, SHOW, OPEN_SOURCE] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.configuration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'ballpark' });
    if (client.watch) {
      const watchers = ['**/ballpark.{yaml,json}', '**/ballpark-ignore.json', '**/ballpark.data/*'].map(
        (globPattern) => ({ globPattern }),
      );
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => folder.uri));
        workspace.roots = [...workspace.roots.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)];
        refresh();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    workspace.reset(settings ?? undefined);
    refresh();
  });
  connection.onDidChangeWatchedFiles(() => {
    workspace.reset();
    refresh();
  });

  documents.onDidChangeContent(({ document }) =>
    diagnostics.changed(document, () => documents.get(document.uri) === document),
  );
  documents.onDidClose(({ document }) => {
    drafts.close(document.uri);
    workspace.close(document.uri);
    diagnostics.closed(document.uri);
  });

  connection.languages.diagnostics.on((params, token) =>
    diagnostics.pull(() => documents.get(params.textDocument.uri), params.previousResultId, token),
  );

  connection.onNotification(THEME, (theme: unknown) => {
    client = { ...client, theme: readTheme(theme) };
  });

  /** The check of an open draft, or null. */
  const checkedOf = async (uri: string) => {
    const document = documents.get(uri);
    return document ? drafts.checked(document) : null;
  };

  connection.onHover(async ({ textDocument, position }) => {
    const [checked, settings] = await Promise.all([checkedOf(textDocument.uri), workspace.settings(textDocument.uri)]);
    if (!checked || !settings.hover) return null;
    const { markdown, theme } = client;
    return hover(checked, position, { markdown, picture: settings.numberLine, surface: theme ?? 'any' });
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const { world, locale } = await workspace.context(document);
    const { citation } = await workspace.settings(document.uri);
    const language = (await drafts.checked(document))?.report.language ?? 'en';
    return completion(document, position, world, {
      citation,
      figures: (words) => figures(world, words, language, locale),
    });
  });

  connection.onCodeAction(async (params) => {
    const { uri } = params.textDocument;
    const [checked, { citation }] = await Promise.all([checkedOf(uri), workspace.settings(uri)]);
    if (!checked) return [];
    const { documentChanges, lazyActions: lazy, createFiles, show } = client;
    const folder = workspace.folderOf(uri);
    const dataFolder = folder && createFiles ? `${folder}${DATA_FOLDER}/` : null;
    const today = deps.host.today();
    return codeActions(checked, params, {
      documentChanges,
      lazy,
      show,
      citation,
      ignoreFile: folder !== null,
      dataFolder,
      today,
    });
  });

  connection.onCodeActionResolve(async (action) => {
    const data = action.data as ActionData | undefined;
    if (!data) return action;
    const checked = await checkedOf(data.uri);
    if (checked?.document.version !== data.version)
      throw new ResponseError(LSPErrorCodes.ContentModified, 'the draft has changed');
    return { ...action, edit: toWorkspaceEdit(checked, data.edits, client.documentChanges) };
  });

  const settled = async (): Promise<void> => {
    await whole?.().catch(() => undefined);
  };
  answerMargins(connection, checkedOf, (uri) => workspace.settings(uri));
  answerOwn(connection, { client: () => client, workspace, drafts, host: deps.host, checkedOf, refresh, settled });
  documents.listen(connection);
}
