// Packs `data/` into one JSON string that the bundles inline: `dist/builtin-data.mjs`.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { pack } from './pack.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const data = join(root, 'data');
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

// A thousand files take seconds to parse: what did not change since the last build is taken from it.
const memory = join(root, 'dist/yaml-cache.json');
let parsed = null;
let stale = false;

function remembered() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return {};
  }
}

function yaml(file) {
  parsed ??= remembered();
  const { mtimeMs, size } = statSync(file);
  const key = `${mtimeMs} ${size}`;
  const held = parsed[file];
  if (held?.key === key) return held.value;
  stale = true;
  const value = parse(readFileSync(file, 'utf8'), { schema: 'core' });
  parsed[file] = { key, value };
  return value;
}

/** The whole of `data/` as plain objects. */
export function readData() {
  return {
    ...yaml(join(data, 'dataset.yaml')),
    sources: list('sources', '.yaml').map(yaml),
    subjects: list('subjects', '.yaml').flatMap(yaml),
    metrics: list('metrics', '.yaml').map(yaml),
    units: yaml(join(data, 'units.yaml')),
    relations: yaml(join(data, 'relations.yaml')),
    rates: list('rates', '.csv').map((f) => readFileSync(f, 'utf8')),
  };
}

function readLanguages() {
  const languages = {};
  for (const tag of readdirSync(join(data, 'languages')).sort()) {
    const words = { signs: yaml(join(data, 'signs.yaml')) };
    for (const file of list(`languages/${tag}`, '.yaml')) {
      const part = yaml(file);
      // Examples are for tests.
      if (!Array.isArray(part)) delete part.examples;
      words[basename(file, '.yaml')] = part;
    }
    languages[tag] = words;
  }
  return languages;
}

export async function packData() {
  const packed = { languages: readLanguages(), dataset: pack(readData()) };
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (stale) writeFileSync(memory, JSON.stringify(parsed));
  // in single quotes: JSON is full of double ones, and each would cost a backslash
  const text = JSON.stringify(packed).replace(/[\\'\u2028\u2029]/g, (c) =>
    c > '~' ? `\\u${c.charCodeAt(0).toString(16)}` : `\\${c}`,
  );
  writeFileSync(join(root, 'dist/builtin-data.mjs'), `export default '${text}';\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await packData();
