import { isMainThread } from 'node:worker_threads';
import builtin from '@ballpark/data';
import { serve } from '../cli/pool.ts';
import { run } from '../cli/run.ts';
import { processTerminal } from '../cli/terminal.ts';
import { VERSION } from '../version.ts';

const terminal = processTerminal(builtin, VERSION, __filename);
if (isMainThread)
  run(terminal.argv, terminal).then((code) => {
    process.exitCode = code;
  });
else serve(terminal);
