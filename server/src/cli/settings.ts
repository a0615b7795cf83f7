import { readFile } from 'node:fs/promises';
import { CONFIG_NAMES, type Config, readConfig } from '../load/config.ts';
import { readIgnores } from '../load/ignores.ts';
import { UsageError } from './usage.ts';
import { refuse } from './world.ts';

const IGNORE_FILE = 'ballpark-ignore.json';

/** The file's text; null where nobody asked for it by name and it is not there. UsageError. */
async function textOf(file: string, asked: boolean): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!asked && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/** The configuration file that was named, else the one of this folder; {} where there is none. */
export async function configOf(named: string | null): Promise<Config> {
  for (const file of named === null ? CONFIG_NAMES : [named]) {
    const text = await textOf(file, named !== null);
    if (text === null) continue;
    const { config, problems } = readConfig(text, file);
    refuse(problems);
    return config;
  }
  return {};
}

/** Fingerprints that this folder's writers decided to ignore. */
export async function ignoredHere(): Promise<readonly string[]> {
  const text = await textOf(IGNORE_FILE, false);
  if (text === null) return [];
  const entries = readIgnores(text);
  if (entries === null) throw new UsageError(`${IGNORE_FILE}:1:1: not a list of ignored findings`);
  return entries.map((entry) => entry.fingerprint);
}
