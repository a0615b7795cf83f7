// Scenes on the screen of a real VS Code with the VSIX installed: `node test/ui/run.mjs [SCENE]... [--packaged]`.
// Pictures go to out/. --packaged takes the VSIX that is there; --picture renews the README's pictures instead.
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { installVsix, vsixFile } from '../host/vsix.mjs';
import { picture } from './pictures.mjs';
import { count, scene } from './scene.mjs';
import { scenes } from './scenes.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packaged: { type: 'boolean', default: false }, picture: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !scenes[name]);
if (unknown.length) throw new Error(`unknown scene: ${unknown.join(', ')} (${Object.keys(scenes).join(', ')})`);

const installed = await installVsix(vsixFile({ fresh: !values.packaged }));
const played = values.picture ? { picture } : scenes;
for (const [name, what] of Object.entries(played)) {
  if (!positionals.length || positionals.includes(name)) await scene(name, installed, what);
}
rmSync(installed, { recursive: true, force: true });
console.log(`\nui: ${count.passed} passed, ${count.failed} failed, 0 skipped`);
process.exit(count.failed ? 1 : 0);
