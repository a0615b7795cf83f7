import { lstat, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Host, isoDay } from './host.ts';

const MAX_BYTES = 1024 * 1024;

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

/** Runs a file operation; null for other schemes and for every failure. */
async function attempt<T>(uri: string, act: (path: string) => Promise<T>): Promise<T | null> {
  const path = pathOf(uri);
  if (path === null) return null;
  try {
    return await act(path);
  } catch {
    return null;
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|[\\/])/.test(way);
}

/** Files of this machine. Links, pipes and devices are not followed. */
export const FILES: Host = {
  read: (uri) =>
    attempt(uri, async (path) => {
      const info = await lstat(path);
      return info.isFile() && info.size <= MAX_BYTES ? await readFile(path, 'utf8') : null;
    }),
  write: async (uri, text) =>
    (await attempt(uri, async (path) => {
      const info = await lstat(path).catch(() => null);
      if (info && !info.isFile()) return false;
      const half = `${path}.${process.pid}.tmp`;
      await writeFile(half, text, { flag: 'wx' });
      await rename(half, path).catch((error: unknown) => rm(half).then(() => Promise.reject(error)));
      return true;
    })) ?? false,
  modified: (uri) => attempt(uri, async (path) => isoDay((await stat(path)).mtime)),
  list: async (uri, root) =>
    (await attempt(uri, async (path) => {
      const outer = pathOf(root);
      if (outer === null || !isInside(await realpath(path), await realpath(outer))) return [];
      const entries = await readdir(path, { withFileTypes: true, recursive: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href)
        .sort();
    })) ?? [],
  today: () => isoDay(new Date()),
};
