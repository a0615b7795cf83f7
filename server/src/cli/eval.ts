import { readFile, stat, writeFile } from 'node:fs/promises';
import { isCorpusFile, readCorpus } from '../eval/corpus.ts';
import { figures } from '../eval/figures.ts';
import { type Passage, readPassages, readPredictions } from '../eval/passages.ts';
import { predict } from '../eval/predict.ts';
import { printErrors, printFigures } from '../eval/print.ts';
import { score } from '../eval/score.ts';
import { readDataFolder } from '../host/dataFiles.ts';
import { type Command, countFlag, dateFlag } from './args.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';
import { loadWorld } from './world.ts';

/**
 * `ballpark eval PASSAGES [PREDICTIONS]`: checks every annotated passage and prints how well that went;
 * with a file of predictions, scores those instead.
 */
export async function runEval(command: Command, terminal: Terminal): Promise<number> {
  const [file, given, ...more] = command.positionals;
  if (file === undefined || more.length > 0) throw new UsageError('eval takes one file or folder of passages');
  const errors = command.text['errors'] === undefined ? 0 : countFlag(command, 'errors', 50);
  const knownAt = dateFlag(command, 'as-of') ?? terminal.today;
  const passages = await readGold(file);
  const predictions =
    given === undefined
      ? predict(passages, await loadWorld(terminal.builtin, command.data), knownAt)
      : new Map((await readFrom(given, readPredictions)).map((p) => [p.id, p] as const));
  const target = command.text['predictions'];
  if (target !== undefined)
    await writeFile(target, [...predictions.values()].map((p) => `${JSON.stringify(p)}\n`).join(''));

  const result = score(passages, predictions);
  const summary = figures(result);
  const listed = result.errors.slice(0, errors);
  const lines = command.on.has('json')
    ? [JSON.stringify(errors ? { ...summary, errors: listed } : summary, null, 1)]
    : [...printFigures(summary), ...(errors ? ['', 'errors:', ...printErrors(listed)] : [])];
  await terminal.out(`${lines.join('\n')}\n`);
  return EXIT.clean;
}

/** Passages of a file of JSON lines, of a YAML file, or of every YAML file in a folder. */
async function readGold(path: string): Promise<readonly Passage[]> {
  if (!/\.ya?ml$/.test(path) && !(await isFolder(path))) return readFrom(path, readPassages);
  const files = /\.ya?ml$/.test(path)
    ? new Map([[path, await readFrom(path, (text) => text)]])
    : await readDataFolder(path);
  if (![...files.keys()].some(isCorpusFile))
    throw new UsageError(`${path}: no file of passages, which is called like open/en-chips.yaml`);
  const { passages, problems } = readCorpus(files);
  if (problems.length > 0)
    throw new UsageError(problems.map((p) => `${p.file}:${p.line}:${p.column}: ${p.message}`).join('\n'));
  return passages;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

async function readFrom<T>(file: string, read: (text: string, file: string) => T): Promise<T> {
  try {
    return read(await readFile(file, 'utf8'), file);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
