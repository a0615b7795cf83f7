import { afterEach, describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import { buildReference, type Figure, type Metric, type Source, type Subject } from '../../server/src/engine/index.ts';
import type { FigureView } from '../../server/src/host/messages.ts';
import { Editor } from './editor.ts';
import { WORLD } from './fake.ts';

const source = {
  id: 'acme-2026',
  publisher: 'Acme [Labs]',
  title: 'Zeta *report*',
  url: 'https://acme.example/z(1)',
  date: '2026-02-03',
  kind: 'paper',
  licence: null,
  local: false,
} satisfies Source;
const subject = {
  id: 'zeta',
  name: 'Zeta',
  kind: 'model',
  aliases: [],
  parent: null,
  vendor: null,
  notConfusedWith: [],
  members: [],
} satisfies Subject;
const metric = {
  id: 'training_cost',
  dimension: 'money',
  units: [],
  subjects: ['model'],
  definition: {},
  name: { en: 'training cost', fr: 'coût d’entraînement' },
  comparable: [],
  tolerance: 0,
  shelfLife: null,
  qualifiers: {},
  time: 'event',
} satisfies Metric;
const figure = {
  id: 'zeta.training_cost@acme',
  source: 'acme-2026',
  subject: 'zeta',
  metric: 'training_cost',
  value: 1.6e9,
  low: null,
  high: null,
  op: 'eq',
  unit: 'USD',
  qualifiers: {},
  asOf: '2026-02-03',
  period: null,
  published: '2026-02-03',
  status: 'paper',
  rank: 'normal',
  flag: null,
  unverified: false,
  supersedes: [],
  relations: [],
  locator: null,
  seenAt: [],
  note: null,
  local: false,
} satisfies Figure;
const world = {
  ...WORLD,
  reference: buildReference({
    ...WORLD.reference.dataset,
    sources: [source],
    subjects: [subject],
    metrics: [metric],
    figures: [figure],
  }),
};

let editor: Editor;
afterEach(() => editor.quit());

async function complete(text: string, settings = {}): Promise<CompletionItem[]> {
  editor = await Editor.open({ deps: { world: async () => world } });
  editor.settings = settings;
  await editor.write(text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)!.length };
  return (await editor.connection.sendRequest('textDocument/completion', {
    textDocument: { uri: 'file:///w/draft.md' },
    position,
  })) as CompletionItem[];
}

describe('@figure:', () => {
  test('offers what the words name and replaces all that was typed', async () => {
    const [item, ...rest] = await complete('It cost @figure:zeta training');
    expect(rest).toEqual([]);
    // The draft is French (as the fake engine says), the editor English.
    expect(item).toMatchObject({
      label: '$1.6 billion, training cost',
      detail: 'Zeta · Acme [Labs] · paper · 2026-02-03',
      filterText: '@figure:zeta training',
      textEdit: {
        range: { start: { line: 0, character: 8 }, end: { line: 0, character: 29 } },
        newText: '1,6 milliard de dollars ([Acme \\[Labs\\]](https://acme.example/z%281%29))',
      },
    });
  });

  test('cites in a footnote where that is the manner', async () => {
    const [item] = await complete('One.\n\nIt cost @figure:zeta', { citation: 'footnote' });
    expect(item?.textEdit?.newText).toBe('1,6 milliard de dollars[^acme-2026]');
    expect(item?.additionalTextEdits?.[0]?.newText).toBe(
      '\n\n[^acme-2026]: Acme \\[Labs\\], *Zeta \\*report\\**, 3 février 2026. <https://acme.example/z%281%29>\n',
    );
  });

  test.each([
    ['key', '1,6 milliard de dollars [@acme-2026]'],
    ['none', '1,6 milliard de dollars'],
  ])('as %s', async (citation, expected) => {
    const [item] = await complete('@figure:zeta', { citation });
    expect(item?.textEdit?.newText).toBe(expected);
  });

  test('of nothing known offers nothing', async () => {
    expect(await complete('@figure:nobody')).toEqual([]);
  });
});

test.each([
  ['<!-- ballpark-source: acme', ['acme-2026']],
  ['<!-- ballpark-ignore wrong-c', ['wrong-currency']],
  ['<!-- ballpark-ig', ['ballpark-ignore', 'ballpark-ignore-next']],
  ['<!-- ', ['ballpark-ignore', 'ballpark-ignore-next', 'ballpark-disable', 'ballpark-enable', 'ballpark-source:']],
  ['plain text ', []],
  ['mail@figure', []],
])('after %j', async (text, labels) => {
  expect((await complete(text)).map((item) => item.label)).toEqual(labels);
});

test('a search by words, for the command', async () => {
  await complete('Zeta');
  const found = await editor.connection.sendRequest<FigureView[]>('ballpark/figures', {
    uri: 'file:///w/draft.md',
    words: 'coût de Zeta',
  });
  expect(found.map((f) => [f.id, f.subject, f.insert['none']?.text])).toEqual([
    ['zeta.training_cost@acme', 'Zeta', '1,6 milliard de dollars'],
  ]);
});
