// Packs `data/` into one JSON string that the bundles inline: `dist/builtin-data.mjs`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const data = join(root, 'data');
const list = (dir, ext) => {
  try {
    return readdirSync(join(data, dir))
      .filter((f) => f.endsWith(ext))
      .sort()
      .map((f) => join(data, dir, f));
  } catch {
    return [];
  }
};
const yaml = (file) => parse(readFileSync(file, 'utf8'), { schema: 'core' });

export async function packData() {
  const languages = {};
  for (const tag of readdirSync(join(data, 'languages')).sort()) {
    const pack = {};
    for (const file of list(`languages/${tag}`, '.yaml')) pack[basename(file, '.yaml')] = yaml(file);
    languages[tag] = pack;
  }
  const packed = {
    languages,
    sources: list('sources', '.yaml').map(yaml),
    subjects: list('subjects', '.yaml').flatMap(yaml),
    metrics: list('metrics', '.yaml').map(yaml),
    rates: list('rates', '.csv').map((f) => readFileSync(f, 'utf8')),
  };
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/builtin-data.mjs'), `export default ${JSON.stringify(JSON.stringify(packed))};\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await packData();
