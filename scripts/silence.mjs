// `npm run silence -- [FOLDER]... [--show N]`: checks the READMEs and change logs of node_modules, or the prose of other
// folders (/usr/share/doc), where nothing is of our business. Prints warnings, of which there should be none, and the
// near misses. Ends 1 where there is a warning.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { base } from '../esbuild.mjs';
import { packData } from './build-data.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '10' } },
});
await packData();
const outfile = join(root, 'dist/silence.js');
await build({ ...base, entryPoints: ['test/silence/run.ts'], outfile });
const today = new Date().toISOString().slice(0, 10);
const folders = positionals.length ? positionals : [join(root, 'node_modules')];
const { status } = spawnSync(process.execPath, [outfile, values.show, today, ...folders], { stdio: 'inherit' });
process.exit(status ?? 3);
