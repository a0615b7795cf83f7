// `npm run ballpark -- ARGS`: bundles the command line from source, then runs it with ARGS.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../esbuild.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
await bundle(process.argv[2] === 'lsp' ? ['cli', 'server'] : ['cli']);
const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 3);
