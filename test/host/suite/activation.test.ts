import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, open, pause, until } from './editor.ts';

suite('activation', () => {
  suiteTeardown(closeAll);

  test('a plain text file leaves it asleep', async () => {
    await open('notes.txt');
    await pause(1000);
    assert.equal(extension().isActive, false);
  });

  test('a Markdown draft wakes it', async () => {
    await open('training.md');
    await until('activation', () => extension().isActive);
  });

  test('its server answers, from the bundle', async () => {
    const api = await extension().activate();
    await api.ready;
    assert.equal(api.isRunning(), true);
    assert.match(api.serverName() ?? '', /ballpark/i);
  });

  test('Markdown is the only thing that wakes it', () => {
    assert.deepEqual(extension().packageJSON.activationEvents, ['onLanguage:markdown']);
  });

  test('its commands are all there', async () => {
    const known = await vscode.commands.getCommands(true);
    const declared: { command: string }[] = extension().packageJSON.contributes.commands;
    assert.ok(declared.length > 0);
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
  });

  test('it works in Restricted Mode and says so', () => {
    assert.equal(vscode.workspace.isTrusted, process.env['BALLPARK_TEST_RESTRICTED'] !== '1');
    assert.equal(extension().packageJSON.capabilities.untrustedWorkspaces.supported, true);
  });
});
