import builtin from '@ballpark/data';
import { run } from '../cli/run.ts';
import { processTerminal } from '../cli/terminal.ts';
import { VERSION } from '../version.ts';

run(process.argv.slice(2), processTerminal(builtin, VERSION)).then((code) => {
  process.exitCode = code;
});
