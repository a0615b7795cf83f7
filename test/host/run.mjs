// The mocha suite in the extension host of a real VS Code: `node test/host/run.mjs [--restricted] [--verbose]`.
// Desktop where VSCODE_PATH names one (HARNESS=desktop downloads it), else the npm-borne one with Chromium.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './cache.mjs';

const desktop = process.env.VSCODE_PATH || process.env.HARNESS === 'desktop';
const restricted = process.argv.includes('--restricted') && !desktop; // test-electron always trusts the folder
if (restricted !== process.argv.includes('--restricted')) console.log('a desktop VS Code: trusted all the same');
const verbose = process.argv.includes('--verbose');
const suite = join(root, 'dist-test/host/index.js');

await build({
  entryPoints: [join(root, 'test/host/suite/index.ts')],
  outfile: suite,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2022',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

// Both launchers hand the environment on to the extension host.
process.env.BALLPARK_TEST_RESTRICTED = restricted ? '1' : '0';
const workspace = mkdtempSync(join(tmpdir(), 'drafts-'));
cpSync(join(root, 'test/host/fixtures'), workspace, { recursive: true });
let code = 1;
try {
  const run = desktop ? (await import('./desktop.mjs')).runDesktop : (await import('./remote.mjs')).runRemote;
  code = await run({ workspace, suite, settings: {}, restricted, verbose });
} catch (error) {
  console.error(`[host] ${error.message}`);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
process.exit(code);
