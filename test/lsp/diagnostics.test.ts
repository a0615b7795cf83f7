import { afterEach, describe, expect, test } from 'vitest';
import { Editor, type Options, SMALL } from './editor.ts';
import { fakeCheck } from './fake.ts';

let editor: Editor;
const open = async (options: Options = {}): Promise<Editor> => {
  editor = await Editor.open(options);
  return editor;
};
afterEach(() => editor.quit());

const TEXT = 'One is WRONG. Two is FINE. Three is MAYBE.\n';

test('initialize names the server and offers pull only to those who pull', async () => {
  const { result } = await open();
  expect(result).toMatchSnapshot();
  await editor.quit();
  const small = await open({ capabilities: SMALL });
  expect(small.result.capabilities.diagnosticProvider).toBeUndefined();
});

describe('pulled', () => {
  test('findings come with rule, page, severity and their sentence', async () => {
    await open();
    await editor.write(TEXT);
    const items = await editor.items();
    expect(items).toMatchSnapshot();
    expect(editor.pushed).toEqual([]);
  });

  test('an unchanged draft is not sent again', async () => {
    await open();
    await editor.write(TEXT);
    const first = await editor.pull();
    expect(await editor.pull(undefined, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  test('each edit moves them, wherever it is made', async () => {
    await open();
    await editor.write('é😀 WRONG.\r\nmore\r\n');
    const at = async () => (await editor.items()).map((d) => d.range.start);
    expect(await at()).toEqual([{ line: 0, character: 4 }]);
    await editor.change('A\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    expect(await at()).toEqual([{ line: 1, character: 4 }]);
    await editor.change('FINE', { start: { line: 1, character: 4 }, end: { line: 1, character: 9 } });
    expect(await at()).toEqual([]);
    await editor.change('all WRONG now');
    expect(await at()).toEqual([{ line: 0, character: 4 }]);
  });

  test('a cancelled pull asks to be tried again and a burst of edits is checked a few times only', async () => {
    let checks = 0;
    await open({
      deps: {
        engine: (...args) => {
          checks++;
          return fakeCheck(...args);
        },
      },
    });
    await editor.write(TEXT);
    const pulls = Array.from({ length: 100 }, async (_, i) => {
      void editor.change(`${'x'.repeat(i)} WRONG.`);
      return editor.items();
    });
    const answers = await Promise.all(pulls);
    expect(answers.at(-1)?.[0]?.range.start.character).toBe(100);
    expect(checks).toBeLessThanOrEqual(3);
  });

  test('a request that is cancelled does not answer with findings', async () => {
    await open();
    await editor.write(TEXT);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const answer = editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: 'file:///w/draft.md' } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: true } });
  });

  test('a draft nobody opened, or one already closed, has none', async () => {
    await open();
    expect(await editor.items('file:///w/never.md')).toEqual([]);
    await editor.write(TEXT);
    await editor.close();
    expect(await editor.items()).toEqual([]);
  });

  test('a change of settings asks the editor to pull again', async () => {
    await open();
    await editor.write(TEXT);
    expect(await editor.items()).toHaveLength(2);
    editor.settings = { rules: { 'wrong-*': 'off', disputed: 'warning' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.refreshes > 0);
    expect((await editor.items()).map((d) => [d.code, d.severity])).toEqual([['disputed', 1 + 1]]);
  });

  test('at most five findings of figures that say the same', async () => {
    await open();
    await editor.write('WRONG. '.repeat(12));
    expect(await editor.items()).toHaveLength(5);
  });
});

describe('pushed', () => {
  test('findings come by themselves after a pause, with their version, and go when the draft is closed', async () => {
    await open({ capabilities: SMALL });
    await editor.write(TEXT);
    const first = await editor.until(() => editor.pushed[0]);
    expect(first).toMatchObject({ version: 1, diagnostics: [{ code: 'wrong-currency' }, { code: 'disputed' }] });
    await editor.change('FINE only');
    await editor.until(() => editor.pushed[1]);
    expect(editor.pushed[1]).toMatchObject({ version: 2, diagnostics: [] });
    await editor.change('WRONG again');
    await editor.close();
    await editor.until(() => editor.pushed[2]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(editor.pushed.slice(2)).toEqual([{ uri: 'file:///w/draft.md', diagnostics: [] }]);
  });

  test('settings that are pushed count', async () => {
    await open({ capabilities: SMALL });
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { ballpark: { rules: { '*': 'off' } } },
    });
    await editor.write(TEXT);
    expect(await editor.until(() => editor.pushed[0])).toMatchObject({ diagnostics: [] });
  });
});

describe('what is not checked', () => {
  test.each([
    ['plain text, unless asked', 'file:///w/notes.txt', 'plaintext'],
    ['the shadow of a file in git', 'git:/w/draft.md', 'markdown'],
    ['a chat', 'vscode-chat-code-block://x/draft.md', 'markdown'],
  ])('%s', async (_, uri, languageId) => {
    await open();
    await editor.write(TEXT, uri, languageId);
    expect(await editor.items(uri)).toEqual([]);
    expect(editor.statuses).toEqual([]);
  });

  test('plain text is, once asked', async () => {
    await open();
    await editor.write(TEXT, 'untitled:Untitled-1', 'plaintext');
    expect(await editor.items('untitled:Untitled-1')).toEqual([]);
    await editor.connection.sendNotification('ballpark/attend', { uri: 'untitled:Untitled-1' });
    expect(await editor.items('untitled:Untitled-1')).toHaveLength(2);
  });

  test.each([
    ['switched off', { enable: false }],
    ['left out by a glob', { exclude: ['draft.*'] }],
    ['left out by a path', { exclude: ['w/**'] }],
  ])('a draft %s', async (_, settings) => {
    await open({ folders: ['file:///'] });
    editor.settings = settings;
    await editor.write(TEXT);
    expect(await editor.items()).toEqual([]);
  });

  test.each([
    ['binary', `\0${TEXT}`, 'Not checked: this does not look like text.'],
    ['too large', `${TEXT}${' '.repeat(4_000_001)}`, 'Not checked: the draft is larger than 4 million characters.'],
  ])('a draft that is %s, and the status says why', async (_, text, note) => {
    await open();
    await editor.write(text);
    expect(await editor.items()).toEqual([]);
    expect(editor.statuses.at(-1)?.notes.map((n) => n.replace('4,000,000', '4 million'))).toEqual([note]);
  });

  test('a draft that brought the server down before, and the status says so', async () => {
    await open({ initializationOptions: { quarantine: ['file:///w/draft.md'] } });
    await editor.write(TEXT);
    await editor.write(TEXT, 'file:///w/other.md');
    expect(await editor.items()).toEqual([]);
    expect(editor.statuses[0]?.notes[0]).toMatch(/^Not checked: the checker stopped/);
    expect(await editor.items('file:///w/other.md')).toHaveLength(2);
  });

  test('a draft that breaks the engine: logged once, silent, the next edit is checked again', async () => {
    await open({ locale: 'fr' });
    await editor.write('BOOM');
    expect(await editor.items()).toEqual([]);
    await editor.change('BOOM!');
    expect(await editor.items()).toEqual([]);
    expect(editor.logged.filter((line) => line.includes('the engine broke'))).toHaveLength(1);
    expect(editor.statuses.at(-1)?.notes[0]).toMatch(/^Non vérifié/);
    expect(editor.statuses.at(-1)?.failed).toBe(true);
    await editor.change(TEXT);
    expect(await editor.items()).toHaveLength(2);
    expect(editor.statuses.at(-1)?.failed).toBe(false);
  });

  test('a draft on which one rule stopped: its findings stand, the status says so', async () => {
    const note = { kind: 'rule_disabled', messageId: 'note.rule_disabled', args: {}, start: 0, end: 0 } as const;
    await open({ deps: { engine: (...args) => ({ ...fakeCheck(...args), notes: [note] }) } });
    await editor.write(TEXT);
    expect(await editor.items()).toHaveLength(2);
    expect(editor.statuses.at(-1)).toMatchObject({ failed: true, claims: 3, notes: [expect.stringMatching(/rule/)] });
  });

  test('reference data that cannot be read: logged, and the status says that nothing was checked', async () => {
    await open({ deps: { world: () => Promise.reject(new Error('the data are torn')) } });
    await editor.write(TEXT);
    expect(await editor.items()).toEqual([]);
    expect(editor.logged.filter((line) => line.includes('the data are torn'))).toHaveLength(1);
    expect(editor.statuses.at(-1)).toMatchObject({
      failed: true,
      claims: 0,
      notes: [expect.stringMatching(/^Not checked/)],
    });
  });

  test('a report that cannot be written out: the same', async () => {
    const torn = {
      get notes(): never {
        throw new Error('a torn report');
      },
    };
    await open({ deps: { engine: () => torn as never } });
    await editor.write(TEXT);
    expect(await editor.items()).toEqual([]);
    expect(editor.statuses.at(-1)).toMatchObject({ failed: true, claims: 0 });
  });
});

test('settings of any shape do no harm', async () => {
  await open();
  for (const settings of [
    null,
    [],
    7,
    { rules: [] },
    { rules: { '*': 'loud' }, ignore: [1, {}], maxFindings: -1, hover: null, asOf: 'soon', language: 3 },
  ]) {
    editor.settings = settings as never;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.write(TEXT);
    expect(await editor.items()).toHaveLength(2);
  }
});

test('the status counts verdicts and names the data', async () => {
  await open();
  await editor.write(TEXT);
  await editor.items();
  expect(editor.statuses).toEqual([
    {
      ...{
        uri: 'file:///w/draft.md',
        version: 1,
        claims: 3,
        agree: 1,
        conflicts: 1,
        outdated: 0,
        disputed: 1,
        unknown: 0,
      },
      ...{ notes: [], failed: false, dataset: '2026.11', asOf: '2026-11-20', ms: expect.any(Number) },
    },
  ]);
});

test('requests that make no sense are refused or empty, and the server lives on', async () => {
  await open();
  await editor.write(TEXT);
  const odd: [string, unknown][] = [
    ['textDocument/hover', {}],
    ['textDocument/hover', { textDocument: { uri: 'file:///w/draft.md' }, position: { line: 1e9, character: -5 } }],
    ['textDocument/codeAction', { textDocument: { uri: 7 } }],
    ['codeAction/resolve', { title: 'x', data: { uri: 'file:///none.md', version: 3, edits: 'none' } }],
    ['ballpark/claims', null],
    ['ballpark/check', { uri: 'x' }],
    ['workspace/executeCommand', { command: 'ballpark.server.ignoreInFile', arguments: ['nonsense'] }],
    ['no/such/request', {}],
  ];
  for (const [method, params] of odd) await editor.connection.sendRequest(method, params).catch(() => null);
  await editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: 'file:///w/draft.md', version: 9 },
    contentChanges: [{ range: { start: { line: 99, character: 99 }, end: { line: 99, character: 100 } }, text: '!' }],
  });
  expect(await editor.items()).toHaveLength(2);
});
