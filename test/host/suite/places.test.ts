import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, closeAll, findings, hoverAt, open, pause, ruleOf, until, withRule } from './editor.ts';

/** Drafts that are no files of the folder: cells, read-only and virtual documents; drafts that go away. */

const BILL = 'The figures are on the table: DeepSeek-V3 cost $5.6 billion to train.\n';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const found = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ballpark');

/** A disk with one file that nobody can write. */
class Frozen implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = (): vscode.Disposable => new vscode.Disposable(() => {});
  stat(uri: vscode.Uri): vscode.FileStat {
    if (!uri.path.endsWith('.md')) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: BILL.length };
  }
  readFile = (): Uint8Array => bytes(BILL);
  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = (): never => this.#refuse();
  writeFile = (): never => this.#refuse();
  delete = (): never => this.#refuse();
  rename = (): never => this.#refuse();
  #refuse(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

suite('drafts that are no files of the folder', () => {
  teardown(closeAll);

  test('a Markdown cell of a notebook has its findings, its card and its fixes; a code cell has none', async () => {
    const { NotebookCellData, NotebookCellKind, NotebookData } = vscode;
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new NotebookData([
        new NotebookCellData(NotebookCellKind.Markup, BILL, 'markdown'),
        new NotebookCellData(NotebookCellKind.Code, `# ${BILL}`, 'python'),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const [prose, code] = notebook.getCells();
    const { document } = prose!;
    const finding = await until('a finding in the cell', () => withRule(document, 'wrong-magnitude'));
    assert.deepEqual(findings(code!.document), []);
    assert.match(await hoverAt(document, finding.range.start.translate(0, 1)), /5\.576 million/);
    // fixes are for who writes: the cell is opened as from the keyboard
    await vscode.commands.executeCommand('notebook.cell.edit');
    await until('an editor of the cell', () => vscode.window.activeTextEditor?.document === document);
    const titles = (await actionsAt(document, finding.range)).map(({ title }) => title);
    assert.ok(titles.some((title) => title.includes('million')));
    const edit = new vscode.WorkspaceEdit();
    const at = BILL.indexOf('billion');
    edit.replace(document.uri, new vscode.Range(0, at, 0, at + 7), 'million');
    await vscode.workspace.applyEdit(edit);
    await until('silence', () => findings(document).length === 0);
  });

  test('a virtual document is checked as it stands', async () => {
    const content = { provideTextDocumentContent: () => BILL };
    const given = vscode.workspace.registerTextDocumentContentProvider('drafts', content);
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('drafts:/bill.md'));
      await vscode.window.showTextDocument(document);
      await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    } finally {
      given.dispose();
    }
  });

  test('a draft on a disk that nobody can write is checked; nothing is offered that would write beside it', async () => {
    const disk = vscode.workspace.registerFileSystemProvider('frozen', new Frozen(), { isReadonly: true });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('frozen:/w/bill.md'));
      await vscode.window.showTextDocument(document);
      const finding = await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
      const actions = await actionsAt(document, finding.range);
      assert.ok(actions.length > 0);
      assert.deepEqual(
        actions.filter(({ command }) => command?.command === 'ballpark.server.ignoreInFile'),
        [],
      );
    } finally {
      await closeAll();
      disk.dispose();
    }
  });
});

suite('drafts that go away', () => {
  teardown(closeAll);

  /** A draft of its own beside the fixtures. */
  async function fresh(name: string): Promise<vscode.TextDocument> {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes(BILL));
    return open(name);
  }
  const type = (document: vscode.TextDocument): Thenable<boolean> => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Once more. ');
    return vscode.workspace.applyEdit(edit);
  };

  test('renamed while it is being checked: the findings go with it', async () => {
    const document = await fresh('before.md');
    await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    await type(document);
    await document.save();
    const target = vscode.Uri.joinPath(document.uri, '..', 'after.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, target, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('findings under the new name', () => found(target).some((one) => ruleOf(one) === 'wrong-magnitude'));
    await until('none under the old', () => found(document.uri).length === 0);
    await closeAll();
    await vscode.workspace.fs.delete(target);
  });

  test('closed while it is being checked: nothing is left, and the next draft is checked', async () => {
    const document = await fresh('closing.md');
    await type(document);
    await document.save();
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
    await pause(1000);
    assert.deepEqual(found(document.uri), []);
    const next = await open('training.md');
    await until('wrong-magnitude', () => withRule(next, 'wrong-magnitude'));
  });

  test('deleted under the editor: the text that stands there is still checked, then gone with its tab', async () => {
    const document = await fresh('gone.md');
    await vscode.workspace.fs.delete(document.uri);
    await type(document);
    await until('wrong-magnitude', () => found(document.uri).some((one) => ruleOf(one) === 'wrong-magnitude'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('silence', () => found(document.uri).length === 0);
  });
});
