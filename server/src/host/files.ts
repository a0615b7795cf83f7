import { lstat, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
      await writeFile(`${path}.tmp`, text, { flag: 'wx' });
      await rename(`${path}.tmp`, path);
      return true;
    })) ?? false,
  modified: (uri) => attempt(uri, async (path) => isoDay((await stat(path)).mtime)),
  list: async (uri) =>
    (await attempt(uri, async (path) => {
      const entries = await readdir(path, { withFileTypes: true });
      const base = uri.endsWith('/') ? uri : `${uri}/`;
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => base + encodeURIComponent(entry.name))
        .sort();
    })) ?? [],
  today: () => isoDay(new Date()),
};
