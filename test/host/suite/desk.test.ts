import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  apply,
  closeAll,
  extension,
  findings,
  open,
  pause,
  ruleOf,
  until,
  untitled,
  withRule,
} from './editor.ts';

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`ballpark.${command}`, ...args);
const caret = (): vscode.Position => vscode.window.activeTextEditor!.selection.active;
const beside = (document: vscode.TextDocument, name: string): vscode.Uri =>
  vscode.Uri.joinPath(document.uri, '..', name);
const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** Two findings and a figure that agrees. */
const DRAFT = `# DeepSeek

DeepSeek-V3 cost $5.6 billion to train. It was trained on 2,048 GPUs.

DeepSeek spent 1.6 billion euros on servers, says SemiAnalysis.
`;

suite('the writer’s desk', () => {
  teardown(closeAll);

  test('plain text is checked when asked for', async () => {
    const document = await untitled('plaintext', DRAFT);
    await pause(500);
    assert.deepEqual(findings(document), []);
    await run('checkDocument');
    await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
  });

  test('next and previous go around the findings', async () => {
    const document = await untitled('markdown', DRAFT);
    await until('two findings', () => findings(document).length === 2);
    const lines: number[] = [];
    for (const command of ['nextFinding', 'nextFinding', 'nextFinding', 'previousFinding']) {
      await run(command);
      lines.push(caret().line);
    }
    assert.deepEqual(lines, [2, 4, 2, 4]);
  });

  test('the whole workspace is checked without opening it', async () => {
    const opened = await open('ignored.md');
    await extension().activate();
    await run('checkWorkspace');
    const rules = (name: string): string[] => vscode.languages.getDiagnostics(beside(opened, name)).map(ruleOf);
    await until('findings of a closed draft', () => rules('serveurs.md').includes('wrong-currency'));
    assert.deepEqual(rules('training.md'), ['wrong-magnitude']);
    const document = await open('training.md');
    await until(
      'one finding, not two',
      () => withRule(document, 'wrong-magnitude') && rules('training.md').length === 1,
    );
  });

  test('the list of sources lands on the clipboard', async () => {
    const document = await untitled('markdown', DRAFT);
    await until('two findings', () => findings(document).length === 2);
    await run('copySources');
    const list = await vscode.env.clipboard.readText();
    assert.match(list, /^- \[DeepSeek-V3 Technical Report\]\(https:\/\//m);
  });

  test('the report opens beside the draft', async () => {
    const document = await untitled('markdown', DRAFT);
    await until('two findings', () => findings(document).length === 2);
    await run('report');
    const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await until('a report', () => tabs().some(({ input }) => input instanceof vscode.TabInputWebview));
  });

  test('ignoring for the folder is written to its file, and taken back', async () => {
    const document = await open('serveurs.md');
    const found = await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const actions = await actionsAt(document, found.range);
    const ignore = actions.find((action) => action.command?.command === 'ballpark.server.ignoreInFile');
    assert.ok(ignore, actions.map((action) => action.title).join(' | '));
    const done = apply(ignore);
    await pause(500); // the box that asks why
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    const file = beside(document, 'ballpark-ignore.json');
    try {
      await until('silence', () => findings(document).length === 0);
      const [entry] = JSON.parse(await read(file));
      assert.deepEqual([entry.rule, entry.text], ['wrong-currency', '1,6 milliard d’euros']);
      await vscode.commands.executeCommand('ballpark.server.unignoreInFile', {
        ...entry,
        uri: document.uri.toString(),
      });
      await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  test('all that is found today can be ignored, and what is new is told', async () => {
    const document = await open('training.md');
    await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    const file = beside(document, 'ballpark-ignore.json');
    const done = run('baseline');
    await pause(500); // the box that asks why
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    try {
      await until('silence', () => findings(document).length === 0);
      const entries: { rule: string; text: string; reason: string }[] = JSON.parse(await read(file));
      assert.deepEqual(entries.map(({ rule }) => rule).sort(), ['wrong-currency', 'wrong-magnitude']);
      assert.ok(entries.every(({ reason }) => reason === 'written before'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        document.lineAt(document.lineCount - 1).range.end,
        '\n\nDeepSeek-V3 cost €5.6 million.\n',
      );
      await vscode.workspace.applyEdit(edit);
      await until('what is new', () => withRule(document, 'wrong-currency'));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  test('what the clipboard holds is opened as a draft and checked', async () => {
    await vscode.env.clipboard.writeText(DRAFT);
    await run('checkClipboard');
    const { document } = vscode.window.activeTextEditor!;
    assert.deepEqual([document.isUntitled, document.getText()], [true, DRAFT]);
    await until('two findings', () => findings(document).length === 2);
  });

  test('the figures of a selection are listed, and the chosen one is gone to', async () => {
    const document = await untitled('markdown', DRAFT);
    await until('two findings', () => findings(document).length === 2);
    const line = document.lineAt(4).range;
    vscode.window.activeTextEditor!.selection = new vscode.Selection(line.start, line.end);
    const done = run('checkSelection');
    await pause(500);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.equal(document.getText(vscode.window.activeTextEditor!.selection), '1.6 billion euros');
  });

  test('the sources are copied as CSL-JSON', async () => {
    const document = await untitled('markdown', DRAFT);
    await until('two findings', () => findings(document).length === 2);
    await run('copyBibliography');
    const items: { id: string; author: { literal: string }[] }[] = JSON.parse(await vscode.env.clipboard.readText());
    assert.ok(items.some(({ author }) => author[0]?.literal === 'SemiAnalysis'));
  });

  test('a ballpark.yaml counts as soon as it is saved', async () => {
    const document = await open('serveurs.md');
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const file = beside(document, 'ballpark.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('rules: { "wrong-*": off }\n'));
    try {
      await until('silence', () => findings(document).length === 0);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
  });

  test('typing @figure: offers what is published', async () => {
    const document = await untitled('markdown', `${DRAFT}\nIt took @figure:deepseek v3 gpu hours`);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => label.startsWith('2.788 million GPU-hours')),
      labels.slice(0, 5).join(' | '),
    );
  });

  test('all safe fixes at once', async () => {
    const document = await untitled('markdown', DRAFT);
    await until('two findings', () => findings(document).length === 2);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const [fix] = await actionsAt(document, all, vscode.CodeActionKind.SourceFixAll);
    if (!fix) return; // no fix of this draft has one result only
    await apply(fix);
    await until('fewer findings', () => findings(document).length < 2);
  });

  test('the sample of the walkthrough has something to show', async () => {
    await run('openSample');
    const document = vscode.window.activeTextEditor!.document;
    assert.equal(document.languageId, 'markdown');
    await until('findings', () => findings(document).length > 0);
  });
});
