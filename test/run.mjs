// Every suite, from nothing: `npm test`. The last line sums all runners; one that did not start counts as failed.
//   node test/run.mjs [--soak] [--seed N] [--only STAGE[,STAGE]] [--list]
import { parseArgs } from 'node:util';
import { writeRobustness } from './runner/robustness.mjs';
import { notStarted, runStage } from './runner/stage.mjs';
import { stages } from './runner/stages.mjs';

const CI_SEED = '20261123';

const { values } = parseArgs({
  options: {
    soak: { type: 'boolean', default: false },
    seed: { type: 'string' },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});
if (values.list) {
  for (const { name, what } of stages) console.log(`${name.padEnd(10)} ${what}`);
  process.exit(0);
}
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
if (unknown.length) {
  console.error(`unknown stage: ${unknown.join(', ')} (--list shows them)`);
  process.exit(2);
}

const seed = values.seed ?? CI_SEED;
const env = { ...process.env, SEED: seed, ...(values.soak ? { SOAK: '1' } : {}) };
const results = [];
for (const stage of stages) {
  if (wanted && !wanted.includes(stage.name)) continue;
  console.log(`\n=== ${stage.name}: ${stage.what}`);
  const broken = stage.needs?.find((name) => results.some((result) => result.name === name && result.failed));
  const result = broken ? notStarted(broken) : await runStage(stage, { env, soak: values.soak });
  results.push({ name: stage.name, ...result });
  console.log(
    `=== ${stage.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped (${result.seconds} s)`,
  );
}
if (values.soak && !wanted) writeRobustness(results, seed);

console.log('\nstage       passed  failed  skipped  seconds');
for (const { name, passed, failed, skipped, seconds, why } of results) {
  const cells = [passed, failed, skipped].map((n) => String(n).padStart(7)).join(' ');
  console.log(`${name.padEnd(10)} ${cells} ${String(seconds).padStart(9)}${why ? `  ${why}` : ''}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') ? 1 : 0);
