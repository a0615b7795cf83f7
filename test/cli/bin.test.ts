import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = (name: string) => join(root, 'server/bin', name);

/** Asks a server over stdio to initialize, then to end; gives its answer and exit code. */
function initialize(command: readonly string[]): Promise<{ name: string; code: number | null }> {
  const child = spawn(process.execPath, [...command]);
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  let out = '';
  let name = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
    const found = /"serverInfo":\{"name":"(\w+)"/.exec(out);
    if (!found || name) return;
    name = found[1]!;
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
  });
  send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve({ name, code }));
  });
}

describe('the language server', () => {
  it.each([
    ['ballpark lsp', [bin('ballpark.js'), 'lsp', '--stdio']],
    ['ballpark-language-server', [bin('ballpark-language-server.js'), '--stdio']],
  ])('answers as %s', async (_, command) => {
    expect(await initialize(command)).toEqual({ name: 'ballpark', code: 0 });
  });
});

describe('a fresh clone', () => {
  const clone = mkdtempSync(join(tmpdir(), 'ballpark-clone-'));
  cpSync(join(root, 'server/bin'), join(clone, 'server/bin'), { recursive: true });
  cpSync(join(root, 'server/package.json'), join(clone, 'server/package.json'));
  it.each(['ballpark.js', 'ballpark-language-server.js'])('%s says what to do', (name) => {
    const run = spawnSync(process.execPath, [join(clone, 'server/bin', name)], { encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toBe('ballpark: not built yet: run npm run build\n');
  });
});
