// `npm run data`: lints the dataset, packs it, writes its JSON Schemas, its catalogue and its canonical export.
// `--since FILE` prints what changed since an earlier export.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { data, packData, readData, root } from './build-data.mjs';
import { catalogue } from './data/catalogue.mjs';
import { changes } from './data/changes.mjs';
import { canonicalCsv, canonicalJson } from './data/export.mjs';

async function source() {
  const outfile = join(root, 'dist/data-source.mjs');
  await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    absWorkingDir: root,
    entryPoints: ['scripts/data/source.ts'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

function files() {
  const out = new Map();
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(ya?ml|csv)$/.test(path)) out.set(relative(root, path), readFileSync(path, 'utf8'));
  }
  return out;
}

const { lintData, jsonSchemas } = await source();
const problems = lintData(files());
for (const p of problems) console.error(`${p.file}:${p.line}:${p.column}: ${p.message}`);
if (problems.length) process.exit(1);

await packData();
const all = readData();

mkdirSync(join(data, 'schema'), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas)) {
  writeFileSync(join(data, 'schema', `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

const pages = join(root, 'docs/data');
rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
for (const [name, text] of catalogue(all)) writeFileSync(join(pages, name), text);

const json = canonicalJson(all);
writeFileSync(join(root, 'dist/ballpark-data.json'), json);
writeFileSync(join(root, 'dist/ballpark-data.csv'), canonicalCsv(all));

const since = process.argv.indexOf('--since');
if (since > 0) console.log(changes(JSON.parse(readFileSync(process.argv[since + 1], 'utf8')), JSON.parse(json)));
const count = all.sources.reduce((n, s) => n + s.figures.length, 0);
console.log(
  `${count} figures of ${all.sources.length} sources on ${all.subjects.length} subjects: dist/ballpark-data.{json,csv}`,
);
