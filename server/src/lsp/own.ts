import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../host/host.ts';
import {
  ATTEND,
  type Attend,
  BIBLIOGRAPHY,
  type BibliographyParams,
  CHECK,
  type CheckParams,
  CLAIMS,
  type ClaimsParams,
  FIGURES,
  type FiguresParams,
  type FigureView,
  IGNORED,
  type IgnoreArgs,
  type IgnoredParams,
  type IgnoredView,
  OPEN_SOURCE,
  type OpenSourceArgs,
  PAGE,
  type PageParams,
  type PageResult,
  SHOW,
  UNIGNORE_IN_FILE,
} from '../host/messages.ts';
import { toCsl } from '../present/csl.ts';
import { safeUrl } from '../present/escape.ts';
import { namesOf } from '../present/names.ts';
import { reportHtml } from '../present/page.ts';
import { reportMarkdown } from '../present/pageMarkdown.ts';
import { sourcesOf } from '../present/reportRows.ts';
import type { Checked } from './checker.ts';
import { toClaims } from './claims.ts';
import type { Client } from './client.ts';
import { converter } from './convert.ts';
import type { Drafts } from './drafts.ts';
import { figures } from './figures.ts';
import { IgnoreFile, readIgnoreArgs } from './ignoreFile.ts';
import { toStatus } from './status.ts';
import { toDiagnostics } from './toProtocol.ts';
import type { Workspace } from './workspace.ts';

export interface Desk {
  readonly client: () => Client;
  readonly workspace: Workspace;
  readonly drafts: Drafts;
  readonly host: Host;
  readonly checkedOf: (uri: string) => Promise<Checked | null>;
  readonly refresh: () => void;
  /** When everything is loaded that changes an answer. */
  readonly settled: () => Promise<void>;
}

/** Answers the requests of `host/messages.ts`. */
export function answerOwn(
  connection: Connection,
  { client, workspace, drafts, host, checkedOf, refresh, settled }: Desk,
): void {
  const ignoreFile = new IgnoreFile(host, workspace.folders.kept);
  const ignoredIn = async (uri: string): Promise<readonly IgnoredView[]> =>
    (await workspace.folders.of(workspace.folderOf(uri))).ignored;

  connection.onNotification(ATTEND, ({ uri }: Attend) => {
    workspace.attend(uri);
    refresh();
  });
  connection.onRequest(CLAIMS, async ({ uri }: ClaimsParams) => {
    const checked = await checkedOf(uri);
    return checked && toClaims(checked);
  });
  connection.onRequest(CHECK, async ({ uri, text, languageId }: CheckParams) => {
    await settled(); // nobody would ask again
    const document = TextDocument.create(uri, languageId, 0, text);
    const checked = drafts.run(document, await workspace.context(document, true));
    const { rulePages, related } = client();
    return {
      diagnostics: toDiagnostics(checked.document, checked.report, { rulePages, related }),
      status: toStatus(checked),
    };
  });
  connection.onRequest(PAGE, async ({ uri, name }: PageParams): Promise<PageResult | null> => {
    const checked = await checkedOf(uri);
    if (!checked) return null;
    const { document, report, locale, world } = checked;
    const input = {
      name,
      text: document.getText(),
      report,
      locale,
      names: namesOf(world.reference),
      convert: converter(world.reference),
      dataset: world.reference.dataset,
      decisions: await ignoredIn(uri),
      lineOf: (offset: number) => document.positionAt(offset).line + 1,
    };
    return { html: reportHtml(input), markdown: reportMarkdown(input), locale };
  });
  connection.onRequest(FIGURES, async ({ uri, words }: FiguresParams): Promise<readonly FigureView[]> => {
    const checked = await checkedOf(uri);
    return checked ? figures(checked.world, words, checked.report.language, checked.locale) : [];
  });
  connection.onRequest(IGNORED, ({ uri }: IgnoredParams) => ignoredIn(uri));
  connection.onRequest(BIBLIOGRAPHY, async ({ uri }: BibliographyParams): Promise<string | null> => {
    const checked = await checkedOf(uri);
    return checked && toCsl(sourcesOf(checked.report), checked.world.reference.sources);
  });
  /** A page is opened only where a figure of the draft rests on it. */
  const openSource = async ({ uri, url }: Partial<OpenSourceArgs>): Promise<boolean> => {
    const checked = typeof uri === 'string' ? await checkedOf(uri) : null;
    const safe = typeof url === 'string' ? safeUrl(url) : null;
    if (!safe || !checked || !sourcesOf(checked.report).some((source) => source.url === url)) return false;
    return (await connection.window.showDocument({ uri: safe, external: true })).success;
  };
  connection.onExecuteCommand(async ({ command, arguments: list }) => {
    if (command === OPEN_SOURCE) return openSource((list?.[0] ?? {}) as Partial<OpenSourceArgs>);
    if (command === SHOW) {
      const { uri } = (list?.[0] ?? {}) as { readonly uri?: unknown };
      const ours = typeof uri === 'string' && workspace.folderOf(uri) !== null;
      return ours && (await connection.window.showDocument({ uri, takeFocus: true })).success;
    }
    const folders = new Map<string, IgnoreArgs[]>();
    for (const raw of list ?? []) {
      const args = readIgnoreArgs(raw);
      const folder = args && workspace.folderOf(args.uri);
      if (args && folder) folders.set(folder, [...(folders.get(folder) ?? []), args]);
    }
    const act = command === UNIGNORE_IN_FILE ? 'remove' : 'add';
    const done = await Promise.all([...folders].map(([folder, entries]) => ignoreFile[act](folder, entries)));
    workspace.reset();
    refresh();
    return done.length > 0 && done.every(Boolean);
  });
}
