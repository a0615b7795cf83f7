import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type Host, NO_FILES } from '../../server/src/host/host.ts';
import { STATUS, type Status } from '../../server/src/host/messages.ts';
import { type Deps, serve } from '../../server/src/lsp/server.ts';
import { fakeCheck, WORLD } from './fake.ts';

/** What VS Code can, as far as we use it. */
export const FULL: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
/** An editor that only shows what it is sent. */
export const SMALL: ClientCapabilities = {};

export interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  readonly deps?: Partial<Deps>;
  readonly host?: Partial<Host>;
}

type Position = { line: number; character: number };

/** The editor's side of a session with the real server, over streams in memory. */
export class Editor {
  readonly pushed: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  readonly statuses: Status[] = [];
  readonly logged: string[] = [];
  refreshes = 0;
  settings: Record<string, unknown> = {};
  readonly connection: ProtocolConnection;
  result!: InitializeResult;
  #version = new Map<string, number>();

  private constructor(connection: ProtocolConnection) {
    this.connection = connection;
  }

  static async open(options: Options = {}): Promise<Editor> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const host: Host = { ...NO_FILES, today: () => '2026-11-23', ...options.host };
    serve(server, {
      engine: fakeCheck,
      world: async () => WORLD,
      host,
      version: '0.0.0',
      rulePages: 'file:///pages/',
      ...options.deps,
    });
    server.listen();
    const editor = new Editor(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
    const { connection } = editor;
    connection.onNotification('textDocument/publishDiagnostics', (p: Editor['pushed'][number]) => {
      editor.pushed.push(p);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      editor.logged.push(message);
    });
    connection.onNotification(STATUS, (status: Status) => {
      editor.statuses.push(status);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => editor.settings),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      editor.refreshes++;
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    editor.result = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
      capabilities: options.capabilities ?? FULL,
      initializationOptions: options.initializationOptions,
      ...(options.locale ? { locale: options.locale } : {}),
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  async write(text: string, uri = 'file:///w/draft.md', languageId = 'markdown'): Promise<void> {
    this.#version.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces a range; without a range the whole text. */
  async change(text: string, range?: { start: Position; end: Position }, uri = 'file:///w/draft.md'): Promise<number> {
    const version = (this.#version.get(uri) ?? 0) + 1;
    this.#version.set(uri, version);
    const contentChanges = [range ? { range, text } : { text }];
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  close(uri = 'file:///w/draft.md'): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(uri = 'file:///w/draft.md', previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    });
  }

  async items(uri?: string): Promise<Diagnostic[]> {
    const answer = await this.pull(uri);
    return answer.kind === 'full' ? answer.items : [];
  }

  hover(line: number, character: number, uri = 'file:///w/draft.md'): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  actions(
    line: number,
    from: number,
    to: number,
    only?: string[],
    diagnostics: Diagnostic[] = [],
  ): Promise<CodeAction[]> {
    const range = { start: { line, character: from }, end: { line, character: to } };
    const context = { diagnostics, ...(only ? { only } : {}) };
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: 'file:///w/draft.md' },
      range,
      context,
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** Waits for something to come in. */
  async until<T>(get: () => T | undefined | false): Promise<T> {
    for (let i = 0; i < 400; i++) {
      const value = get();
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('it never came');
  }

  async quit(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}
