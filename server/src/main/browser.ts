import packed from '@ballpark/data';
import { check } from '../engine/index.ts';
import { CLIENT_FILE } from '../host/messages.ts';
import { clientFiles } from '../host/remote.ts';
import { lateWorld } from '../load/lateWorld.ts';
import { connect } from '../lsp/browser.ts';
import { serve } from '../lsp/server.ts';
import { VERSION } from '../version.ts';

/** The server as a web worker: the same but for its files, which the client reads. */
const connection = connect();
const world = lateWorld(packed);

serve(connection, {
  engine: check,
  world: world.now,
  whole: world.whole,
  host: clientFiles((params) => connection.sendRequest(CLIENT_FILE, params)),
  version: VERSION,
  rulePages: null,
});
connection.listen();
