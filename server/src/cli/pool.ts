import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Found } from '../host/node.ts';
import { readArgs } from './args.ts';
import { checkFile, type Outcome } from './draft.ts';
import { readingOf } from './reading.ts';
import type { Terminal } from './terminal.ts';

interface Answer {
  readonly index: number;
  readonly outcome: Outcome;
}

/** The worker's side: reads the command line once, then answers one path after the other. */
export async function serve(terminal: Terminal): Promise<void> {
  const port = parentPort!;
  const reading = await readingOf(readArgs(workerData as string[]), terminal);
  // A check that throws ends the thread: the main side hears of it as an internal error.
  port.on('message', async ({ index, path }: { index: number; path: string }) => {
    port.postMessage({ index, outcome: await checkFile(path, reading) } satisfies Answer);
  });
}

/** Checks files in `jobs` threads; answers in the order of the paths, a few ahead of the reader at most. */
export async function* pooled(
  paths: AsyncIterable<Found>,
  jobs: number,
  argv: readonly string[],
  script: string,
): AsyncGenerator<Outcome> {
  const workers = Array.from({ length: jobs }, () => new Worker(script, { workerData: [...argv] }));
  const waiting = new Map<number, (outcome: Outcome) => void>();
  const broken = new Promise<never>((_, reject) => {
    for (const worker of workers) {
      worker.on('error', reject);
      worker.on('message', ({ index, outcome }: Answer) => {
        waiting.get(index)?.(outcome);
        waiting.delete(index);
      });
    }
  });
  broken.catch(() => {});
  const ahead: Promise<Outcome>[] = [];
  let next = 0;
  try {
    for await (const { path, problem } of paths) {
      const index = next++;
      ahead.push(
        problem !== null
          ? Promise.resolve({ path, problem })
          : new Promise((resolve) => {
              waiting.set(index, resolve);
              workers[index % jobs]!.postMessage({ index, path });
            }),
      );
      if (ahead.length > 4 * jobs) yield await Promise.race([ahead.shift()!, broken]);
    }
    while (ahead.length > 0) yield await Promise.race([ahead.shift()!, broken]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
