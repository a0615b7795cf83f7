import { type Command, readArgs } from './args.ts';
import { runCheck } from './check.ts';
import { runData } from './data.ts';
import { runEval } from './eval.ts';
import { runExplain } from './explain.ts';
import { runLookup } from './lookup.ts';
import { runLanguageServer } from './lsp.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, USAGE, UsageError } from './usage.ts';

/** Runs one command line and gives its exit code. Never throws. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(readArgs(argv), terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`ballpark: ${error.message}\n`);
      return EXIT.usage;
    }
    terminal.err(`ballpark: internal error: ${(error as Error)?.stack ?? String(error)}\n`);
    return EXIT.internal;
  }
}

async function dispatch(command: Command, terminal: Terminal): Promise<number> {
  switch (command.name) {
    case 'check':
      return runCheck(command, terminal);
    case 'eval':
      return runEval(command, terminal);
    case 'explain':
      return runExplain(command, terminal);
    case 'lookup':
      return runLookup(command, terminal);
    case 'data':
      return runData(command, terminal);
    case 'lsp':
      return runLanguageServer(terminal);
    case 'version':
      await terminal.out(`${terminal.version}\n`);
      return EXIT.clean;
    default:
      await terminal.out(USAGE);
      return EXIT.clean;
  }
}
