import json from '@ballpark/data';
import { afterEach, expect, test } from 'vitest';
import type { CodeLens, DocumentLink, InlayHint } from 'vscode-languageserver';
import { check } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { Editor, FULL } from './editor.ts';

const world = loadBuiltin(json);
const uri = 'file:///w/draft.md';
const textDocument = { uri };
const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let editor: Editor;
afterEach(() => editor.quit());

async function write(text: string, settings: object, locale = 'en'): Promise<void> {
  const capabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
  };
  editor = await Editor.open({ locale, capabilities, deps: { engine: check, world: async () => world } });
  editor.connection.onRequest('workspace/inlayHint/refresh', () => null);
  editor.connection.onRequest('workspace/codeLens/refresh', () => null);
  editor.settings = { language: 'en', ...settings };
  await editor.write(text);
}
const ask = <T>(method: string, more: object = {}): Promise<T> =>
  editor.connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });

test('the key of a source leads to its page, other keys and code of that look do not', async () => {
  const key = [...world.reference.sources.values()].find(({ url }) => url?.startsWith('https://'))!.id;
  await write(`Said [@${key}; @nobody-knows] so.\n\n<!-- ballpark-source: ${key} -->\nmail@${key}\n`, {});
  const found = await ask<DocumentLink[]>('documentLink');
  expect(found.map(({ range }) => [range.start.line, range.end.character - range.start.character])).toEqual([
    [0, key.length],
    [2, key.length],
  ]);
  for (const { target } of found) expect(target).toBe(new URL(world.reference.sources.get(key)!.url!).href);
});

const DRAFT = `# First

DeepSeek-V3 was trained for $5.576 million.

# Empty

Nothing.

# Second

OpenAI is worth $157 billion. DeepSeek-V3 cost $5.6 billion to train.
`;

test('hints say behind a figure who states it and when; a conflict is underlined already', async () => {
  await write(DRAFT, { inlayHints: true });
  const found = await ask<InlayHint[]>('inlayHint', { range: ALL });
  expect(found.map(({ position, label }) => [position.line, label])).toEqual([
    [2, '✓ DeepSeek, 27 December 2024'],
    [10, '↻ OpenAI, 2 October 2024'],
  ]);
  const first = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  expect(await ask<InlayHint[]>('inlayHint', { range: first })).toHaveLength(1);
});

test('a lens counts the figures of a section above its heading', async () => {
  await write(DRAFT, { codeLens: true }, 'fr');
  const found = await ask<CodeLens[]>('codeLens');
  expect(found.map(({ range }) => range.start.line)).toEqual([0, 8]);
  expect(found[1]?.command?.title).toContain('2 chiffres');
});

test('neither is shown unasked, nor left when it is switched off', async () => {
  await write(DRAFT, {});
  expect(await ask('inlayHint', { range: ALL })).toEqual([]);
  expect(await ask('codeLens')).toEqual([]);
});
