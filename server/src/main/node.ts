import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packed from '@ballpark/data';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { check, type World } from '../engine/index.ts';
import { FILES } from '../host/files.ts';
import { loadBuiltin } from '../load/packed.ts';
import { serve } from '../lsp/server.ts';
import { VERSION } from '../version.ts';

// --stdio, --node-ipc, --socket=N and --pipe=NAME are read by the library; without one of them we speak over stdio.
if (!process.argv.slice(2).some((arg) => /^--(stdio|node-ipc|socket|pipe)/.test(arg))) process.argv.push('--stdio');

const connection = createConnection(ProposedFeatures.all);
const pages = join(dirname(process.argv[1] ?? '.'), '..', 'docs', 'rules');
let world: Promise<World> | null = null;

serve(connection, {
  engine: check,
  world: () => {
    world ??= Promise.resolve().then(() => loadBuiltin(packed));
    return world;
  },
  host: FILES,
  version: VERSION,
  rulePages: existsSync(pages) ? `${pathToFileURL(pages).href}/` : null,
});
connection.listen();
