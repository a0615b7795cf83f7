import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  apply,
  closeAll,
  findings,
  hoverAt,
  open,
  pause,
  ruleOf,
  until,
  untitled,
  withRule,
} from './editor.ts';

const BILL = 'The figures are on the table: DeepSeek-V3 cost $5.6 billion to train.\n';

suite('checking a draft', () => {
  teardown(closeAll);

  test('dollars written as euros are underlined, on the figure', async () => {
    const document = await open('serveurs.md');
    const found = await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(document.getText(found.range), /euros/);
    assert.equal(findings(document).length, 1);
  });

  test('the hover names the source and links to it', async () => {
    const document = await open('serveurs.md');
    const found = await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const text = await hoverAt(document, found.range.start.translate(0, 1));
    assert.match(text, /SemiAnalysis/);
    assert.match(text, /\]\(https:\/\//);
    assert.match(text, /1[.,]6/);
  });

  test('a quick fix mends the currency word and the finding goes', async () => {
    const document = await open('serveurs.md');
    const found = await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const actions = await actionsAt(document, found.range);
    const fix = actions.find((action) => action.title.includes('dollars'));
    assert.ok(fix, `the menu has: ${actions.map((action) => action.title).join(' | ')}`);
    await apply(fix);
    assert.match(document.getText(), /1,6 milliard de dollars/);
    await until('silence', () => findings(document).length === 0);
  });

  test('billions for millions are told in an English draft, the right figure beside them is left alone', async () => {
    const document = await open('training.md');
    const found = await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    assert.match(document.getText(found.range), /5\.6 billion/);
    assert.deepEqual(findings(document).map(ruleOf), ['wrong-magnitude']);
  });

  test('an ignore comment silences its paragraph', async () => {
    const ignored = await open('ignored.md');
    const loud = await open('serveurs.md');
    await until('wrong-currency in the other draft', () => withRule(loud, 'wrong-currency'));
    assert.deepEqual(findings(ignored), []);
  });

  test('ignoring by the menu writes that comment', async () => {
    const document = await open('serveurs.md');
    const found = await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const actions = await actionsAt(document, found.range);
    const before = document.getText();
    for (const action of actions.filter(({ edit }) => edit)) {
      const texts = action.edit!.entries().flatMap(([, edits]) => edits.map((edit) => edit.newText));
      if (!texts.some((text) => text.includes('<!-- ballpark-ignore'))) continue;
      await apply(action);
      assert.notEqual(document.getText(), before);
      await until('silence', () => findings(document).length === 0);
      return;
    }
    assert.fail(`no action writes the comment: ${actions.map((action) => action.title).join(' | ')}`);
  });

  test('an untitled draft is checked, and again after an edit', async () => {
    const document = await untitled('markdown', BILL);
    await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    const edit = new vscode.WorkspaceEdit();
    const at = BILL.indexOf('billion');
    edit.replace(document.uri, new vscode.Range(0, at, 0, at + 'billion'.length), 'million');
    await vscode.workspace.applyEdit(edit);
    await until('silence', () => findings(document).length === 0);
  });

  test('the sentence being typed is let be, until the writer rests', async () => {
    const document = await open('serveurs.md');
    const found = await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const end = document.lineAt(found.range.start.line).range.end.translate(0, -1);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(end, end);
    let withheld = false;
    for (let key = 0; key < 40 && !withheld; key++) {
      await vscode.commands.executeCommand('type', { text: ' ' });
      await pause(300);
      withheld = findings(document).length === 0;
    }
    assert.ok(withheld, 'the finding stood there all the while');
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
  });

  test('a closed draft leaves no findings behind', async () => {
    const document = await untitled('markdown', BILL);
    await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    await closeAll();
    await until('an empty list', () => findings(document).length === 0);
  });
});
