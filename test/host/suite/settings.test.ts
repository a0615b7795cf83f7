import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, findings, open, until, withRule } from './editor.ts';

suite('settings and commands', () => {
  teardown(closeAll);

  test('a rule that is switched off is silent, and speaks again when switched on', async () => {
    const document = await open('serveurs.md');
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    const settings = vscode.workspace.getConfiguration('ballpark');
    await settings.update('rules', { 'wrong-currency': 'off' }, vscode.ConfigurationTarget.Global);
    try {
      await until('silence', () => findings(document).length === 0);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
  });

  test('the status counts what was read', async () => {
    const document = await open('training.md');
    await until('wrong-magnitude', () => withRule(document, 'wrong-magnitude'));
    const { status } = await extension().activate();
    const said = await until('status', () => status(document.uri.toString()) ?? undefined);
    assert.deepEqual([said.claims, said.conflicts], [2, 1]);
    assert.ok(said.dataset);
  });

  test('the server can be started anew', async () => {
    const document = await open('serveurs.md');
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
    await extension().activate();
    await vscode.commands.executeCommand('ballpark.restart');
    await until('wrong-currency', () => withRule(document, 'wrong-currency'));
  });
});
