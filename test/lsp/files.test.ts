import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FILES } from '../../server/src/host/files.ts';

let home: string;
let root: string;
const uri = (path: string): string => pathToFileURL(join(home, path)).href;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'files-'));
  mkdirSync(join(home, 'in/ballpark.data'), { recursive: true });
  mkdirSync(join(home, 'out'));
  writeFileSync(join(home, 'in/ballpark.data/b c.yaml'), 'b');
  writeFileSync(join(home, 'in/ballpark.data/a.yaml'), 'é');
  writeFileSync(join(home, 'out/secret.yaml'), 'secret');
  root = uri('in');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('files of a folder are listed and read', async () => {
  const list = await FILES.list(uri('in/ballpark.data'), root);
  expect(list).toEqual([uri('in/ballpark.data/a.yaml'), uri('in/ballpark.data/b c.yaml')]);
  expect(await Promise.all(list.map(FILES.read))).toEqual(['é', 'b']);
  expect(await FILES.modified(list[0]!)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('folders inside are read too', async () => {
  mkdirSync(join(home, 'in/ballpark.data/more'));
  writeFileSync(join(home, 'in/ballpark.data/more/d.csv'), 'd');
  expect(await FILES.list(uri('in/ballpark.data'), root)).toContain(uri('in/ballpark.data/more/d.csv'));
});

test('links that lead out of the folder are not followed', async () => {
  symlinkSync(join(home, 'out'), join(home, 'in/linked'));
  symlinkSync(join(home, 'out'), join(home, 'in/ballpark.data/linked'));
  symlinkSync(join(home, 'out/secret.yaml'), join(home, 'in/ballpark.data/c.yaml'));
  expect(await FILES.list(uri('in/linked'), root)).toEqual([]);
  expect(await FILES.list(uri('in/../out'), root)).toEqual([]);
  expect(await FILES.list(uri('in/ballpark.data'), root)).toHaveLength(2);
  expect(await FILES.read(uri('in/ballpark.data/c.yaml'))).toBeNull();
});

test.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
  execFileSync('mkfifo', [join(home, 'in/ballpark.yaml')]);
  expect(await FILES.read(uri('in/ballpark.yaml'))).toBeNull();
  expect(await FILES.write(uri('in/ballpark.yaml'), 'x')).toBe(false);
});

test('what is too large, missing, a folder or elsewhere is not read', async () => {
  writeFileSync(join(home, 'in/large.yaml'), 'x'.repeat(1024 * 1024 + 1));
  for (const name of ['in/large.yaml', 'in/none.yaml', 'in/ballpark.data'])
    expect(await FILES.read(uri(name))).toBeNull();
  for (const other of [
    'untitled:x',
    'vscode-vfs://github/a/b.yaml',
    'file://host/share/x',
    'file:///%00',
    'nonsense',
  ]) {
    expect(await FILES.read(other)).toBeNull();
    expect(await FILES.write(other, 'x')).toBe(false);
    expect(await FILES.modified(other)).toBeNull();
    expect(await FILES.list(other, root)).toEqual([]);
  }
});

test('a file is written whole or not at all', async () => {
  expect(await FILES.write(uri('in/ballpark-ignore.json'), '[]\n')).toBe(true);
  expect(readFileSync(join(home, 'in/ballpark-ignore.json'), 'utf8')).toBe('[]\n');
  expect(await FILES.write(uri('none/ballpark-ignore.json'), '[]\n')).toBe(false);
  expect(readdirSync(join(home, 'in')).sort()).toEqual(['ballpark-ignore.json', 'ballpark.data']);
});
