import { readFile, writeFile } from 'node:fs/promises';
import { check, DEFAULTS, type World } from '../engine/index.ts';
import { figures } from '../eval/figures.ts';
import { type Passage, type Prediction, readPassages, readPredictions } from '../eval/passages.ts';
import { toPredictions } from '../eval/predict.ts';
import { printErrors, printFigures } from '../eval/print.ts';
import { score } from '../eval/score.ts';
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
  if (file === undefined || more.length > 0) throw new UsageError('eval takes one file of passages');
  const errors = command.text['errors'] === undefined ? 0 : countFlag(command, 'errors', 50);
  const knownAt = dateFlag(command, 'as-of') ?? terminal.today;
  const passages = await readFrom(file, readPassages);
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

function predict(passages: readonly Passage[], world: World, knownAt: string): Map<string, Prediction> {
  const predictions = new Map<string, Prediction>();
  for (const { id, text, date } of passages) {
    const draft = { text, path: id, id, format: 'auto' } as const;
    const report = check(draft, { ...DEFAULTS, writtenOn: date, knownAt }, world);
    predictions.set(id, { id, mentions: toPredictions(report) });
  }
  return predictions;
}

async function readFrom<T>(file: string, read: (text: string, file: string) => T): Promise<T> {
  try {
    return read(await readFile(file, 'utf8'), file);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
