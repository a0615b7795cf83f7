import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type IgnoreRule, isIgnored, readGitignore } from './gitignore.ts';

/** A file found, or a path that could not be read. `path` uses `/`. */
export type Found = { readonly path: string; readonly problem: string | null };

const NEVER = new Set(['.git', 'node_modules']);
const slashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * The files of a folder and the folders in it that `wanted` accepts, sorted, without what .gitignore leaves out.
 * Links are followed; no folder is read twice, so that a loop of links ends.
 */
export async function* walk(folder: string, wanted: (path: string) => boolean): AsyncGenerator<Found> {
  const start = resolve(folder);
  const root = await repositoryRoot(start);
  const below = relative(root, start).split(sep).filter(Boolean);
  const rules: IgnoreRule[] = [];
  for (let depth = 0; depth < below.length; depth++)
    rules.push(...(await ignoreRules(join(root, ...below.slice(0, depth)), depth)));
  yield* enter(folder, below, rules, new Set(), wanted);
}

async function* enter(
  folder: string,
  segments: readonly string[],
  inherited: readonly IgnoreRule[],
  seen: Set<string>,
  wanted: (path: string) => boolean,
): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  } catch (error) {
    yield { path: slashes(folder), problem: (error as Error).message };
    return;
  }
  const rules = [...inherited, ...(await ignoreRules(folder, segments.length))];
  for (const entry of entries) {
    if (NEVER.has(entry.name)) continue;
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    const inside = [...segments, entry.name];
    let kind: Pick<Dirent, 'isDirectory' | 'isFile'> = entry;
    if (entry.isSymbolicLink()) {
      try {
        kind = await stat(path);
      } catch (error) {
        if (wanted(slashes(path)) && !isIgnored(rules, inside, false))
          yield { path: slashes(path), problem: (error as Error).message };
        continue;
      }
    }
    if (isIgnored(rules, inside, kind.isDirectory())) continue;
    if (kind.isDirectory()) yield* enter(path, inside, rules, seen, wanted);
    else if (kind.isFile() && wanted(slashes(path))) yield { path: slashes(path), problem: null };
  }
}

/** The folder that holds `.git`, from `start` upward; `start` itself where there is none. */
async function repositoryRoot(start: string): Promise<string> {
  for (let at = start; ; at = dirname(at)) {
    const found = await stat(join(at, '.git')).catch(() => null);
    if (found) return at;
    if (dirname(at) === at) return start;
  }
}

async function ignoreRules(folder: string, depth: number): Promise<IgnoreRule[]> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => '');
  return readGitignore(text, depth);
}
