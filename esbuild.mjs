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

const entries = {
  client: { entryPoints: ['client/src/node.ts'], external: ['vscode'] },
  server: { entryPoints: ['server/src/main/node.ts'] },
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
