// `npm start`: a real VS Code with the extension, on examples/. VSCODE_PATH or a `code` on the PATH, else the one
// that the tests use, in the browser. `npm start -- --print` opens nothing and says where to look.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../esbuild.mjs';
import { root } from '../test/host/cache.mjs';
import { startServer, workbenchUrl } from '../test/host/server.mjs';
import { installVsix, vsixFile } from '../test/host/vsix.mjs';

const examples = join(root, 'examples');
const print = process.argv.includes('--print');
const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code', 'codium', 'code-oss'];
const onPath = (process.env.PATH ?? '')
  .split(process.platform === 'win32' ? ';' : ':')
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((file) => existsSync(file));
const desktop = process.env.VSCODE_PATH ?? onPath;

async function onDesktop() {
  await bundle();
  console.log(`Opening ${desktop} on examples/`);
  const child = spawn(desktop, ['--new-window', `--extensionDevelopmentPath=${root}`, examples], {
    stdio: 'ignore',
    detached: true,
    shell: process.platform === 'win32',
  });
  child.on('error', (error) => console.error(`${desktop} does not start: ${error.message}`));
  child.unref();
}

async function inBrowser() {
  console.log('No desktop VS Code found (VSCODE_PATH, code): opening one in the browser.');
  const data = await installVsix(vsixFile({ fresh: true }));
  const server = await startServer({
    data,
    args: ['--disable-workspace-trust'],
    token: randomBytes(16).toString('hex'),
  });
  const end = async () => {
    await server.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const url = workbenchUrl(server, examples);
  console.log(
    `\n  ${url}\n\nOpen a draft in the Explorer; the first finding comes a few seconds later. Ctrl+C ends it.`,
  );
  if (!print && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) {
    spawn('xdg-open', [url], { stdio: 'ignore', detached: true }).on('error', () => {});
  }
}

await (desktop ? onDesktop() : inBrowser());
