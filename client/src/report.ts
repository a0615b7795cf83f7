import {
  type Disposable,
  l10n,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ATTEND, PAGE, type PageResult } from '../../server/src/host/messages.ts';
import { pageOf, printable } from './page.ts';
import type { StatusItem } from './status.ts';

/** The report of a draft beside it: one page a draft, kept up to date, without network. */
export class Reports implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #panels = new Map<string, WebviewPanel>();
  readonly #events: Disposable;

  constructor(client: BaseLanguageClient, status: StatusItem) {
    this.#client = client;
    this.#events = status.onChanged((uri) => void this.#fill(uri));
  }

  async open(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const uri = document.uri.toString();
    await this.#client.sendNotification(ATTEND, { uri });
    const known = this.#panels.get(uri);
    if (known) return known.reveal();
    const panel = window.createWebviewPanel(
      'ballpark.report',
      l10n.t('Report: {0}', nameOf(uri)),
      { viewColumn: ViewColumn.Beside, preserveFocus: false },
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    this.#panels.set(uri, panel);
    panel.onDidDispose(() => this.#panels.delete(uri));
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#hear(uri, message));
    await this.#fill(uri);
  }

  async #page(uri: string): Promise<PageResult | null> {
    return this.#client.sendRequest<PageResult | null>(PAGE, { uri, name: nameOf(uri) }).catch(() => null);
  }

  async #fill(uri: string): Promise<void> {
    const panel = this.#panels.get(uri);
    if (!panel) return;
    const page = await this.#page(uri);
    if (page && this.#panels.has(uri)) panel.webview.html = pageOf(page);
  }

  /** The page may ask for two things: to show a place of the draft, and to be saved. */
  async #hear(uri: string, message: unknown): Promise<void> {
    const { offset, save } = (message ?? {}) as { readonly offset?: unknown; readonly save?: unknown };
    if (typeof offset === 'number' && Number.isInteger(offset)) await show(uri, offset);
    if (save === 'html' || save === 'markdown') await this.#save(uri, save);
  }

  async #save(uri: string, format: 'html' | 'markdown'): Promise<void> {
    const page = await this.#page(uri);
    if (!page) return;
    const [content, language] = format === 'html' ? [printable(page), 'html'] : [page.markdown, 'markdown'];
    const extension = format === 'html' ? 'html' : 'md';
    const from = Uri.parse(uri);
    const beside = from.with({ path: `${from.path.replace(/\.\w+$/, '')}.ballpark.${extension}` });
    const target = from.scheme === 'untitled' ? undefined : await window.showSaveDialog({ defaultUri: beside });
    if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(content));
    else if (from.scheme === 'untitled')
      await window.showTextDocument(await workspace.openTextDocument({ content, language }));
  }

  dispose(): void {
    this.#events.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }
}

const nameOf = (uri: string): string => Uri.parse(uri).path.split('/').at(-1) || uri;

async function show(uri: string, offset: number): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const editor = await window.showTextDocument(document, ViewColumn.One);
  const position = document.positionAt(offset);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
