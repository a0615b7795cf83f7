// Bundles: CommonJS, because every VS Code host, old and new, loads it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packData } from './scripts/build-data.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const only = process.argv
  .find((a) => a.startsWith('--only='))
  ?.slice(7)
  .split(',');

export const base = {
  bundle: true,
  logLevel: 'warning',
  minify: production,
  sourcemap: !production,
  target: 'es2022',
  platform: 'node',
  format: 'cjs',
  alias: { '@ballpark/data': join(root, 'dist/builtin-data.mjs'), '@ballpark/l10n': join(root, 'l10n') },
  absWorkingDir: root,
};

/** What a browser runs; `.web` in the name of the bundle. */
const web = { platform: 'browser', define: { global: 'globalThis' } };

const entries = {
  client: { entryPoints: ['client/src/node.ts'], external: ['vscode'] },
  'client.web': { entryPoints: ['client/src/browser.ts'], external: ['vscode'], ...web },
  server: { entryPoints: ['server/src/main/node.ts'] },
  'server.web': { entryPoints: ['server/src/main/browser.ts'], ...web, format: 'iife' },
  cli: { entryPoints: ['server/src/main/cli.ts'] },
};

export async function bundle(names = Object.keys(entries)) {
  await packData();
  await Promise.all(
    names
      .filter((name) => existsSync(join(root, entries[name].entryPoints[0])))
      .map((name) => build({ ...base, ...entries[name], outfile: `dist/${name}.js` })),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(only);
