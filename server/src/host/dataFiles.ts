import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const MOST_FILES = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;
const DATA = /\.(?:ya?ml|csv)$/i;

/** Texts of the data files of a folder and the folders in it, by path, in order. Throws where it cannot be read. */
export async function readDataFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!DATA.test(name)) continue;
    const path = join(folder, name);
    const info = await stat(path);
    if (!info.isFile()) continue;
    if (info.size > MAX_BYTES) throw new Error(`${path} is larger than ${MAX_BYTES} bytes`);
    if (files.size >= MOST_FILES) throw new Error(`${folder} holds more than ${MOST_FILES} data files`);
    files.set(path, await readFile(path, 'utf8'));
  }
  return files;
}
