import type { World } from '../engine/index.ts';
import { loadBuiltin } from '../load/packed.ts';

/** What the checker knows: the built-in data and the folders of `--data`. */
export async function loadWorld(builtin: string, _folders: readonly string[]): Promise<World> {
  return loadBuiltin(builtin);
}
