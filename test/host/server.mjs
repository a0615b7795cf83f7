// One VS Code server on an empty data folder, and the addresses of its workbench.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureEditor } from './install.mjs';

const START_LIMIT = 60_000;

/** Settings that keep the workbench quiet. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'editor.hover.delay': 100,
  'files.autoSave': 'off',
};

export const emptyData = () => mkdtempSync(join(tmpdir(), 'vsc-')); // short: sockets live near it

/**
 * Starts a server; `data` is the data folder (made, and removed by `stop()`, where none is given), `settings` are
 * the user's, `token` a word the page must bring along. Rejects with the server's last words where it does not come up.
 */
export async function startServer({ args = [], settings = {}, data, token, log = () => {} } = {}) {
  const { server, node } = await ensureEditor();
  const own = data ?? emptyData();
  mkdirSync(join(own, 'data/User'), { recursive: true }); // this server keeps user settings on disk
  writeFileSync(join(own, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
  const child = spawn(
    node,
    [
      server,
      '--accept-server-license-terms',
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', own],
      '--disable-telemetry',
      '--enable-smoke-test-driver', // else the page drops the paths of extension and tests without a word
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(late);
    }
    if (!data) rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  let said = '';
  try {
    const listening = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`did not start in ${START_LIMIT / 1000} s`)), START_LIMIT);
      const hear = (bytes) => {
        said += bytes;
        log(String(bytes));
        const match = /Extension host agent listening on (\d+)/.exec(said);
        if (!match) return;
        clearTimeout(timer);
        resolve(Number(match[1]));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('error', reject);
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`ended with ${code}`));
      });
    });
    return { authority: `127.0.0.1:${listening}`, token, data: own, stop };
  } catch (error) {
    await stop();
    throw new Error(`the VS Code server ${error.message}:\n${said.slice(-3000)}`);
  }
}

/** The workbench on a folder of this machine. */
export function workbenchUrl(server, folder, payload = []) {
  const url = new URL(`http://${server.authority}`);
  url.searchParams.set('folder', folder);
  if (server.token) url.searchParams.set('tkn', server.token);
  if (payload.length) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

export const remoteUri = (server, path) => `vscode-remote://${server.authority}${path}`;
