import type { InitializeParams } from 'vscode-languageserver';
import type { InitOptions, Theme } from '../host/messages.ts';
import { type Locale, pickLocale } from '../present/locale.ts';

/** What the editor at the other end can do, read once from `initialize`. */
export interface Client {
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  readonly configuration: boolean;
  readonly watch: boolean;
  readonly folders: boolean;
  readonly related: boolean;
  readonly markdown: boolean;
  readonly documentChanges: boolean;
  readonly lazyActions: boolean;
  /** Shows files, and pages in the browser. */
  readonly show: boolean;
  /** Can make files and show them. */
  readonly createFiles: boolean;
  readonly locale: Locale;
  /** Null: the editor does not say. */
  readonly theme: Theme | null;
  readonly rulePages: string | null;
  readonly quarantine: ReadonlySet<string>;
  readonly roots: readonly string[];
}

/** A theme as the editor names it; null for anything else. */
export const readTheme = (theme: unknown): Theme | null => (theme === 'light' || theme === 'dark' ? theme : null);

export function readClient(params: InitializeParams, rulePages: string | null): Client {
  const { textDocument: text, workspace } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as InitOptions;
  const page = typeof options.rulePages === 'string' ? options.rulePages : rulePages;
  return {
    pull: text?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    related: text?.publishDiagnostics?.relatedInformation === true || text?.diagnostic?.relatedInformation === true,
    markdown: text?.hover?.contentFormat?.includes('markdown') ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    show: params.capabilities.window?.showDocument?.support === true,
    createFiles:
      workspace?.workspaceEdit?.resourceOperations?.includes('create') === true &&
      params.capabilities.window?.showDocument?.support === true,
    lazyActions:
      text?.codeAction?.dataSupport === true && (text.codeAction.resolveSupport?.properties.includes('edit') ?? false),
    locale: pickLocale(params.locale),
    theme: readTheme(options.theme),
    rulePages: page,
    quarantine: new Set(Array.isArray(options.quarantine) ? options.quarantine : []),
    roots: (params.workspaceFolders ?? []).map((folder) => folder.uri),
  };
}
