import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled command line, as a user would. */
export function ballpark(
  args: readonly string[],
  { input = '', cwd = process.cwd(), pause = 0 }: { input?: string | Uint8Array; cwd?: string; pause?: number } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd });
    if (pause > 0) {
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), pause);
    }
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {}); // the program may end before it has read all
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}

/** A new folder with these files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'ballpark-cli-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The one document of `--format json`. */
export async function report(args: readonly string[], options: { input?: string | Uint8Array; cwd?: string } = {}) {
  const run = await ballpark(['check', ...args, '--format', 'json'], options);
  return { ...run, json: JSON.parse(run.out) };
}

/** A figure in the wrong currency, and the same sentence put right. */
export const WRONG = 'SemiAnalysis estimates that DeepSeek spent 1.6 billion euros on its servers.\n';
export const RIGHT = 'SemiAnalysis estimates that DeepSeek spent 1.6 billion dollars on its servers.\n';
