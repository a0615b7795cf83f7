import type { World } from '../engine/index.ts';
import type { Host } from '../host/host.ts';
import { CONFIG_NAMES, type Config, readConfig } from '../load/config.ts';
import { type Ignored, readIgnores } from '../load/ignores.ts';
import { localWorld } from '../load/localWorld.ts';
import type { Problem } from '../load/problem.ts';

/** What a workspace folder says to the checker: its configuration and what its writers decided to ignore. */
export interface Folder {
  /** The built-in knowledge, with the folder's own figures over it. */
  readonly world: World;
  readonly config: Config;
  readonly ignored: readonly Ignored[];
  /** One line for each thing that could not be read, with file, line and column. */
  readonly problems: readonly string[];
  /** What was ignored could not be written: it lasts as long as the server. */
  readonly unwritten: boolean;
}

export const IGNORE_FILE = 'ballpark-ignore.json';
/** Where a workspace keeps its own figures. */
export const DATA_FOLDER = 'ballpark.data';
const MOST_FILES = 2000;

/** Folders, each read once until something in them changes. */
export class Folders {
  readonly #host: Host;
  readonly #world: () => Promise<World>;
  readonly #known = new Map<string, Promise<Folder>>();
  /** Lists of ignored findings that could not be written, by folder: they stand in for the file. */
  readonly kept: Map<string, readonly Ignored[]> = new Map();

  constructor(host: Host, world: () => Promise<World>) {
    this.#host = host;
    this.#world = world;
  }

  reset(): void {
    this.#known.clear();
  }

  /** `uri` ends in a slash; null: a draft outside of all folders. */
  of(uri: string | null): Promise<Folder> {
    const key = uri ?? '';
    const known = this.#known.get(key) ?? this.#read(uri);
    this.#known.set(key, known);
    return known;
  }

  async #read(uri: string | null): Promise<Folder> {
    const base = await this.#world();
    if (uri === null) return { world: base, config: {}, ignored: [], problems: [], unwritten: false };
    const problems: string[] = [];
    const tell = (list: readonly Problem[]): void => {
      problems.push(...list.map((p) => `${p.file}:${p.line}:${p.column}: ${p.message}`));
    };
    let config: Config = {};
    for (const name of CONFIG_NAMES) {
      const text = await this.#host.read(uri + name);
      if (text === null) continue;
      const read = readConfig(text, name);
      config = read.config;
      tell(read.problems);
      break;
    }
    const text = await this.#host.read(uri + IGNORE_FILE);
    const ignored = text === null ? [] : readIgnores(text);
    if (ignored === null) problems.push(`${IGNORE_FILE}:1:1: not a list of ignored findings`);
    const files = await this.#data(uri, [DATA_FOLDER, ...(config.data ?? [])]);
    const own = localWorld(files, base);
    tell(own.problems);
    const kept = this.kept.get(uri);
    return { world: own.world, config, ignored: kept ?? ignored ?? [], problems, unwritten: kept !== undefined };
  }

  /** Texts of the data files of some folders inside `uri`, by their path from it. */
  async #data(uri: string, folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    for (const folder of new Set(folders)) {
      const root = `${uri}${folder.replace(/^\.\//, '').replace(/\/$/, '').split('/').map(encodeURIComponent).join('/')}`;
      for (const file of await this.#host.list(root, uri)) {
        if (files.size >= MOST_FILES || !/\.(ya?ml|csv)$/i.test(file)) continue;
        const text = await this.#host.read(file);
        if (text !== null) files.set(decodeURIComponent(file.slice(uri.length)), text);
      }
    }
    return files;
  }
}
