import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packed from '@ballpark/data';
import { check, type World } from '../engine/index.ts';
import { FILES } from '../host/files.ts';
import { CLIENT_FILE } from '../host/messages.ts';
import { byScheme, clientFiles } from '../host/remote.ts';
import { loadBuiltin } from '../load/packed.ts';
import { loadTagger, withTagger } from '../load/tagger.ts';
import { connect } from '../lsp/node.ts';
import { serve } from '../lsp/server.ts';
import { VERSION } from '../version.ts';

const connection = connect();
// The bundle is CommonJS and lies in dist/, whoever starts it.
const pages = join(__dirname, '..', 'docs', 'rules');
let world: Promise<World> | null = null;

serve(connection, {
  engine: check,
  world: () => {
    world ??= loadTagger().then((tagger) => withTagger(loadBuiltin(packed), tagger));
    return world;
  },
  host: byScheme(
    FILES,
    clientFiles((params) => connection.sendRequest(CLIENT_FILE, params)),
  ),
  version: VERSION,
  rulePages: existsSync(pages) ? `${pathToFileURL(pages).href}/` : null,
});
connection.listen();
