import { afterEach, describe, expect, test } from 'vitest';
import type { Host } from '../../server/src/host/host.ts';
import { readConfig } from '../../server/src/load/config.ts';
import { readIgnores, writeIgnores } from '../../server/src/load/ignores.ts';
import { Editor, type Options } from './editor.ts';

let editor: Editor;
const open = async (options: Options = {}): Promise<Editor> => {
  editor = await Editor.open({ folders: ['file:///w'], ...options });
  return editor;
};
afterEach(async () => {
  await editor?.quit();
  editor = undefined as never;
});

const TEXT = 'One is WRONG. Three is MAYBE.\n';

/** Files in memory. */
function disk(files: Record<string, string>): { files: Map<string, string>; host: Partial<Host> } {
  const map = new Map(Object.entries(files));
  return {
    files: map,
    host: {
      read: async (uri) => map.get(uri) ?? null,
      write: async (uri, text) => {
        map.set(uri, text);
        return true;
      },
      list: async (uri) => [...map.keys()].filter((file) => file.startsWith(`${uri}/`)),
    },
  };
}
const codes = async (uri?: string) => (await editor.items(uri)).map((d) => d.code);

describe('ballpark.yaml', () => {
  test('turns rules off, for some drafts too', async () => {
    const yaml =
      'rules: { disputed: off }\noverrides:\n  - files: [archive/**]\n    rules: { "wrong-*": off, disputed: hint }\n';
    await open(disk({ 'file:///w/ballpark.yaml': yaml }));
    await editor.write(TEXT);
    expect(await codes()).toEqual(['wrong-currency']);
    await editor.write(TEXT, 'file:///w/archive/old.md');
    expect(await codes('file:///w/archive/old.md')).toEqual(['disputed']);
  });

  test('gives way to the settings of the editor', async () => {
    await open(disk({ 'file:///w/ballpark.yaml': 'rules: { disputed: off }\nlocale: fr\n' }));
    editor.settings = { rules: { disputed: 'warning' } };
    await editor.write(TEXT);
    const items = await editor.items();
    expect(items.map((d) => d.code)).toEqual(['wrong-currency', 'disputed']);
    expect(items[0]?.message).toMatch(/sont ceux/);
  });

  test('leaves drafts out', async () => {
    await open(disk({ 'file:///w/ballpark.json': '{ "exclude": ["*.draft.md"] }' }));
    await editor.write(TEXT, 'file:///w/x.draft.md');
    expect(await codes('file:///w/x.draft.md')).toEqual([]);
  });

  test('with a mistake in it says where, and what is sound counts', async () => {
    await open(disk({ 'file:///w/ballpark.yaml': 'rules: { disputed: off }\nasOf: soon\nsurprise: 1\n' }));
    await editor.write(TEXT);
    expect(await codes()).toEqual(['wrong-currency']);
    expect(editor.statuses[0]?.notes).toEqual([
      'ballpark.yaml:2:7: asOf: a day such as 2025-02-03',
      "ballpark.yaml:1:1: unknown key 'surprise'",
    ]);
  });

  test('of another folder does not count', async () => {
    await open({
      folders: ['file:///w', 'file:///w/inner', 'file:///other'],
      ...disk({
        'file:///other/ballpark.yaml': 'rules: { "*": off }',
        'file:///w/inner/ballpark.yaml': 'rules: { disputed: off }',
      }),
    });
    await editor.write(TEXT);
    await editor.write(TEXT, 'file:///w/inner/a.md');
    expect(await codes()).toHaveLength(2);
    expect(await codes('file:///w/inner/a.md')).toEqual(['wrong-currency']);
  });
});

test.each([
  ['- a list', 1],
  ['rules: { loud: warning }', 1],
  ['data: [../secrets]', 1],
  ['data: [/etc]', 1],
  ["data: ['C:\\x']", 1],
  ['rules: &r { disputed: off }\nother: *r', 1],
  ['__proto__: { x: 1 }', 1],
  ['{{{{', 1],
  ['', 0],
  ['language: fr', 0],
  ['data: [figures, more/figures]', 0],
])('the configuration %j', (text, problems) => {
  expect(readConfig(text, 'ballpark.yaml').problems.length >= problems).toBe(true);
  expect(readConfig(text, 'ballpark.yaml').problems.length > 0).toBe(problems > 0);
  expect(({} as { x?: number }).x).toBeUndefined();
});

describe('ballpark-ignore.json', () => {
  const ignore = async (): Promise<unknown> => {
    const actions = await editor.actions(0, 7, 12);
    const action = actions.find((a) => a.command);
    return editor.connection.sendRequest('workspace/executeCommand', {
      ...action?.command,
      arguments: [{ ...action?.command?.arguments?.[0], reason: 'checked by phone', by: 'Ada' }],
    });
  };

  test('is written by the server, takes effect at once, and can be taken back', async () => {
    const { files, host } = disk({});
    await open({ host });
    await editor.write(TEXT);
    expect(await codes()).toEqual(['wrong-currency', 'disputed']);
    expect(await ignore()).toBe(true);
    expect(JSON.parse(files.get('file:///w/ballpark-ignore.json')!)).toEqual([
      {
        fingerprint: 'print-WRONG',
        rule: 'wrong-currency',
        text: 'WRONG',
        reason: 'checked by phone',
        by: 'Ada',
        on: '2026-11-23',
      },
    ]);
    expect(await codes()).toEqual(['disputed']);
    expect(editor.refreshes).toBeGreaterThan(0);
    const [entry] = await editor.connection.sendRequest<{ fingerprint: string }[]>('ballpark/ignored', {
      uri: 'file:///w/draft.md',
    });
    const command = 'ballpark.server.unignoreInFile';
    await editor.connection.sendRequest('workspace/executeCommand', {
      command,
      arguments: [{ uri: 'file:///w/draft.md', ...entry }],
    });
    expect(await codes()).toEqual(['wrong-currency', 'disputed']);
    expect(files.get('file:///w/ballpark-ignore.json')).toBe('[]\n');
  });

  test('that cannot be read is not written over', async () => {
    const { files, host } = disk({ 'file:///w/ballpark-ignore.json': '{ not json' });
    await open({ host });
    await editor.write(TEXT);
    expect(await ignore()).toBe(false);
    expect(files.get('file:///w/ballpark-ignore.json')).toBe('{ not json');
    expect(editor.statuses[0]?.notes).toEqual(['ballpark-ignore.json:1:1: not a list of ignored findings']);
  });

  test('on a disk that cannot be written lasts as long as the server, which says so', async () => {
    await open({ host: { write: async () => false } });
    await editor.write(TEXT);
    expect(await ignore()).toBe(true);
    expect(await codes()).toEqual(['disputed']);
    expect(editor.statuses.at(-1)?.notes.join()).toContain('could not be written');
    const uri = 'file:///w/draft.md';
    const [entry] = await editor.connection.sendRequest<object[]>('ballpark/ignored', { uri });
    expect(entry).toMatchObject({ rule: 'wrong-currency', by: 'Ada' });
    const command = 'ballpark.server.unignoreInFile';
    await editor.connection.sendRequest('workspace/executeCommand', { command, arguments: [{ uri, ...entry }] });
    expect(await codes()).toEqual(['wrong-currency', 'disputed']);
  });

  test('is not offered for a draft outside of all folders', async () => {
    await open({ folders: [] });
    await editor.write(TEXT);
    expect((await editor.actions(0, 7, 12)).filter((a) => a.command)).toEqual([]);
  });

  test('keeps one entry a line, sorted', () => {
    const entry = (fingerprint: string) => ({
      fingerprint,
      rule: 'r',
      text: 'a "b"\n',
      reason: null,
      by: null,
      on: '2026-01-01',
    });
    const text = writeIgnores([entry('b'), entry('a'), entry('c')]);
    expect(text.split('\n')).toHaveLength(6);
    expect(readIgnores(text)?.map((e) => e.fingerprint)).toEqual(['a', 'b', 'c']);
    expect(writeIgnores(readIgnores(text)!)).toBe(text);
  });

  test.each([
    ['', 0],
    ['[]', 0],
    ['[null, 1, {"fingerprint":7}, {"fingerprint":"x"}]', 1],
  ])('%j is read', (text, count) => {
    expect(readIgnores(text)).toHaveLength(count);
  });
  test.each(['{}', '3', '[', '"x"'])('%j is no list', (text) => {
    expect(readIgnores(text)).toBeNull();
  });
});

test('the report page of a draft: every figure, who ignored what and why', async () => {
  const ignored = JSON.stringify([
    {
      fingerprint: 'print-MAYBE',
      rule: 'disputed',
      text: 'MAYBE',
      reason: '<b>my reason</b>',
      by: 'Ada',
      on: '2026-01-01',
    },
  ]);
  await open(
    disk({ 'file:///w/ballpark-ignore.json': ignored, 'file:///w/ballpark.yaml': 'rules: { disputed: off }' }),
  );
  await editor.write('One is WRONG. Two is FINE. Three is MAYBE.\n');
  const page = await editor.connection.sendRequest('ballpark/page', {
    uri: 'file:///w/draft.md',
    name: 'draft <1>.md',
  });
  expect(page).toMatchSnapshot();
});
