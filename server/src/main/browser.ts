import packed from '@ballpark/data';
import { check, type World } from '../engine/index.ts';
import { CLIENT_FILE } from '../host/messages.ts';
import { clientFiles } from '../host/remote.ts';
import { loadBuiltin } from '../load/packed.ts';
import { loadTagger, withTagger } from '../load/tagger.ts';
import { connect } from '../lsp/browser.ts';
import { serve } from '../lsp/server.ts';
import { VERSION } from '../version.ts';

/** The server as a web worker: the same but for its files, which the client reads. */
const connection = connect();
let world: Promise<World> | null = null;

serve(connection, {
  engine: check,
  world: () => {
    world ??= loadTagger().then((tagger) => withTagger(loadBuiltin(packed), tagger));
    return world;
  },
  host: clientFiles((params) => connection.sendRequest(CLIENT_FILE, params)),
  version: VERSION,
  rulePages: null,
});
connection.listen();
