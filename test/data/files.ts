import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** Files of a folder by their path from the root, those of languages and generated schemas left out. */
export function filesOf(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(ya?ml|csv)$/.test(path) || /[\\/](languages|schema)[\\/]/.test(path)) continue;
    files.set(path.slice(root.length), readFileSync(path, 'utf8'));
  }
  return files;
}
