// Puts a real VS Code and the Node it wants into the cache, from nothing but npm and tar. Nothing is compiled.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { cached, step, unpack } from './cache.mjs';
import { EDITOR, NODE } from './pins.mjs';

// Of no use to these tests, and large: chat, and what only the chat agents load.
const EXTENSIONS_LEFT_OUT = ['copilot'];
const MODULES_LEFT_OUT = ['@github', '@microsoft/mxc-sdk'];

async function fill(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n'); // npm must not look for a project above
  unpack(EDITOR, 'package/lib/vscode', folder);
  const vscode = join(folder, 'vscode');
  renameSync(join(folder, 'package/lib/vscode'), vscode);
  rmSync(join(folder, 'package'), { recursive: true });
  for (const name of EXTENSIONS_LEFT_OUT) rmSync(join(vscode, 'extensions', name), { recursive: true, force: true });
  // The tarball's own shrinkwrap pins what follows; `npm ci` refuses it (it lacks tslib), `install` keeps to it.
  step('install its modules', 'npm', ['install', '--omit=dev', '--ignore-scripts', '--loglevel=error'], vscode);
  for (const name of MODULES_LEFT_OUT) rmSync(join(vscode, 'node_modules', name), { recursive: true, force: true });
  unpack(NODE[process.arch], 'package/bin/node', folder);
  mkdirSync(join(folder, 'node'));
  renameSync(join(folder, 'package/bin'), join(folder, 'node/bin'));
  rmSync(join(folder, 'package'), { recursive: true });
}

/** Paths of VS Code's server program and of the Node that runs it. */
export async function ensureEditor() {
  if (process.platform !== 'linux' || !NODE[process.arch]) {
    throw new Error(
      `there is no npm-borne VS Code for ${process.platform} ${process.arch}: set VSCODE_PATH, or HARNESS=desktop to download one`,
    );
  }
  const stamp = JSON.stringify([EDITOR, NODE[process.arch]]);
  const home = await cached(`${EDITOR.name}-${EDITOR.version}`, stamp, fill);
  return { server: join(home, 'vscode/out/server-main.js'), node: join(home, 'node/bin/node') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`[set-up] VS Code: ${(await ensureEditor()).server}`);
  console.log(`[set-up] browser: ${(await ensureBrowser()).executablePath}`);
}
