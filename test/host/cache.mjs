// The cache of the real-editor tests: `.vscode-test/`, or VSCODE_HARNESS_DIR.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const cacheDir = () => resolve(process.env.VSCODE_HARNESS_DIR ?? join(root, '.vscode-test'));

const isReady = (home, stamp) =>
  existsSync(join(home, 'ready')) && readFileSync(join(home, 'ready'), 'utf8') === `${stamp}\n`;

const MAKING = '.making-';
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Removes what runs that were killed left behind. */
function sweep() {
  for (const name of existsSync(cacheDir()) ? readdirSync(cacheDir()) : []) {
    if (!name.startsWith(MAKING) || isAlive(Number(name.slice(MAKING.length).split('-')[0]))) continue;
    rmSync(join(cacheDir(), name), { recursive: true, force: true });
  }
}

/**
 * The folder `name` of the cache, filled by `fill(folder)` where it is not there yet. It is filled under another
 * name and renamed when whole, so that a set-up broken off half-way is never taken for a good one; `stamp` says
 * what it was made of, and another stamp makes it anew.
 */
export async function cached(name, stamp, fill) {
  const home = join(cacheDir(), name);
  if (isReady(home, stamp)) return home;
  sweep();
  const work = join(cacheDir(), `${MAKING}${process.pid}-${name}`);
  mkdirSync(work, { recursive: true });
  try {
    await fill(work);
    writeFileSync(join(work, 'ready'), `${stamp}\n`);
    if (isReady(home, stamp)) return home; // another run was faster
    rmSync(home, { recursive: true, force: true });
    renameSync(work, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return home;
}

/** Runs one step of the set-up; its failure is told with the command's own words. */
export function step(what, command, args, cwd) {
  const started = Date.now();
  try {
    execFileSync(command, args, {
      cwd,
      env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    const said = String(error.stderr || error.message).slice(-2000);
    throw new Error(`VS Code set-up failed at "${what}" (${command} ${args.join(' ')}):\n${said}`);
  }
  console.log(`[set-up] ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Throws unless `file` has the pinned hash. */
export function verify(file, { name, version, integrity }) {
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(`${name}@${version} is not the pinned tarball: expected ${integrity}, got ${found}`);
  }
}

/** Downloads a pinned tarball through npm, checks it, unpacks `path` of it into `folder`. */
export function unpack(pin, path, folder) {
  const { name, version } = pin;
  const tarball = join(folder, `${name}-${version}.tgz`);
  step(
    `download ${name}@${version}`,
    'npm',
    ['pack', '--loglevel=error', '--pack-destination', folder, `${name}@${version}`],
    folder,
  );
  verify(tarball, pin);
  step(`unpack ${path}`, 'tar', ['-xzf', tarball, path], folder);
  rmSync(tarball);
}
