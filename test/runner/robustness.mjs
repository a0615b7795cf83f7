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

/** Puts the section in its place on the page; what stands around it stays. */
export function writeRobustness(results, seed, file = page) {
  const section = soakSection(results, seed, new Date().toISOString().slice(0, 10));
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '# Robustness\n';
  const from = old.indexOf(START);
  const to = old.indexOf(END);
  const text =
    from >= 0 && to > from
      ? old.slice(0, from) + section + old.slice(to + END.length)
      : `${old.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, text);
}
