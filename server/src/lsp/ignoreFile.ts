import type { Host } from '../host/host.ts';
import type { IgnoreArgs } from '../host/messages.ts';
import { type Ignored, readIgnores, withIgnored, withoutIgnored, writeIgnores } from '../load/ignores.ts';
import { IGNORE_FILE } from './folder.ts';

/**
 * Changes `ballpark-ignore.json` of a folder; one change after the other. A list that cannot be written goes to `kept`,
 * by folder. False where the file cannot be read, which nothing may write over.
 */
export class IgnoreFile {
  readonly #host: Host;
  readonly #kept: Map<string, readonly Ignored[]>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: Host, kept: Map<string, readonly Ignored[]>) {
    this.#host = host;
    this.#kept = kept;
  }

  add(folder: string, list: readonly IgnoreArgs[]): Promise<boolean> {
    const on = this.#host.today();
    const fresh = list.map(
      ({ fingerprint, rule, text, reason, by }): Ignored => ({
        ...{ fingerprint, rule, text, on },
        reason: reason ?? null,
        by: by ?? null,
      }),
    );
    return this.#change(folder, (entries) => fresh.reduce(withIgnored, entries));
  }

  remove(folder: string, list: readonly Pick<Ignored, 'fingerprint' | 'rule'>[]): Promise<boolean> {
    return this.#change(folder, (entries) => list.reduce(withoutIgnored, entries));
  }

  #change(folder: string, change: (entries: readonly Ignored[]) => readonly Ignored[]): Promise<boolean> {
    const done = this.#last.then(async () => {
      const entries = readIgnores((await this.#host.read(folder + IGNORE_FILE)) ?? '');
      if (entries === null) return false;
      const all = change(this.#kept.get(folder) ?? entries);
      if (await this.#host.write(folder + IGNORE_FILE, writeIgnores(all))) this.#kept.delete(folder);
      else this.#kept.set(folder, all);
      return true;
    });
    this.#last = done.catch(() => undefined);
    return done.catch(() => false);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 10_000;

/** The argument of an ignore command, if it is one. */
export function readIgnoreArgs(raw: unknown): IgnoreArgs | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { uri, fingerprint, rule, text, reason, by } = raw as Record<string, unknown>;
  if (!isText(uri) || !isText(fingerprint) || fingerprint === '' || !isText(rule)) return null;
  return {
    uri,
    fingerprint,
    rule,
    text: isText(text) ? text : '',
    ...(isText(reason) && reason ? { reason } : {}),
    ...(isText(by) && by ? { by } : {}),
  };
}
