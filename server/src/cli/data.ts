import type { World } from '../engine/index.ts';
import { readDataFolder } from '../host/dataFiles.ts';
import { lintData } from '../load/lint.ts';
import { knownOf, overlayData } from '../load/overlay.ts';
import { loadBuiltin } from '../load/packed.ts';
import { byPlace, type Problem } from '../load/problem.ts';
import type { Command } from './args.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';
import { DATA_FOLDER, problemLine } from './world.ts';

/** `ballpark data lint [DIR]`: what is wrong in a folder of figures, `file:line:column: message`, one a line. */
export async function runData(command: Command, terminal: Terminal): Promise<number> {
  const [verb, folder = DATA_FOLDER, ...more] = command.positionals;
  if (verb !== 'lint' || more.length > 0) throw new UsageError("data takes 'lint' and one folder");
  let files: ReadonlyMap<string, string>;
  try {
    files = await readDataFolder(folder);
  } catch (error) {
    throw new UsageError(`${folder}: ${(error as Error).message}`);
  }
  if (files.size === 0) throw new UsageError(`${folder}: no .yaml and no .csv file in it`);
  const problems = lint(files, loadBuiltin(terminal.builtin));
  if (command.on.has('json')) await terminal.out(`${JSON.stringify({ files: files.size, problems }, null, 2)}\n`);
  else {
    for (const p of problems) await terminal.out(`${problemLine(p)}\n`);
    terminal.err(`${files.size} files, ${problems.length} problems\n`);
  }
  return problems.length > 0 ? EXIT.usage : EXIT.clean;
}

/** A whole dataset stands alone; a workspace's folder leans on the built-in one and may hold tables. */
function lint(files: ReadonlyMap<string, string>, world: World): readonly Problem[] {
  const whole = [...files.keys()].some((path) => /(^|[\\/])units\.yaml$/.test(path));
  if (whole) return lintData(files);
  const { dataset } = world.reference;
  const yaml = new Map([...files].filter(([path]) => !path.endsWith('.csv')));
  const all = [...overlayData(files, dataset).problems, ...lintData(yaml, knownOf(dataset))];
  return [...new Map(all.map((p) => [problemLine(p), p])).values()].sort(byPlace);
}
