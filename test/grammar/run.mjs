// Scope snapshots of the ballpark comments in Markdown: `node test/grammar/run.mjs [--update]`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/cache.mjs';

const folder = join(root, 'test/grammar');
const update = process.argv.includes('--update');
const snap = join(root, 'node_modules/vscode-tmgrammar-test/dist/snapshot.js');
// Markdown and what it embeds here; ours comes, with where it is injected, from package.json.
const grammars = ['markdown', 'html', 'html-derivative', 'yaml'].map((name) =>
  join(root, 'node_modules/tm-grammars/grammars', `${name}.json`),
);

let passed = 0;
let failed = 0;
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()) {
  // The tool takes a missing snapshot for a new one and is content: here it is a failure.
  if (!update && !existsSync(join(folder, `${file}.snap`))) {
    console.error(`no snapshot of ${file}: node test/grammar/run.mjs --update`);
    failed++;
    continue;
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      snap,
      '--scope',
      'text.html.markdown',
      ...grammars.flatMap((g) => ['-g', g]),
      ...(update ? ['--updateSnapshot'] : []),
      join(folder, file),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  process.stdout.write(`${stdout}${stderr}`.replaceAll(/^grammar not found for .*\n/gm, ''));
  if (status === 0) passed++;
  else failed++;
}
console.log(`grammar: ${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);
