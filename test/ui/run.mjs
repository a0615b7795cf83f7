// Scenes on the screen of a real VS Code with the VSIX installed: `node test/ui/run.mjs [SCENE]... [--packaged]`.
// Pictures go to out/. --packaged takes the VSIX that is there; --picture also renews docs/images/ (by hand only).
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../host/cache.mjs';
import { vsixFile } from '../host/vsix.mjs';
import { count, out, scene } from './scene.mjs';
import { scenes } from './scenes.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packaged: { type: 'boolean', default: false }, picture: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !scenes[name]);
if (unknown.length) throw new Error(`unknown scene: ${unknown.join(', ')} (${Object.keys(scenes).join(', ')})`);

const file = vsixFile({ fresh: !values.packaged });
for (const [name, what] of Object.entries(scenes)) {
  if (!positionals.length || positionals.includes(name)) await scene(name, file, what);
}
if (values.picture && existsSync(join(out, 'light-3-hover.png'))) {
  copyFileSync(join(out, 'light-3-hover.png'), join(root, 'docs/images/hover.png'));
}
console.log(`\nui: ${count.passed} passed, ${count.failed} failed, 0 skipped`);
process.exit(count.failed ? 1 : 0);
