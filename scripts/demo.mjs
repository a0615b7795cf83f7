// `npm run demo`: builds the checker, checks the drafts of examples/, prints each finding with its sources, and ends 0
// when the warnings are those of examples/expected.yaml.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { bundle } from '../esbuild.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const examples = join(root, 'examples');

/** Runs the bundled command line on one draft. */
function check(file, asOf, ...more) {
  const args = [join(root, 'dist/cli.js'), 'check', join('examples', file), '--as-of', asOf, ...more];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status > 1) throw new Error(run.stderr || `ballpark ended with ${run.status}`);
  return run.stdout;
}

/** What is missing from the warnings of one draft, and what nobody expected. */
export function compare(draft, warnings, text) {
  const problems = [];
  const open = new Set(warnings);
  for (const { text: phrase, rule } of draft.warnings) {
    const start = text.indexOf(phrase);
    if (start < 0 || text.indexOf(phrase, start + 1) >= 0) {
      problems.push(`${draft.file}: '${phrase}' must stand in the draft exactly once`);
      continue;
    }
    const end = start + phrase.length;
    const hit = [...open].find((w) => w.rule === rule && w.start < end && start < w.end);
    if (hit) open.delete(hit);
    else problems.push(`${draft.file}: expected ${rule} at '${phrase}'`);
  }
  for (const w of open) problems.push(`${draft.file}: nobody expected ${w.rule} at '${text.slice(w.start, w.end)}'`);
  return problems;
}

export function demo(print) {
  const { asOf, drafts } = parse(readFileSync(join(examples, 'expected.yaml'), 'utf8'));
  const problems = [];
  let count = 0;
  for (const draft of drafts) {
    print(check(draft.file, asOf));
    const { files } = JSON.parse(check(draft.file, asOf, '--format', 'json'));
    const warnings = files[0].findings.filter((f) => f.severity === 'warning');
    count += warnings.length;
    problems.push(...compare(draft, warnings, readFileSync(join(examples, draft.file), 'utf8')));
  }
  for (const problem of problems) print(`NOT AS EXPECTED: ${problem}\n`);
  print(
    `${count} warnings in ${drafts.length} drafts, ${problems.length === 0 ? 'all as expected' : `${problems.length} not as expected`}.\n`,
  );
  return problems.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await bundle(['cli']);
  process.exitCode = demo((text) => process.stdout.write(text)) ? 0 : 1;
}
