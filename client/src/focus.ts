import { type Diagnostic, Disposable, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  type Middleware,
  type ProvideDiagnosticSignature,
  vsdiag,
} from 'vscode-languageclient';
import type { DiagnosticData } from '../../server/src/host/messages.ts';
import { paragraphAt } from './paragraph.ts';
import { pullAgain } from './pullAgain.ts';

/** After so long without a keystroke everything is shown. */
const IDLE_MS = 1500;
/** A change this short is typing; a paste or a fix is not. */
const TYPED = 40;

type Mode = 'sentence' | 'paragraph' | 'off';

/**
 * Withholds the findings of the sentence being typed. They appear when the caret leaves it, on save, or after a
 * pause; a draft just opened shows them all. The server knows nothing of it.
 */
export class Focus implements Disposable {
  readonly #idle = new Map<string, NodeJS.Timeout>();
  readonly #whole = new Map<string, { readonly resultId: string | undefined; readonly items: readonly Diagnostic[] }>();
  readonly #withheld = new Set<string>();
  readonly #events: Disposable;
  #client: BaseLanguageClient | null = null;

  constructor() {
    this.#events = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        if (contentChanges.length === 0) return;
        const typed =
          reason === undefined && contentChanges.every((c) => c.text.length <= TYPED && c.rangeLength <= TYPED);
        if (typed) this.#typing(document);
        else this.#rest(document.uri);
      }),
      workspace.onDidSaveTextDocument(({ uri }) => this.#rest(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor.document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('ballpark.focus')) this.#show();
      }),
    );
  }

  follow(client: BaseLanguageClient): void {
    this.#client = client;
  }

  readonly middleware: Required<Pick<Middleware, 'provideDiagnostics' | 'handleDiagnostics'>> = {
    provideDiagnostics: async (document, previous, token, next: ProvideDiagnosticSignature) => {
      const report = await next(document, previous, token);
      const uri = document instanceof Uri ? document : document.uri;
      const key = uri.toString();
      if (!report) return report;
      const known = this.#whole.get(key);
      const whole = report.kind === vsdiag.DocumentDiagnosticReportKind.full ? report : known;
      if (!whole) return report;
      this.#whole.set(key, { resultId: report.resultId, items: whole.items });
      return {
        kind: vsdiag.DocumentDiagnosticReportKind.full,
        ...(report.resultId === undefined ? {} : { resultId: report.resultId }),
        items: this.#visible(uri, whole.items),
      };
    },
    handleDiagnostics: (uri, items, next) => {
      this.#whole.set(uri.toString(), { resultId: undefined, items });
      next(uri, this.#visible(uri, items));
    },
  };

  #visible(uri: Uri, items: readonly Diagnostic[]): Diagnostic[] {
    const key = uri.toString();
    const hidden = this.#idle.has(key) ? this.#hiddenRanges(uri, items) : [];
    const visible = items.filter((item) => !hidden.includes(item));
    if (visible.length < items.length) this.#withheld.add(key);
    else this.#withheld.delete(key);
    return visible;
  }

  #hiddenRanges(uri: Uri, items: readonly Diagnostic[]): Diagnostic[] {
    const mode = workspace.getConfiguration('ballpark', uri).get<Mode>('focus', 'sentence');
    if (mode === 'off') return [];
    const editors = window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === uri.toString());
    return items.filter((item) =>
      editors.some(({ document, selections }) =>
        selections.some(({ active }) =>
          mode === 'paragraph'
            ? paragraphAt(document, active).contains(item.range.start)
            : sentenceOf(item).contains(active),
        ),
      ),
    );
  }

  #typing(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#idle.get(key));
    this.#idle.set(
      key,
      setTimeout(() => this.#rest(document.uri), IDLE_MS),
    );
  }

  /** The writer rests: nothing is withheld any more. */
  #rest(uri: Uri): void {
    const key = uri.toString();
    clearTimeout(this.#idle.get(key));
    this.#idle.delete(key);
    if (this.#withheld.has(key)) this.#show();
  }

  #moved(document: TextDocument): void {
    const key = document.uri.toString();
    const whole = this.#whole.get(key);
    if (!this.#withheld.has(key) || !whole) return;
    if (this.#hiddenRanges(document.uri, whole.items).length === 0) this.#show();
  }

  #show(): void {
    if (this.#client) pullAgain(this.#client);
  }

  #forget(uri: Uri): void {
    const key = uri.toString();
    clearTimeout(this.#idle.get(key));
    for (const map of [this.#idle, this.#whole, this.#withheld]) map.delete(key);
  }

  dispose(): void {
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#events.dispose();
  }
}

/** Where the sentence of a finding stands; the finding itself where the server did not say. */
function sentenceOf(item: Diagnostic): Range {
  const { sentence } = ((item as Diagnostic & { readonly data?: DiagnosticData }).data ??
    {}) as Partial<DiagnosticData>;
  if (!sentence) return item.range;
  const { start, end } = sentence;
  return new Range(start.line, start.character, end.line, end.character);
}
