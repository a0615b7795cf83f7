// The newcomer's path: package the VSIX, look what is in it, install it into an empty VS Code.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './cache.mjs';
import { ensureEditor } from './install.mjs';
import { emptyData } from './server.mjs';
import { readZip } from './zip.mjs';

const LIMIT = 3_000_000;
/** What may be in it; the first two are the format's own. */
const MAY_SHIP = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/(package\.json|package\.nls(\.[a-z]{2})?\.json|readme\.md|changelog\.md|LICENSE\.txt|LICENSE)$/,
  /^extension\/dist\/(client|server)(\.web)?\.js$/,
  /^extension\/l10n\/[\w.]+\.json$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
  /^extension\/docs\/images\/[\w-]+\.png$/,
  /^extension\/docs\/walkthrough\/[\w./-]+\.md$/,
  /^extension\/(docs\/config\.schema|data\/schema\/[\w-]+)\.json$/,
];
const MUST_SHIP = [
  'package.json',
  'dist/client.js',
  'dist/server.js',
  'dist/client.web.js',
  'dist/server.web.js',
  'docs/images/icon.png',
  'LICENSE.txt',
];

const manifest = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The VSIX as `npm run package` makes it; built where it is not there. */
export function vsixFile({ fresh = false } = {}) {
  const { name, version } = manifest();
  const file = join(root, `${name}-${version}.vsix`);
  if (fresh) rmSync(file, { force: true });
  if (!existsSync(file)) {
    execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  }
  return file;
}

/** What is wrong with the package: a list of sentences, empty where all is well. */
export function faults(file) {
  const entries = readZip(file);
  const names = entries.map(({ name }) => name);
  const size = statSync(file).size;
  const found = names
    .filter((name) => !MAY_SHIP.some((form) => form.test(name)))
    .map((name) => `${name} must not ship`);
  for (const name of MUST_SHIP) if (!names.includes(`extension/${name}`)) found.push(`${name} is missing`);
  if (size > LIMIT) found.push(`${size} bytes, over ${LIMIT}`);
  for (const { name, text } of entries) {
    const content = text();
    for (const path of [root, homedir()]) {
      if (content.includes(`${path}/`)) found.push(`${name} names a folder of this machine`);
    }
  }
  return found;
}

/** Installs the VSIX into a new data folder, which VS Code must then list. */
export async function installVsix(file) {
  const { node, server } = await ensureEditor();
  const data = emptyData();
  const call = (...args) =>
    execFileSync(node, [server, '--accept-server-license-terms', '--server-data-dir', data, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    });
  const said = call('--install-extension', file, '--force');
  const { publisher, name, version } = manifest();
  if (!call('--list-extensions', '--show-versions').includes(`${publisher}.${name}@${version}`)) {
    throw new Error(`VS Code does not list the installed extension: ${said}`);
  }
  return data;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = vsixFile({ fresh: true });
  for (const { name, size } of readZip(file)) console.log(`${String(size).padStart(9)}  ${name}`);
  console.log(`${String(statSync(file).size).padStart(9)}  ${file.slice(root.length + 1)}, packed`);
  const found = faults(file);
  for (const fault of found) console.error(fault);
  process.exit(found.length ? 1 : 0);
}
