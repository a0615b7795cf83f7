// Runs one stage as a process of its own, and reads what it says about itself.
import { spawn } from 'node:child_process';
import { root } from '../host/cache.mjs';

const SUMMARY = /^(?:.*: )?(\d+) passed, (\d+) failed, (\d+) skipped$/gm;
const LIMIT = 300_000;
const SOAK_LIMIT = 4 * 3600_000;

let running = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    if (running) end(running, 'SIGTERM');
    process.exit(130);
  });
}

/** Ends the stage with all it started: it leads a process group of its own. */
function end(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}

function runCommand(command, args, { env, limit }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running = child;
    let said = '';
    const hear = (bytes, stream) => {
      said += bytes;
      stream.write(bytes);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => hear(text, process.stdout));
    child.stderr.setEncoding('utf8').on('data', (text) => hear(text, process.stderr));
    const timer = setTimeout(() => {
      said += `\nstopped after ${limit / 1000} s\n`;
      end(child, 'SIGKILL');
    }, limit);
    child.once('error', (error) => resolve({ code: null, said: String(error), why: error.message }));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, said, why: signal ? `ended by ${signal}` : code ? `exit ${code}` : '' });
    });
  });
}

/** The summary line of a runner, in its last occurrence; null where it printed none. */
export function readSummary(said) {
  const last = [...said.matchAll(SUMMARY)].at(-1);
  return last ? { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) } : null;
}

/** How a stage counts: a check is one test; a runner counts itself, and a broken one is at least one failure. */
export function countStage(counts, code, said) {
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const found = readSummary(said);
  if (!found) return { passed: 0, failed: 1, skipped: 0, why: 'no summary: the runner did not start or broke off' };
  if (found.passed + found.failed === 0) return { ...found, failed: 1, why: 'no test ran' };
  return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

/** A stage that was not started, because `broken` failed before it. */
export const notStarted = (broken) => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  seconds: '0.0',
  why: `not started: ${broken} failed`,
});

/** Runs `stage` ({ command, counts }); gives counts, seconds and, where it went wrong, why. */
export async function runStage(stage, { env, soak }) {
  const started = Date.now();
  const [command, ...args] = stage.command;
  const limit = soak ? SOAK_LIMIT : (stage.limit ?? LIMIT);
  const { code, said, why } = await runCommand(command, args, { env, limit });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return { ...{ why }, ...countStage(stage.counts, code, said), seconds, said };
}
