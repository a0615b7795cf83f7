import type { Host } from '../host/host.ts';
import { CONFIG_NAMES, type Config, readConfig } from '../load/config.ts';
import { type Ignored, readIgnores } from '../load/ignores.ts';

/** What a workspace folder says to the checker: its configuration and what its writers decided to ignore. */
export interface Folder {
  readonly config: Config;
  readonly ignored: readonly Ignored[];
  /** One line for each thing that could not be read, with file, line and column. */
  readonly problems: readonly string[];
}

export const IGNORE_FILE = 'ballpark-ignore.json';
const NOTHING: Folder = { config: {}, ignored: [], problems: [] };

/** Folders, each read once until something in them changes. */
export class Folders {
  readonly #host: Host;
  readonly #known = new Map<string, Promise<Folder>>();

  constructor(host: Host) {
    this.#host = host;
  }

  reset(): void {
    this.#known.clear();
  }

  /** `uri` ends in a slash; null: a draft outside of all folders. */
  of(uri: string | null): Promise<Folder> {
    if (uri === null) return Promise.resolve(NOTHING);
    const known = this.#known.get(uri) ?? this.#read(uri);
    this.#known.set(uri, known);
    return known;
  }

  async #read(uri: string): Promise<Folder> {
    const problems: string[] = [];
    let config: Config = {};
    for (const name of CONFIG_NAMES) {
      const text = await this.#host.read(uri + name);
      if (text === null) continue;
      const read = readConfig(text, name);
      config = read.config;
      problems.push(...read.problems.map((p) => `${p.file}:${p.line}:${p.column}: ${p.message}`));
      break;
    }
    const text = await this.#host.read(uri + IGNORE_FILE);
    const ignored = text === null ? [] : readIgnores(text);
    if (ignored === null) problems.push(`${IGNORE_FILE}:1:1: not a list of ignored findings`);
    return { config, ignored: ignored ?? [], problems };
  }
}
