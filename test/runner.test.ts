import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The runner is plain JavaScript: it works before anything is built.
const load = (path: string) => import(new URL(path, import.meta.url).href);
const { countStage, notStarted } = await load('./runner/stage.mjs');
const { soakSection, writeRobustness } = await load('./runner/robustness.mjs');
const { cached, verify } = await load('./host/cache.mjs');
const { faults } = await load('./host/vsix.mjs');

describe('a stage', () => {
  const counts = [
    ['a check that passed', false, 0, '', { passed: 1, failed: 0, skipped: 0 }],
    ['a check that failed', false, 1, '', { passed: 0, failed: 1, skipped: 0 }],
    ['a runner', true, 0, 'vitest: 3 passed, 0 failed, 1 skipped\n', { passed: 3, failed: 0, skipped: 1 }],
    [
      'the last line of two',
      true,
      0,
      '1 passed, 0 failed, 0 skipped\n2 passed, 0 failed, 0 skipped\n',
      { passed: 2, failed: 0 },
    ],
    ['a runner that broke off', true, 1, 'x\n', { passed: 0, failed: 1 }],
    ['a runner that said nothing and ended well', true, 0, '', { passed: 0, failed: 1 }],
    ['a runner without a test', true, 0, 'vitest: 0 passed, 0 failed, 0 skipped\n', { passed: 0, failed: 1 }],
    [
      'a runner that passed all and fell over',
      true,
      1,
      'vitest: 3 passed, 0 failed, 0 skipped\n',
      { passed: 3, failed: 1 },
    ],
    ['a runner that was killed', true, null, 'vitest: 3 passed, 0 failed, 0 skipped\n', { passed: 3, failed: 1 }],
  ] as const;
  test.each(counts)('%s', (_name, runner, code, said, expected) => {
    expect(countStage(runner, code, said)).toMatchObject(expected);
  });
});

test('a stage that was not started counts as failed', () => {
  expect(notStarted('build')).toMatchObject({ passed: 0, failed: 1, why: 'not started: build failed' });
});

test('the soak section holds date, seed and every stage', () => {
  const results = [{ name: 'vitest', passed: 7, failed: 0, skipped: 1, seconds: '12.5' }];
  const section = soakSection(results, '42', '2026-11-23');
  expect(section).toContain('2026-11-23, seed 42');
  expect(section).toContain('| vitest | 7 | 0 | 1 | 12.5 |');
});

test('a soak renews its section and leaves the rest of the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  try {
    const page = join(folder, 'robustness.md');
    writeFileSync(page, '# Robustness\n\nBy hand.\n');
    const results = [{ name: 'vitest', passed: 1, failed: 0, skipped: 0, seconds: '1.0' }];
    writeRobustness(results, '1', page);
    writeFileSync(page, `${readFileSync(page, 'utf8')}\nAlso by hand.\n`);
    writeRobustness(results, '2', page);
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('By hand.');
    expect(text).toContain('Also by hand.');
    expect(text).toContain('seed 2');
    expect(text).not.toContain('seed 1,');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('the cache of the real editor', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cache-'));
    process.env['VSCODE_HARNESS_DIR'] = folder;
  });
  afterEach(() => {
    delete process.env['VSCODE_HARNESS_DIR'];
    rmSync(folder, { recursive: true, force: true });
  });
  const fill = (text: string) => (work: string) => writeFileSync(join(work, 'a'), text);
  const read = (home: string) => readFileSync(join(home, 'a'), 'utf8');

  test('fills a folder once', async () => {
    expect(read(await cached('x', '1', fill('first')))).toBe('first');
    expect(read(await cached('x', '1', fill('second')))).toBe('first');
  });

  test('fills it again for another version or hash', async () => {
    await cached('x', '1', fill('first'));
    expect(read(await cached('x', '2', fill('second')))).toBe('second');
  });

  test('never takes a half-done set-up for a good one', async () => {
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x/a'), 'half'); // as a run killed between two files would leave it
    expect(read(await cached('x', '1', fill('whole')))).toBe('whole');
  });

  test('sweeps away what a killed run left, not what a living one makes', async () => {
    mkdirSync(join(folder, '.making-999999999-x'));
    mkdirSync(join(folder, `.making-${process.pid}-y`));
    await cached('x', '1', fill('whole'));
    expect(readdirSync(folder).sort()).toEqual([`.making-${process.pid}-y`, 'x']);
  });

  test('leaves nothing where the filling fails', async () => {
    const broken = (work: string) => {
      fill('half')(work);
      throw new Error('no network');
    };
    await expect(cached('x', '1', broken)).rejects.toThrow('no network');
    expect(existsSync(join(folder, 'x'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses a tarball that is not the pinned one', () => {
    const file = join(folder, 'p.tgz');
    writeFileSync(file, 'abc');
    const integrity = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
    expect(() => verify(file, { name: 'p', version: '1', integrity })).not.toThrow();
    writeFileSync(file, 'abd');
    expect(() => verify(file, { name: 'p', version: '1', integrity })).toThrow(/not the pinned tarball/);
  });
});

describe.skipIf(process.platform === 'win32')('the desktop launcher', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desktop-'));
  });
  afterEach(() => {
    delete process.env['VSCODE_PATH'];
    rmSync(folder, { recursive: true, force: true });
  });
  const standIn = (code: number): void => {
    const file = join(folder, 'code');
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > ${join(folder, 'args')}\nexit ${code}\n`, { mode: 0o755 });
    process.env['VSCODE_PATH'] = file;
  };
  const launch = async (): Promise<number> => {
    const { runDesktop } = await load('./host/desktop.mjs');
    return runDesktop({ workspace: folder, suite: '/suite/index.js', settings: {} });
  };

  test('hands the suite and the extension to the editor at VSCODE_PATH', async () => {
    standIn(0);
    expect(await launch()).toBe(0);
    const args = readFileSync(join(folder, 'args'), 'utf8').split('\n');
    expect(args).toContain('--extensionTestsPath=/suite/index.js');
    expect(args.some((arg) => arg.startsWith('--extensionDevelopmentPath='))).toBe(true);
    expect(args).toContain(folder);
  });

  test('fails where the suite failed', async () => {
    standIn(3);
    await expect(launch()).rejects.toThrow();
  });
});

test('a package with a stranger in it, or without its parts, is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vsix-'));
  try {
    const file = join(folder, 'x.vsix');
    writeFileSync(file, zip(['extension/package.json', 'extension/server/src/secret.ts']));
    const found: string[] = faults(file);
    expect(found).toContain('extension/server/src/secret.ts must not ship');
    expect(found).toContain('dist/server.js is missing');
    expect(found).not.toContain('extension/package.json must not ship');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A ZIP of empty files: its central directory is all that is read. */
function zip(names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 10);
  return Buffer.concat([...entries, end]);
}
