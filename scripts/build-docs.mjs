// `npm run docs`: writes the pages and schemas that are made from code and data. `--check` writes nothing and ends 1
// where a committed page is not what it would be.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { base } from '../esbuild.mjs';
import { packData } from './build-data.mjs';
import { rulePages } from './docs/rules.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

async function source() {
  await packData();
  const outfile = join(root, 'dist/docs-source.cjs');
  await build({ ...base, entryPoints: ['scripts/docs/source.mjs'], outfile, sourcemap: false });
  return (await import(pathToFileURL(outfile).href)).default;
}

/** A page's stretch between `<!-- NAME -->` and `<!-- /NAME -->`, replaced. */
function filled(page, name, text) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(open);
  const to = page.indexOf(close);
  if (from < 0 || to < 0) throw new Error(`no ${open} ... ${close} to fill`);
  return `${page.slice(0, from + open.length)}\n${text}\n${page.slice(to)}`;
}

/** Every generated file: path from the root -> text. */
export async function pages() {
  const { rules, usage, reportJsonSchema, configJsonSchema, checker } = await source();
  const out = new Map();
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  out.set('docs/report.schema.json', json({ title: 'Report of ballpark check --format json', ...reportJsonSchema }));
  out.set('docs/config.schema.json', json({ title: 'ballpark.yaml', ...configJsonSchema }));
  for (const [name, text] of rulePages(join(root, 'scripts/docs/rules.yaml'), rules, checker))
    out.set(`docs/rules/${name}`, text);
  const cli = readFileSync(join(root, 'docs/cli.md'), 'utf8');
  out.set('docs/cli.md', filled(cli, 'usage', `\`\`\`text\n${usage.trim()}\n\`\`\``));
  return out;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const stale = [];
  for (const [path, text] of await pages()) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(path);
    if (process.argv.includes('--check')) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (process.argv.includes('--check') && stale.length > 0) {
    console.error(`run npm run docs: ${stale.join(', ')} would change`);
    process.exitCode = 1;
  } else console.log(stale.length > 0 ? `wrote ${stale.join(', ')}` : 'nothing to write');
}
