// `node scripts/silence.mjs [FOLDER]...`: bundled and started by that script.
import json from '@ballpark/data';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { prosePaths, readProse } from './paragraphs.ts';
import { LEVELS, newSurvey, survey } from './survey.ts';

const [shown = '10', knownAt = '', ...folders] = process.argv.slice(2);
const world = loadBuiltin(json);
const all = newSurvey();
const started = Date.now();
for (const path of [...new Set(folders.flatMap(prosePaths))]) {
  const document = readProse(path);
  if (document) survey(all, document, world, knownAt);
}
console.log(
  `${all.documents} documents, ${(all.characters / 1e6).toFixed(1)} MB, ${all.paragraphs} paragraphs with numbers, ${all.quantities} quantities, ${Math.round((Date.now() - started) / 1000)} s`,
);
for (const level of LEVELS) {
  const hits = all.hits.filter((hit) => hit.level === level);
  console.log(`\n${level}: ${hits.length}`);
  for (const hit of hits.slice(0, level === 'warning' ? hits.length : Number(shown)))
    console.log(`  ${hit.path}\n    ${hit.what}: ${hit.around}`);
}
process.exitCode = all.hits.some((hit) => hit.level === 'warning') ? 1 : 0;
