import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './client.ts';
import type { Drafts } from './drafts.ts';
import { toDiagnostics } from './toProtocol.ts';

/** Quiet time after a keystroke before findings are pushed. */
const PAUSE_MS = 200;

/** Long enough to hear the keystrokes and cancellations that already arrived, too short to be felt. */
const BREATH_MS = 20;
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BREATH_MS));

/** VS Code's client drops a pull it had already planned when told not to ask again, so it is told to. */
const superseded = (): ResponseError<{ retriggerRequest: boolean }> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'superseded', { retriggerRequest: true });

/** Findings of open drafts: pulled where the client can, pushed otherwise, never both. */
export class Diagnostics {
  readonly #connection: Connection;
  readonly #drafts: Drafts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  client: Client | null = null;

  constructor(connection: Connection, drafts: Drafts) {
    this.#connection = connection;
    this.#drafts = drafts;
  }

  async pull(
    open: () => TextDocument | undefined,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await breath();
    if (token.isCancellationRequested) throw superseded();
    const document = open();
    const checked = document ? await this.#drafts.checked(document) : null;
    if (!checked) return { kind: 'full', items: [] };
    const resultId = `${checked.document.version}:${this.#drafts.generation}`;
    if (previous === resultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: toDiagnostics(checked.document, checked.report, this.#options()) };
  }

  /** Pushes the findings once the writer pauses; does nothing for clients that pull. */
  changed(document: TextDocument, isOpen: () => boolean): void {
    if (this.client?.pull !== false) return;
    const { uri } = document;
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => void this.#push(document, isOpen), PAUSE_MS),
    );
  }

  async #push(document: TextDocument, isOpen: () => boolean): Promise<void> {
    this.#timers.delete(document.uri);
    const checked = await this.#drafts.checked(document).catch(() => null);
    if (!isOpen()) return;
    const version = checked?.document.version ?? document.version;
    const diagnostics = checked ? toDiagnostics(checked.document, checked.report, this.#options()) : [];
    await this.#connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
  }

  closed(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    if (this.client?.pull === false) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Settings or data changed: everything open is to be asked or pushed again. */
  refresh(open: readonly TextDocument[], isOpen: (uri: string) => boolean): void {
    if (this.client?.refresh) void this.#connection.languages.diagnostics.refresh().catch(() => undefined);
    for (const document of open) this.changed(document, () => isOpen(document.uri));
  }

  #options(): { readonly rulePages: string | null; readonly related: boolean } {
    return { rulePages: this.client?.rulePages ?? null, related: this.client?.related ?? false };
  }
}
