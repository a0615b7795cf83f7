import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';

/** `ballpark lsp`: the language server, which is a bundle of its own beside this one and keeps the process alive. */
export async function runLanguageServer(terminal: Terminal): Promise<number> {
  const server = join(dirname(terminal.script), 'server.js');
  if (!existsSync(server)) throw new UsageError('the language server is not built yet: run npm run build');
  await import(pathToFileURL(server).href);
  return EXIT.clean;
}
