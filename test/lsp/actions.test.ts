import { afterEach, describe, expect, test } from 'vitest';
import { readData } from '../../server/src/load/read.ts';
import { Editor, FULL, type Options, SMALL } from './editor.ts';
import { fakeCheck } from './fake.ts';

let editor: Editor;
const open = async (options: Options = {}): Promise<Editor> => {
  editor = await Editor.open(options);
  return editor;
};
afterEach(() => editor.quit());

const TEXT = 'One is WRONG. Two is FINE. Three is MAYBE.\n';

describe('hover', () => {
  test('shows the card of the figure under the pointer, over the figure', async () => {
    await open();
    await editor.write(TEXT);
    const hover = await editor.hover(0, 22);
    expect(hover?.range).toEqual({ start: { line: 0, character: 21 }, end: { line: 0, character: 25 } });
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**Agrees**') });
  });

  test('does not repeat what the finding above it says', async () => {
    await open();
    await editor.write(TEXT);
    expect(JSON.stringify(await editor.hover(0, 8))).not.toContain('are those of a figure');
  });

  test('is in French for a French editor, or where the setting says so', async () => {
    await open({ locale: 'fr-CA' });
    await editor.write(TEXT);
    expect(JSON.stringify(await editor.hover(0, 22))).toContain('**Concorde**');
    editor.settings = { locale: 'en' };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(JSON.stringify(await editor.hover(0, 22))).toContain('**Agrees**');
  });

  test('is plain text for an editor that shows no Markdown', async () => {
    await open({ capabilities: SMALL });
    await editor.write(TEXT);
    const hover = await editor.hover(0, 22);
    expect(hover?.contents).toMatchSnapshot();
  });

  test('says nothing between figures, or when switched off', async () => {
    await open();
    await editor.write(TEXT);
    expect(await editor.hover(0, 0)).toBeNull();
    editor.settings = { hover: { enable: false } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await editor.hover(0, 22)).toBeNull();
  });
});

test('the number line takes the colours of the theme, and brings its own ground where none is told', async () => {
  const picture = async (): Promise<string> => {
    const { contents } = (await editor.hover(0, 22))!;
    const value = (contents as { value: string }).value;
    return Buffer.from(/base64,([^|)]+)/.exec(value)![1]!, 'base64').toString();
  };
  const ink = async (): Promise<string | undefined> => /fill="(#\w+)"/.exec(await picture())?.[1];
  const engine: typeof fakeCheck = (...args) => {
    const report = fakeCheck(...args);
    const claims = report.claims.map((claim) => ({ ...claim, quantity: { ...claim.quantity, unit: 'USD' } }));
    return { ...report, claims };
  };
  await open({ deps: { engine }, initializationOptions: { theme: 'dark' } });
  await editor.write(TEXT);
  expect(await ink()).toBe('#f0f0f0');
  await editor.connection.sendNotification('ballpark/theme', 'light');
  expect(await ink()).toBe('#1f2328');
  expect(await picture()).not.toContain('#ffffff');
  await editor.connection.sendNotification('ballpark/theme', { nonsense: 1 });
  expect(await picture()).toContain('fill="#ffffff"');
});

describe('quick fixes', () => {
  test('carry the finding, and their edit when chosen', async () => {
    await open();
    await editor.write(TEXT);
    const diagnostics = await editor.pull().then((r) => (r.kind === 'full' ? r.items : []));
    const actions = await editor.actions(0, 7, 12, undefined, diagnostics.slice(0, 1));
    expect(actions.map((a) => [a.title, a.kind, a.isPreferred ?? false])).toEqual([
      ['Change the currency', 'quickfix.ballpark.figure', true],
      ['Ignore “wrong-currency” in this paragraph', 'quickfix.ballpark.ignore', false],
    ]);
    expect(actions[0]).toMatchObject({ diagnostics: [{ code: 'wrong-currency' }] });
    expect(actions[0]?.edit).toBeUndefined();
    expect((await editor.resolve(actions[0]!)).edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'file:///w/draft.md', version: 1 },
          edits: [{ range: { start: { line: 0, character: 7 }, end: { line: 0, character: 12 } }, newText: 'RIGHT' }],
        },
      ],
    });
  });

  test('of a text that has changed since are refused', async () => {
    await open();
    await editor.write(TEXT);
    const [action] = await editor.actions(0, 7, 12);
    await editor.change('!', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    await expect(editor.resolve(action!)).rejects.toMatchObject({ code: -32801 });
    await editor.close();
    await expect(editor.resolve(action!)).rejects.toMatchObject({ code: -32801 });
  });

  test('come whole, with plain edits, to an editor that cannot ask again', async () => {
    await open({ capabilities: SMALL });
    await editor.write(TEXT);
    const [action] = await editor.actions(0, 7, 12);
    expect(action?.edit?.changes?.['file:///w/draft.md']).toHaveLength(1);
    expect(action?.data).toBeUndefined();
  });

  test('are never preferred where sources disagree', async () => {
    await open();
    await editor.write(TEXT);
    expect((await editor.actions(0, 36, 41)).filter((a) => a.isPreferred)).toEqual([]);
  });

  test('of a figure that agrees are citations', async () => {
    await open();
    await editor.write(TEXT);
    expect((await editor.actions(0, 21, 25)).map((a) => a.kind)).toEqual(['quickfix.ballpark.cite']);
  });

  test.each([
    [['quickfix'], 2],
    [['quickfix.ballpark.figure'], 1],
    [['quickfix.ballpark.ignore'], 1],
    [['refactor'], 0],
  ])('of kind %j', async (only, count) => {
    await open();
    await editor.write(TEXT);
    expect(await editor.actions(0, 7, 12, only)).toHaveLength(count);
  });

  test('for all at once take only those with one possible result', async () => {
    await open();
    await editor.write('WRONG WRONG MAYBE FINE FINE.');
    for (const only of ['source', 'source.fixAll', 'source.fixAll.ballpark']) {
      const all = (await editor.actions(0, 0, 0, [only])).filter((a) => a.kind === 'source.fixAll.ballpark');
      expect(all).toHaveLength(1);
      const { edit } = await editor.resolve(all[0]!);
      expect(edit?.documentChanges?.[0]).toMatchObject({ edits: [{ newText: 'RIGHT' }, { newText: 'RIGHT' }] });
    }
    expect(await editor.actions(0, 0, 0, ['source.organizeImports'])).toEqual([]);
    const [cite] = await editor.actions(0, 0, 0, ['source.ballpark.cite']);
    expect((await editor.resolve(cite!)).edit?.documentChanges?.[0]).toMatchObject({ edits: [{}, {}] });
  });

  test('of a draft without figures: none', async () => {
    await open({ capabilities: FULL });
    await editor.write('Nothing here.');
    expect(await editor.actions(0, 0, 5)).toEqual([]);
    expect(await editor.actions(0, 0, 5, ['source'])).toEqual([]);
  });
});

test('the claims of a draft, by section', async () => {
  await open();
  await editor.write('# First\n\nWRONG.\n\n```\n# not a heading\n```\n\n## Second ##\n\nFINE.\n');
  const { claims } = await editor.connection.sendRequest<{ claims: { section: string; rule: string | null }[] }>(
    'ballpark/claims',
    { uri: 'file:///w/draft.md' },
  );
  expect(claims.map((c) => [c.section, c.rule])).toEqual([
    ['First', 'wrong-currency'],
    ['Second', null],
  ]);
});

test('a text that is not open is checked all the same', async () => {
  await open();
  const answer = await editor.connection.sendRequest('ballpark/check', {
    uri: 'file:///w/other.md',
    text: TEXT,
    languageId: 'markdown',
  });
  expect(answer).toMatchObject({
    diagnostics: [{ code: 'wrong-currency' }, { code: 'disputed' }],
    status: { claims: 3 },
  });
  expect(editor.statuses).toEqual([]);
});

describe('more at once', () => {
  test('all findings of one rule, by the same kind of fix', async () => {
    await open();
    await editor.write('WRONG WRONG MAYBE.');
    const [all] = (await editor.actions(0, 0, 5)).filter((a) => a.title.startsWith('Apply all'));
    const { edit } = await editor.resolve(all!);
    expect(edit?.documentChanges?.[0]).toMatchObject({ edits: [{ newText: 'RIGHT' }, { newText: 'RIGHT' }] });
    expect((await editor.actions(0, 12, 17)).filter((a) => a.title.startsWith('Apply all'))).toEqual([]);
  });
});

describe('a figure of one’s own', () => {
  const capabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
    window: { showDocument: { support: true } },
  };

  test('is a file with what the draft says, for its writer to name the source', async () => {
    await open({ capabilities, folders: ['file:///w'] });
    await editor.write('Nobody knows NEW.');
    const [add] = (await editor.actions(0, 13, 16)).filter((a) => a.kind === 'quickfix.ballpark.add');
    const changes = add?.edit?.documentChanges as unknown as [{ uri: string }, { edits: { newText: string }[] }];
    expect(changes[0].uri).toBe('file:///w/ballpark.data/own-deepseek-server-capex.yaml');
    const text = changes[1].edits[0]!.newText;
    expect(text).toMatchSnapshot();
    // Not before it names its source, then it is sound.
    const read = (yaml: string) => readData(new Map([['ballpark.data/own.yaml', yaml]])).problems.map((p) => p.line);
    expect(read(text)).toEqual([2, 3]);
    expect(read(text.replace('publisher: ""', 'publisher: "Me"').replace('title: ""', 'title: "My notes"'))).toEqual(
      [],
    );
  });

  test('is not offered where no file can be made, or where the figure is known', async () => {
    await open({ folders: ['file:///w'] });
    await editor.write('Nobody knows NEW. Two is FINE.');
    expect((await editor.actions(0, 0, 30)).filter((a) => a.kind === 'quickfix.ballpark.add')).toEqual([]);
    await editor.quit();
    await open({ capabilities, folders: ['file:///w'] });
    await editor.write('Two is FINE.');
    expect((await editor.actions(0, 0, 12)).filter((a) => a.kind === 'quickfix.ballpark.add')).toEqual([]);
  });
});

describe('the source', () => {
  const SHOWS = { ...FULL, window: { showDocument: { support: true } } };
  const uri = 'file:///w/draft.md';

  test('of a figure is opened in the browser, and no other page is', async () => {
    await open({ capabilities: SHOWS });
    const shown: { uri: string; external?: boolean }[] = [];
    editor.connection.onRequest('window/showDocument', (params: { uri: string; external?: boolean }) => {
      shown.push(params);
      return { success: true };
    });
    await editor.write(TEXT);
    const action = (await editor.actions(0, 21, 25)).find((one) => one.kind === 'quickfix.ballpark.open');
    expect(action?.title).toBe('Open the source: SemiAnalysis');
    expect(await editor.connection.sendRequest('workspace/executeCommand', action!.command!)).toBe(true);
    expect(shown).toEqual([{ uri: expect.stringMatching(/^https:/), external: true }]);
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'javascript:0', 7, undefined]) {
      const params = { command: action!.command!.command, arguments: [{ uri, url }] };
      expect(await editor.connection.sendRequest('workspace/executeCommand', params)).toBe(false);
    }
    expect(shown).toHaveLength(1);
  });

  test('is not offered by an editor that opens no pages', async () => {
    await open();
    await editor.write(TEXT);
    expect((await editor.actions(0, 0, 40)).filter((one) => one.kind === 'quickfix.ballpark.open')).toEqual([]);
  });

  test('list of a draft is CSL-JSON, each source once, by the key that citations use', async () => {
    await open();
    await editor.write('FINE FINE WRONG.');
    const items = JSON.parse(await editor.connection.sendRequest('ballpark/bibliography', { uri }));
    expect(items).toHaveLength(1);
    const [item] = items;
    expect(item).toMatchObject({ author: [{ literal: 'SemiAnalysis' }], URL: expect.stringMatching(/^https:/) });
    expect(item.issued['date-parts'][0]).toEqual([2025, 1, 31]);
    expect(Object.keys(item)).toEqual(['id', 'type', 'title', 'author', 'issued', 'URL']);
  });
});
