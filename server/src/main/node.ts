import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packed from '@ballpark/data';
import { check } from '../engine/index.ts';
import { FILES } from '../host/files.ts';
import { CLIENT_FILE } from '../host/messages.ts';
import { byScheme, clientFiles } from '../host/remote.ts';
import { lateWorld } from '../load/lateWorld.ts';
import { connect } from '../lsp/node.ts';
import { serve } from '../lsp/server.ts';
import { VERSION } from '../version.ts';

const connection = connect();
// The bundle is CommonJS and lies in dist/, whoever starts it.
const pages = join(__dirname, '..', 'docs', 'rules');
const world = lateWorld(packed);

serve(connection, {
  engine: check,
  world: world.now,
  whole: world.whole,
  host: byScheme(
    FILES,
    clientFiles((params) => connection.sendRequest(CLIENT_FILE, params)),
  ),
  version: VERSION,
  rulePages: existsSync(pages) ? `${pathToFileURL(pages).href}/` : null,
});
connection.listen();
