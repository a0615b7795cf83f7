// Keeps the results of `npm run soak` in docs/robustness.md, between two marks; the rest of the page is by hand.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../host/cache.mjs';

const START = '<!-- soak: written by npm run soak -->';
const END = '<!-- /soak -->';
const page = join(root, 'docs/robustness.md');

const row = ({ name, passed, failed, skipped, seconds }) =>
  `| ${name} | ${passed} | ${failed} | ${skipped} | ${seconds} |`;

export function soakSection(results, seed, date) {
  return [
    START,
    `Last soak: ${date}, seed ${seed}, Node ${process.versions.node}, ${cpus().length} cores.`,
    '',
    '| stage | passed | failed | skipped | seconds |',
    '| --- | --- | --- | --- | --- |',
    ...results.map(row),
    END,
  ].join('\n');
}

export function writeRobustness(results, seed) {
  const section = soakSection(results, seed, new Date().toISOString().slice(0, 10));
  const old = existsSync(page) ? readFileSync(page, 'utf8') : '# Robustness\n';
  const from = old.indexOf(START);
  const to = old.indexOf(END);
  const text =
    from >= 0 && to > from
      ? old.slice(0, from) + section + old.slice(to + END.length)
      : `${old.trimEnd()}\n\n${section}\n`;
  writeFileSync(page, text);
}
