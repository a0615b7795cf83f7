// The server as a web worker in a real browser says what the server on Node says, of every example; it fetches nothing.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser } from '../host/browser.mjs';
import { root } from '../host/cache.mjs';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(
  join(root, 'node_modules/vscode-languageclient/package.json'),
)('vscode-jsonrpc/node');

const HOME = 'https://ballpark.invalid/';
const LIMIT = 60_000;
const FOLDER = 'memfs://disk/drafts/';
/** What a folder of the editor's own file system holds. */
const FILES = { 'ballpark.yaml': 'rules: { wrong-currency: information }\nexclude: ["private.md"]\n' };

const drafts = ['examples/en', 'examples/fr', 'docs/walkthrough', 'test/ui/drafts'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      name: `${folder.replaceAll('/', '-')}-${name}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    })),
);
drafts.push({ name: 'private.md', text: 'DeepSeek-V3 cost $5.6 billion to train.\n' });

const INITIALIZE = {
  processId: null,
  rootUri: null,
  workspaceFolders: [{ uri: FOLDER, name: 'drafts' }],
  capabilities: {
    textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
    workspace: { workspaceFolders: true },
  },
  initializationOptions: { rulePages: 'https://ballpark.invalid/rules/' },
};

/** What a session asks, whoever carries it: `send(method, params)` answers, `tell` does not. */
async function session({ send, tell }) {
  const { serverInfo } = await send('initialize', INITIALIZE);
  await tell('initialized', {});
  const said = { server: serverInfo.name };
  for (const { name, text } of drafts) {
    const uri = FOLDER + name;
    await tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    const { items } = await send('textDocument/diagnostic', { textDocument: { uri } });
    const [first] = items;
    const hover = first && (await send('textDocument/hover', { textDocument: { uri }, position: first.range.start }));
    said[name] = { items, hover: hover?.contents.value ?? null };
  }
  return said;
}

/** The editor's side of `ballpark/clientFile`. */
const answer = ({ act, uri }) => {
  const name = uri.slice(FOLDER.length);
  if (act === 'read') return FILES[name] ?? null;
  return act === 'list' ? [] : act === 'modified' ? '2026-11-20' : false;
};

async function onNode() {
  const child = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('ballpark/clientFile', answer);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  try {
    return await session({
      send: (method, params) => connection.sendRequest(method, params),
      tell: (method, params) => connection.sendNotification(method, params),
    });
  } finally {
    connection.dispose();
    child.kill();
  }
}

async function inWorker(asked) {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const url = route.request().url();
      asked.push(url);
      if (url === HOME)
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>worker</title>' });
      if (url !== `${HOME}server.web.js`) return route.abort();
      return route.fulfill({ contentType: 'text/javascript', path: join(root, 'dist/server.web.js') });
    });
    await page.exposeFunction('clientFile', answer);
    await page.goto(HOME);
    await page.evaluate((limit) => {
      const worker = new Worker('/server.web.js');
      const waiting = new Map();
      let last = 0;
      worker.onerror = ({ message }) => {
        for (const { reject } of waiting.values()) reject(new Error(message));
      };
      worker.onmessage = async ({ data }) => {
        if (data.method) {
          if (data.id === undefined) return;
          const result = data.method === 'ballpark/clientFile' ? await globalThis.clientFile(data.params) : null;
          worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
          return;
        }
        const { resolve, reject } = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.error) reject(new Error(data.error.message));
        else resolve(data.result);
      };
      globalThis.tell = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
      globalThis.send = (method, params) =>
        new Promise((resolve, reject) => {
          const id = ++last;
          waiting.set(id, { resolve, reject });
          setTimeout(() => reject(new Error(`${method}: no answer`)), limit);
          worker.postMessage({ jsonrpc: '2.0', id, method, params });
        });
    }, LIMIT);
    const call = (how) => (method, params) =>
      page.evaluate(([name, m, p]) => globalThis[name](m, p), [how, method, params]);
    return await session({ send: call('send'), tell: call('tell') });
  } finally {
    await browser.close();
  }
}

let passed = 0;
let failed = 0;
const holds = (what, right, why) => {
  if (right) passed++;
  else failed++;
  console.log(`  ${right ? '✔' : '✘'} ${what}${right ? '' : `: ${why}`}`);
};

const asked = [];
const began = Date.now();
const worker = await inWorker(asked).catch((error) => ({ error: String(error) }));
const node = await onNode();
holds(`a worker answers (${Date.now() - began} ms)`, worker.server === 'ballpark', worker.error);
for (const { name } of drafts) {
  const [here, there] = [worker[name], node[name]].map((said) => JSON.stringify(said, null, 1));
  holds(
    `${name}: ${node[name].items.length} findings, the same on Node and in a worker`,
    here === there,
    here?.slice(0, 400),
  );
}
const found = drafts.flatMap(({ name }) => node[name].items);
holds('findings there are', found.length > 5, found.length);
holds(
  'a ballpark.yaml of the editor’s own disk counts: severity',
  found.some((one) => one.code === 'wrong-currency') &&
    found.every((one) => one.code !== 'wrong-currency' || one.severity === 3),
  JSON.stringify(found.map(({ code, severity }) => [code, severity])),
);
holds('and drafts that it leaves out', node['private.md'].items.length === 0, 'checked all the same');
holds(
  'nothing is fetched but the worker',
  asked.every((url) => url === HOME || url === `${HOME}server.web.js` || url.endsWith('favicon.ico')),
  asked.join(),
);
console.log(`\nweb: ${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
