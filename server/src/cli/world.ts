import type { World } from '../engine/index.ts';
import { readDataFolder } from '../host/dataFiles.ts';
import { localWorld } from '../load/localWorld.ts';
import { loadBuiltin } from '../load/packed.ts';
import type { Problem } from '../load/problem.ts';
import { loadTagger, withTagger } from '../load/tagger.ts';
import { UsageError } from './usage.ts';

/** Where a workspace keeps its own figures. */
export const DATA_FOLDER = 'ballpark.data';

export const problemLine = (p: Problem): string => `${p.file}:${p.line}:${p.column}: ${p.message}`;

/** What is wrong with a file of the user's ends the run: file, line and column of each mistake. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UsageError(problems.map(problemLine).join('\nballpark: '));
}

/** The data files of some folders, those of `ballpark.data` first where that folder exists. UsageError. */
async function ownFiles(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const folder of new Set([DATA_FOLDER, ...folders]))
    try {
      for (const [path, text] of await readDataFolder(folder)) files.set(path, text);
    } catch (error) {
      if (folder !== DATA_FOLDER || (error as NodeJS.ErrnoException).code !== 'ENOENT')
        throw new UsageError(`${folder}: ${(error as Error).message}`);
    }
  return files;
}

/** What the checker knows: the built-in data, and the writer's own figures over it. */
export async function loadWorld(builtin: string, folders: readonly string[]): Promise<World> {
  const tagger = loadTagger();
  const { world, problems } = localWorld(await ownFiles(folders), loadBuiltin(builtin));
  refuse(problems);
  return withTagger(world, await tagger);
}
