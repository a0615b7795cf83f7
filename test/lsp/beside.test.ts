import json from '@ballpark/data';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { check } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { Editor } from './editor.ts';

/** What can be put beside an amount, over the protocol, by the real checker and its data. */

const world = loadBuiltin(json);
let editor: Editor;
afterEach(() => editor.quit());

async function actionsOn(text: string, amount: string, locale: string): Promise<CodeAction[]> {
  editor = await Editor.open({ locale, deps: { engine: check, world: async () => world } });
  editor.settings = { language: locale };
  await editor.write(text);
  const at = text.indexOf(amount);
  return editor.actions(0, at, at + amount.length);
}

/** The draft as an action leaves it. */
async function applied(text: string, action: CodeAction | undefined): Promise<string> {
  const { edit } = await editor.resolve(action!);
  const [change] = edit!.documentChanges! as { edits: { range: CodeRange; newText: string }[] }[];
  return [...change!.edits]
    .reverse()
    .reduce(
      (t, { range, newText }) => t.slice(0, range.start.character) + newText + t.slice(range.end.character),
      text,
    );
}
type CodeRange = { start: { character: number }; end: { character: number } };

const DISPUTED = {
  en: {
    text: 'DeepSeek owns 10,000 H100 GPUs.',
    amount: '10,000',
    both: 'State both: add “about 50,000 according to Alexandr Wang”',
    after: 'DeepSeek owns 10,000 H100 GPUs (about 50,000 according to Alexandr Wang).',
    according: 'Add “according to SemiAnalysis”',
  },
  fr: {
    text: 'DeepSeek possède 10 000 GPU H100.',
    amount: '10 000',
    both: 'Donner les deux : ajouter « environ 50 000 GPU selon Alexandr Wang »',
    after: 'DeepSeek possède 10 000 GPU H100 (environ 50 000 GPU selon Alexandr Wang).',
    according: 'Ajouter « selon SemiAnalysis »',
  },
} as const;

describe.each(['en', 'fr'] as const)('of a dispute (%s)', (locale) => {
  const { text, amount, both, after, according } = DISPUTED[locale];

  test('the other figure, the source and a hedge are offered, none of them preferred', async () => {
    const actions = await actionsOn(text, amount, locale);
    const titles = actions.map(({ title }) => title.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' '));
    expect(titles.slice(0, 2)).toEqual([both, according]);
    expect(actions.filter(({ isPreferred }) => isPreferred)).toEqual([]);
    const all = await editor.actions(0, 0, text.length, ['source.fixAll']);
    expect(all).toEqual([]);
  });

  test('with both stated there is nothing left to find', async () => {
    const [action] = await actionsOn(text, amount, locale);
    const draft = await applied(text, action);
    expect(draft.replaceAll('\u202F', ' ')).toBe(after);
    await editor.change(draft);
    expect(await editor.items()).toEqual([]);
  });
});

test.each([
  ['en', 'OpenAI is worth $157 billion.', '$157 billion', 'OpenAI is worth $157 billion as of October 2024.'],
  [
    'fr',
    'OpenAI est valorisée 157 milliards de dollars.',
    '157 milliards de dollars',
    'OpenAI est valorisée 157 milliards de dollars en octobre 2024.',
  ],
])('the date of a superseded figure is put beside it (%s)', async (locale, text, amount, after) => {
  const actions = await actionsOn(text, amount, locale);
  const words = after.slice(text.length - 1, -1).trim();
  const draft = await applied(
    text,
    actions.find(({ title }) => title.includes(words)),
  );
  expect(draft).toBe(after);
  await editor.change(draft);
  expect(await editor.items()).toEqual([]);
});
