import type { Host } from '../host/host.ts';
import { LOCALES, type Locale } from '../present/locale.ts';
import type { Sheet, World } from './checker.ts';
import type { Client } from './client.ts';
import type { Context } from './drafts.ts';
import { Folders } from './folder.ts';
import { fileOf } from './notebook.ts';
import { isMatched, readSettings, type Settings, toOptions } from './settings.ts';

/** Documents of these schemes are shadows of others or no drafts. */
const FOREIGN =
  /^(git|gitfs|output|debug|search-editor|walkThrough|comment|vscode-(?:userdata|settings|chat\S*|interactive\S*|copilot\S*)|chat\S*):/;

/** Everything a check needs that is not in the draft: settings, dates, folders. */
export class Workspace {
  readonly #ask: (uri: string) => Promise<unknown>;
  readonly #host: Host;
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #attended = new Set<string>();
  readonly folders: Folders;
  #pushed: unknown = {};
  client: Client | null = null;
  roots: readonly string[] = [];

  /** `ask` gives the editor's section `ballpark` for a resource. */
  constructor(ask: (uri: string) => Promise<unknown>, host: Host, world: () => Promise<World>) {
    this.#ask = ask;
    this.#host = host;
    this.folders = new Folders(host, world);
  }

  /** Settings changed; `pushed` is what clients send that cannot be asked. */
  reset(pushed?: unknown): void {
    this.#settings.clear();
    this.folders.reset();
    if (pushed !== undefined) this.#pushed = pushed;
  }

  attend(uri: string): void {
    this.#attended.add(uri);
  }

  close(uri: string): void {
    this.#settings.delete(uri);
    this.#attended.delete(uri);
  }

  settings(uri: string): Promise<Settings> {
    if (!this.client?.configuration) return Promise.resolve(readSettings(section(this.#pushed)));
    const known = this.#settings.get(uri);
    if (known) return known;
    const asked = this.#ask(this.#fileOf(uri)).then(readSettings, () => readSettings({}));
    this.#settings.set(uri, asked);
    return asked;
  }

  /** Nested folders: the inner one first. */
  #folders(): string[] {
    const folders = this.roots.map((root) => (root.endsWith('/') ? root : `${root}/`));
    return folders.sort((a, b) => b.length - a.length);
  }

  #fileOf(uri: string): string {
    return fileOf(uri, this.#folders());
  }

  /** The workspace folder of a document, with a slash at its end; null outside of all. */
  folderOf(uri: string): string | null {
    const file = this.#fileOf(uri);
    return this.#folders().find((root) => file.startsWith(root)) ?? null;
  }

  async context(document: Sheet, asked = false): Promise<Context> {
    const { uri, languageId } = document;
    const file = this.#fileOf(uri);
    const [settings, modified] = await Promise.all([this.settings(uri), this.#host.modified(file)]);
    const root = this.folderOf(uri);
    const folder = await this.folders.of(root);
    const path = decode(root ? file.slice(root.length) : file.slice(file.lastIndexOf('/') + 1));
    const excluded = [...settings.exclude, ...(folder.config.exclude ?? [])];
    const wanted = asked || this.#attended.has(uri);
    const draft = languageId === 'markdown' && settings.enable && !isMatched(excluded, path);
    return {
      world: folder.world,
      options: toOptions(settings, folder, path, modified, this.#host.today()),
      problems: folder.problems,
      unwritten: folder.unwritten,
      refused: this.client?.quarantine.has(uri) ? 'note.quarantined' : null,
      locale: this.#locale(settings, folder.config.locale),
      path,
      attended: !FOREIGN.test(uri) && (wanted || draft),
    };
  }

  #locale(settings: Settings, configured: Locale | undefined): Locale {
    return LOCALES.find((locale) => locale === settings.locale) ?? configured ?? this.client?.locale ?? 'en';
  }
}

function section(pushed: unknown): unknown {
  const settings = typeof pushed === 'object' && pushed !== null ? (pushed as Record<string, unknown>) : {};
  return settings['ballpark'] ?? settings;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
