// What `npm test` runs, in order. `counts`: the stage prints its own summary line, else it is one check.
// `needs`: where one of those failed, this one is not started, and counts as failed.
import { join } from 'node:path';
import { root } from '../host/cache.mjs';

const node = process.execPath;
const bin = (name) => join(root, 'node_modules/.bin', name);

export const stages = [
  { name: 'build', what: 'the bundles', command: [node, 'esbuild.mjs'] },
  { name: 'types', what: 'tsc -b', command: [bin('tsc'), '-b'] },
  { name: 'lint', what: 'biome', command: [bin('biome'), 'check', '.'] },
  {
    name: 'vitest',
    what: 'engine, data, protocol, command line',
    command: [bin('vitest'), 'run', '--maxWorkers=2'],
    counts: true,
    limit: 480_000,
  },
  { name: 'grammar', what: 'scope snapshots', command: [node, 'test/grammar/run.mjs'], counts: true },
  { name: 'generated', what: 'generated files are current', command: [node, 'test/runner/generated.mjs'] },
  { name: 'demo', what: 'npm run demo', command: ['npm', 'run', '--silent', 'demo'], needs: ['build'] },
  { name: 'package', what: 'the VSIX and what is in it', command: [node, 'test/host/vsix.mjs'], needs: ['build'] },
  { name: 'set-up', what: 'a real VS Code and a browser', command: [node, 'test/host/install.mjs'] },
  {
    name: 'web',
    what: 'the server as a web worker, beside the one on Node',
    command: [node, 'test/web/run.mjs'],
    counts: true,
    needs: ['build', 'set-up'],
  },
  {
    name: 'host',
    what: 'mocha in the extension host',
    command: [node, 'test/host/run.mjs'],
    counts: true,
    needs: ['build', 'set-up'],
  },
  {
    name: 'restricted',
    what: 'the same in Restricted Mode',
    command: [node, 'test/host/run.mjs', '--restricted'],
    counts: true,
    needs: ['build', 'set-up'],
  },
  {
    name: 'ui',
    what: 'scenes on its screen',
    command: [node, 'test/ui/run.mjs', '--packaged'],
    counts: true,
    limit: 480_000,
    needs: ['package', 'set-up'],
  },
];
