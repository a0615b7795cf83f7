import json from '@ballpark/data';
import { afterEach, expect, test } from 'vitest';
import { check, type World } from '../../server/src/engine/index.ts';
import { lateWorld } from '../../server/src/load/lateWorld.ts';
import { Editor, FULL, type Options } from './editor.ts';

/** The tagger is loaded behind the first answer: what is told early stays told, the rest comes with it. */

/** Stated in spite of a negation: told once the tagger has read it. */
const HELD = 'DeepSeek trained R1 for $5.576 million, and never looked back.';
const PLAIN = 'DeepSeek-V3 cost $5.6 billion to train.';
const uri = 'file:///w/draft.md';

let editor: Editor;
afterEach(() => editor.quit());

async function open(options: Options = {}): Promise<() => void> {
  const late = lateWorld(json);
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  let world: World | null = null;
  editor = await Editor.open({
    ...options,
    deps: {
      engine: check,
      world: async () => world ?? late.now(),
      whole: async () => {
        await held;
        world = await late.whole();
        return world;
      },
    },
  });
  editor.settings = { language: 'en' };
  return release;
}
const lines = async (): Promise<number[]> => (await editor.items()).map(({ range }) => range.start.line);

test('a claim that the tagger may clear waits for it, the others do not', async () => {
  const release = await open();
  await editor.write(`${PLAIN}\n\n${HELD}\n`);
  expect(await lines()).toEqual([0]);
  release();
  await editor.until(() => editor.refreshes > 0);
  expect(await lines()).toEqual([0, 2]);
});

test('an editor is not asked to ask again where nothing is different', async () => {
  const release = await open();
  await editor.write(`${PLAIN}\n`);
  expect(await lines()).toEqual([0]);
  const checks = editor.statuses.length;
  release();
  await editor.until(() => editor.statuses.length > checks);
  expect(await lines()).toEqual([0]);
  expect(editor.refreshes).toBe(0);
});

test('to an editor that does not pull both come by themselves', async () => {
  const release = await open({ capabilities: { workspace: { configuration: true } } });
  await editor.write(`${PLAIN}\n\n${HELD}\n`);
  await editor.until(() => editor.pushed.at(-1)?.diagnostics.length === 1);
  release();
  await editor.until(() => editor.pushed.at(-1)?.diagnostics.length === 2);
});

test('a text that is checked once is checked with everything', async () => {
  const release = await open({ capabilities: FULL });
  const params = { uri, text: `${PLAIN}\n\n${HELD}\n`, languageId: 'markdown' };
  const answer = editor.connection.sendRequest<{ diagnostics: unknown[] }>('ballpark/check', params);
  release();
  expect((await answer).diagnostics).toHaveLength(2);
});

test('a tagger that cannot be loaded: said in the log, and nothing that it could clear is told', async () => {
  const fresh = lateWorld(json);
  editor = await Editor.open({
    deps: { engine: check, world: fresh.now, whole: () => Promise.reject(new Error('no tagger')) },
  });
  editor.settings = { language: 'en' };
  await editor.write(`${PLAIN}\n\n${HELD}\n`);
  expect(await lines()).toEqual([0]);
  await editor.until(() => editor.logged.some((line) => line.includes('no tagger')));
  expect(await lines()).toEqual([0]);
});
