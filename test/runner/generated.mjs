// Generated files are current: runs the generators and compares what they write with what stood there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/cache.mjs';

const GENERATED = ['docs', 'data/schema', 'package.json'];
const GENERATORS = ['data', 'docs'];

function files(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (path.includes('.')) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
const state = () =>
  new Map(
    GENERATED.flatMap(files).map((f) => [
      f,
      createHash('sha256')
        .update(readFileSync(join(root, f)))
        .digest('hex'),
    ]),
  );

const before = state();
for (const script of GENERATORS) {
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`npm run ${script} failed`);
    process.exit(1);
  }
}
const after = state();
const stale = [...new Set([...before.keys(), ...after.keys()])].filter((f) => before.get(f) !== after.get(f)).sort();
for (const file of stale) console.error(`not current: ${file} (run npm run data && npm run docs, and commit it)`);
process.exit(stale.length ? 1 : 0);
