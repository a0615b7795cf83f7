import { type Args, type Cache, type FileReport, type Note, newCache } from '../engine/index.ts';
import type { Locale } from '../present/locale.ts';
import {
  type Check,
  type Checked,
  dressed,
  emptyReport,
  type Options,
  runCheck,
  type Sheet,
  type World,
} from './checker.ts';

/** What a check of a document needs besides its text. */
export interface Context {
  readonly world: World;
  readonly options: Options;
  readonly locale: Locale;
  readonly path: string;
  /** False: this document is not checked at all. */
  readonly attended: boolean;
  /** Message of a note that stands in place of a check; null: it is checked. */
  readonly refused: string | null;
  /** What of the folder's own files could not be read. */
  readonly problems: readonly string[];
  /** What was ignored could not be written down. */
  readonly unwritten: boolean;
}

export interface Ports {
  readonly engine: Check;
  readonly context: (document: Sheet) => Promise<Context>;
  /** A copy that stays as it is while the writer types on. */
  readonly copy: (document: Sheet) => Sheet;
  readonly now: () => number;
  readonly log: (message: string) => void;
  /** After each fresh check. */
  readonly onChecked: (checked: Checked) => void;
  /** Where a check could not even be begun, or its report not be written. */
  readonly onFailed: (document: Sheet) => void;
}

/** The last check of each open document; asks the engine once for a version. */
export class Drafts {
  readonly #ports: Ports;
  readonly #last = new Map<string, { readonly key: string; readonly checked: Promise<Checked | null> }>();
  readonly #caches = new Map<string, Cache>();
  readonly #logged = new Set<string>();
  #generation = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Changes with every change of settings or data. */
  get generation(): number {
    return this.#generation;
  }

  /** Forgets every result: settings or data changed. */
  refresh(): void {
    this.#generation++;
    this.#last.clear();
    this.#caches.clear();
  }

  close(uri: string): void {
    this.#last.delete(uri);
    this.#caches.delete(uri);
  }

  /** The check of the document as it stands; null where it is not attended. */
  checked(document: Sheet): Promise<Checked | null> {
    const key = `${document.version}:${this.#generation}`;
    const last = this.#last.get(document.uri);
    if (last?.key === key) return last.checked;
    const checked = this.#check(document);
    this.#last.set(document.uri, { key, checked });
    return checked;
  }

  async #check(document: Sheet): Promise<Checked | null> {
    try {
      const context = await this.#ports.context(document);
      if (!context.attended) return null;
      const cache = this.#caches.get(document.uri) ?? newCache();
      this.#caches.set(document.uri, cache);
      const checked = this.run(document, context, cache);
      this.#ports.onChecked(checked);
      return checked;
    } catch (error) {
      this.#tell(document.uri, error);
      this.#ports.onFailed(document);
      return null;
    }
  }

  /** Checks at once, without remembering the result. `cache`: what the last check of the same draft left. */
  run(open: Sheet, context: Context, cache: Cache | null = null): Checked {
    const { world, options, locale, path, refused } = context;
    const began = this.#ports.now();
    const document = this.#ports.copy(open);
    const draft = { text: document.getText(), path, id: null, format: 'auto' } as const;
    const failed = (error: unknown): void => {
      this.#caches.delete(document.uri);
      this.#tell(document.uri, error);
    };
    const report = refused
      ? emptyReport(draft, options, 'skipped', refused)
      : runCheck(this.#ports.engine, draft, options, world, failed, cache);
    return {
      document,
      report: dressed(withTroubles(report, context), locale, world),
      locale,
      world,
      ms: this.#ports.now() - began,
    };
  }

  #tell(uri: string, error: unknown): void {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${uri} ${message.slice(0, 200)}`;
    if (this.#logged.has(key)) return;
    this.#logged.add(key);
    this.#ports.log(`check failed: ${uri}: ${message.slice(0, 2000)}`);
  }
}

const trouble = (messageId: string, args: Args = {}): Note => ({ kind: 'skipped', messageId, args, start: 0, end: 0 });

/** Troubles with the folder's files stand among the notes. */
const withTroubles = (report: FileReport, { problems, unwritten }: Context): FileReport => ({
  ...report,
  notes: [
    ...report.notes,
    ...(unwritten ? [trouble('note.unwritten')] : []),
    ...problems.slice(0, 5).map((text) => trouble('note.config', { text: { kind: 'text', text } })),
  ],
});
