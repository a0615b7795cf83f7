import { afterEach, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { fileOf } from '../../server/src/lsp/notebook.ts';
import { Editor, type Options, SMALL } from './editor.ts';
import { fakeCheck } from './fake.ts';

/** As VS Code names the first two cells of /w/study/n.ipynb. */
const CELL = 'vscode-notebook-cell:/w/study/n.ipynb#W0sZmlsZQ%3D%3D';
const NEXT = 'vscode-notebook-cell:/w/study/n.ipynb#W1sZmlsZQ%3D%3D';
const TEXT = 'One is WRONG. Two is FINE.\n';

let editor: Editor;
const open = async (options: Options = {}): Promise<void> => {
  editor = await Editor.open({ folders: ['file:///w'], ...options });
};
afterEach(async () => {
  await editor?.quit();
  editor = undefined as never;
});

test('a Markdown cell is checked like a draft of its own, its neighbours by themselves', async () => {
  await open();
  await editor.write(TEXT, CELL);
  await editor.write('All FINE.', NEXT);
  expect((await editor.items(CELL)).map((d) => d.code)).toEqual(['wrong-currency']);
  expect(await editor.items(NEXT)).toEqual([]);
  expect(JSON.stringify(await editor.hover(0, 8, CELL))).toContain('**Conflict**');
  expect(editor.statuses.map((s) => [s.uri, s.claims])).toContainEqual([CELL, 2]);
  await editor.change('Mended FINE.', undefined, CELL);
  expect(await editor.items(CELL)).toEqual([]);
});

test('findings of a cell are pushed to an editor that does not pull', async () => {
  await open({ capabilities: SMALL });
  await editor.write(TEXT, CELL);
  const { uri, diagnostics } = await editor.until(() => editor.pushed[0]);
  expect([uri, diagnostics.length]).toEqual([CELL, 1]);
});

test('a code cell is not', async () => {
  await open();
  await editor.write(TEXT, CELL, 'python');
  expect(await editor.items(CELL)).toEqual([]);
  expect(editor.statuses).toEqual([]);
});

test.each([
  ['rules: { wrong-currency: off }', []],
  ['exclude: [study/*.ipynb]', []],
  ['exclude: [other/**]', ['wrong-currency']],
])('the folder of the notebook speaks for its cells: %s', async (yaml, codes) => {
  await open({ host: { read: async (uri) => (uri === 'file:///w/ballpark.yaml' ? yaml : null) } });
  await editor.write(TEXT, CELL);
  expect((await editor.items(CELL)).map((d) => d.code)).toEqual(codes);
});

test('a cell is dated like its notebook', async () => {
  const asked: string[] = [];
  const modified = async (uri: string): Promise<null> => {
    asked.push(uri);
    return null;
  };
  await open({ host: { modified } });
  await editor.write(TEXT, CELL);
  await editor.items(CELL);
  expect(new Set(asked)).toEqual(new Set(['file:///w/study/n.ipynb']));
});

test('the fixes of a cell are edits of the cell; it has no front matter to ignore by', async () => {
  const engine: typeof fakeCheck = (...args) => {
    const report = fakeCheck(...args);
    const ignore = { ...report.findings[0]!.fixes[1]!, titleId: 'fix.ignore.frontmatter' };
    return { ...report, findings: report.findings.map((f) => ({ ...f, fixes: [...f.fixes, ignore] })) };
  };
  const titles = async (uri: string): Promise<string[]> => {
    await editor.write(TEXT, uri);
    const actions: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 8 } },
      context: { diagnostics: [] },
    });
    const whole = await editor.resolve(actions[0]!);
    expect(whole.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    return actions.map((action) => action.title);
  };
  await open({ deps: { engine } });
  const [draft, cell] = [await titles('file:///w/draft.md'), await titles(CELL)];
  expect(draft).toContain('Ignore this figure in this draft');
  expect(cell).toEqual(draft.filter((title) => title !== 'Ignore this figure in this draft'));
});

test.each([
  ['file:///w/a.md', 'file:///w/a.md'],
  [CELL, 'file:///w/study/n.ipynb'],
  ['vscode-notebook-cell://box/w/study/n.ipynb#W0sdnNjb2RlLXJlbW90ZQ%3D%3D', 'file:///w/study/n.ipynb'],
  [
    'vscode-notebook-cell:/elsewhere/n.ipynb#W0sZmlsZQ%3D%3D',
    'vscode-notebook-cell:/elsewhere/n.ipynb#W0sZmlsZQ%3D%3D',
  ],
  ['vscode-notebook-cell:', 'vscode-notebook-cell:'],
])('%s stands in %s', (uri, file) => {
  expect(fileOf(uri, ['file:///w/'])).toBe(file);
});
