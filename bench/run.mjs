// `npm run bench`: speed of the language server as an editor feels it. Times are printed; what is asserted are ratios,
// because machines differ: a keystroke must cost a fraction of a full check and grow no faster than the draft.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { bundle } from '../esbuild.mjs';
import { Client } from './client.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const server = join(root, 'dist/server.js');
const quick = process.argv.includes('--quick');
const KEYSTROKES = quick ? 8 : 30;
const SIZES = quick ? [20e3, 100e3] : [20e3, 100e3, 200e3, 2e6];

/** An article of about `size` characters: our example's paragraphs over and over, none exactly like the other. */
function article(size) {
  const source = readFileSync(join(root, 'examples/en/deepseek-and-its-rivals.md'), 'utf8');
  const paragraphs = source.split('---\n').slice(2).join('---\n').split('\n\n');
  const out = [];
  for (let length = 0, round = 0; length < size; round++) {
    const paragraph = paragraphs[round % paragraphs.length].replace(/\[\^nature\]:?/g, '');
    out.push(round < paragraphs.length ? paragraph : `${paragraph} (${round})`);
    length += out.at(-1).length + 2;
  }
  return out.join('\n\n');
}

const sorted = (times) => [...times].sort((a, b) => a - b);
const median = (times) => sorted(times)[Math.floor(times.length / 2)];
const p95 = (times) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * 0.95))];
const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
const row = (name, times, cpu = null) =>
  console.log(
    `${name.padEnd(34)} median ${ms(median(times)).padStart(8)}   min ${ms(Math.min(...times)).padStart(8)}   p95 ${ms(p95(times)).padStart(8)}${cpu === null ? '' : `   processor ${ms(cpu).padStart(8)}`}`,
  );

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time of each of `n` works: what a quiet machine would take, or more where threads ran beside each other. */
const spent = (before, after, n = 1) => (before === null || after === null ? null : (after - before) / n);

const pull = (client, uri) => client.request('textDocument/diagnostic', { textDocument: { uri } });

/** From no process to the first diagnostics of one draft, in parts. */
async function coldRun(text) {
  const uri = 'file:///bench/draft.md';
  const client = new Client(server);
  const start = await timed(() => client.start());
  const before = client.cpu();
  const first = await timed(() => {
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    return pull(client, uri);
  });
  const cpu = spent(before, client.cpu());
  await client.stop();
  return { start, first, cpu };
}

/** One character typed in the middle of a sentence, again and again; each waits for its diagnostics. */
async function typing(text) {
  const uri = 'file:///bench/draft.md';
  const client = new Client(server);
  await client.start();
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await pull(client, uri);
  const lines = text.split('\n');
  let line = Math.floor(lines.length / 2);
  while (lines[line].length < 80) line++;
  const times = [];
  let before = null;
  for (let i = 0; i < KEYSTROKES + 3; i++) {
    if (i === 3) before = client.cpu();
    const at = { line, character: 40 + i };
    const change = { range: { start: at, end: at }, text: i % 5 === 4 ? ' ' : 'e' };
    const time = await timed(() => {
      client.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [change] });
      return pull(client, uri);
    });
    if (i >= 3) times.push(time); // the first ones warm the compiler up
  }
  const cpu = spent(before, client.cpu(), KEYSTROKES);
  await client.stop();
  return { times, cpu };
}

await bundle(['server', 'cli']);
const runs = quick ? 2 : 5;
const repeat = async (work) => {
  const results = [];
  for (let i = 0; i < runs; i++) results.push(await work());
  return results;
};

const cold = await repeat(() => coldRun(article(100e3)));
row(
  'server ready',
  cold.map((c) => c.start),
);
row(
  'first check of 100 kB, cold',
  cold.map((c) => c.first),
  cold[0].cpu === null ? null : median(cold.map((c) => c.cpu)),
);
row(
  'command line on one draft',
  await repeat(() =>
    timed(async () => spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '-'], { input: 'DeepSeek.' })),
  ),
);

const keys = new Map();
const whole = new Map();
for (const size of SIZES) {
  const text = article(size);
  whole.set(size, (await coldRun(text)).first);
  const { times, cpu } = await typing(text);
  keys.set(size, times);
  row(`keystroke at ${size / 1000} kB`, times, cpu);
}

const budgets = [
  ['first check of 100 kB under 1 s', median(cold.map((c) => c.first)) < 1000, false],
  ['keystroke at 100 kB under 50 ms', median(keys.get(100e3)) < 50, false],
  ...SIZES.filter((size) => size >= 100e3).map((size) => [
    `keystroke at ${size / 1000} kB under a fifth of a full check (${ms(whole.get(size))})`,
    median(keys.get(size)) < whole.get(size) / 5,
    true,
  ]),
  ...SIZES.slice(1).map((size, i) => [
    `keystroke from ${SIZES[i] / 1000} to ${size / 1000} kB: at most twice as much as the draft grows`,
    median(keys.get(size)) < (2 * size * Math.max(1, median(keys.get(SIZES[i])))) / SIZES[i],
    true,
  ]),
];
console.log();
for (const [name, held, binding] of budgets) console.log(`${held ? 'held  ' : binding ? 'BROKEN' : 'missed'} ${name}`);
process.exitCode = budgets.some(([, held, binding]) => binding && !held) ? 1 : 0;
