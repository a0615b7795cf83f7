import { expect, test } from 'vitest';
import { NO_FILES } from '../../server/src/host/host.ts';
import type { FileParams } from '../../server/src/host/messages.ts';
import { byScheme, clientFiles } from '../../server/src/host/remote.ts';

const URI = 'memfs://disk/w/ballpark.yaml';

test('files behind a file system of the editor’s are asked of the client', async () => {
  const asked: FileParams[] = [];
  const answers: Record<string, unknown> = { read: 'x', modified: '2026-11-20', list: ['b', 3, 'a'], write: true };
  const host = clientFiles(async (params) => {
    asked.push(params);
    return answers[params.act];
  });
  expect(await host.read(URI)).toBe('x');
  expect(await host.modified(URI)).toBe('2026-11-20');
  expect(await host.list(URI, URI)).toEqual(['a', 'b']);
  expect(await host.write(URI, 'y')).toBe(true);
  expect(asked.map(({ act }) => act)).toEqual(['read', 'modified', 'list', 'write']);
});

test.each([7, {}, [], undefined])('an answer of another shape (%j) counts as none', async (answer) => {
  const host = clientFiles(async () => answer);
  expect([await host.read(URI), await host.modified(URI), await host.write(URI, '')]).toEqual([null, null, false]);
  expect(await host.list(URI, URI)).toEqual([]);
});

test('an editor that does not answer is asked once; a file that cannot be read does not silence it', async () => {
  let asked = 0;
  const refuse = (code: number) => async () => {
    asked++;
    throw Object.assign(new Error('no'), { code });
  };
  const deaf = clientFiles(refuse(-32601));
  expect([await deaf.read(URI), await deaf.read(URI), asked]).toEqual([null, null, 1]);
  const hurt = clientFiles(refuse(-32603));
  expect([await hurt.read(URI), await hurt.read(URI), asked]).toEqual([null, null, 3]);
});

test('nothing is asked about drafts that lie nowhere, nor about files of this machine', async () => {
  const asked: string[] = [];
  const other = clientFiles(async ({ uri }) => {
    asked.push(uri);
    return null;
  });
  const own = { ...NO_FILES, read: async () => 'own' };
  const host = byScheme(own, other);
  expect(await host.read('file:///w/a.md')).toBe('own');
  await host.modified('untitled:Untitled-1');
  await host.modified('vscode-notebook-cell:/w/n.ipynb#W0');
  await host.read(URI);
  expect(asked).toEqual([URI]);
});
