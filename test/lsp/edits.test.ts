import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { limit, runs } from '../runs.ts';
import { Editor } from './editor.ts';

let editor: Editor;
afterEach(() => editor.quit());

const piece = fc.oneof(
  fc.constantFrom(
    'WRONG',
    'FINE',
    '. ',
    '\n',
    '\r\n',
    '\r',
    '😀',
    'é',
    '\uD83D',
    '\uDE00',
    '\u0000',
    '\uFEFF',
    '|',
    '```\n',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  text: fc.array(piece, { maxLength: 4 }),
});

test(
  'after any edits the server holds the text the editor holds',
  async () => {
    editor = await Editor.open();
    const uri = 'file:///w/draft.md';
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.array(edit, { maxLength: 8 }), async (start, edits) => {
        const mine = TextDocument.create(uri, 'markdown', 1, start.join(''));
        await editor.write(mine.getText());
        for (const { from, length, text } of edits) {
          const at = Math.floor(from * mine.getText().length);
          const range = { start: mine.positionAt(at), end: mine.positionAt(at + length) };
          await editor.change(text.join(''), range);
          TextDocument.update(mine, [{ range, text: text.join('') }], mine.version + 1);
        }
        const { claims } = await editor.connection.sendRequest<{
          claims: { range: { start: object }; text: string }[];
        }>('ballpark/claims', { uri });
        const text = mine.getText();
        const expected = text.slice(0, 8192).includes('\0')
          ? []
          : [...text.matchAll(/WRONG|FINE/g)].map((m) => mine.positionAt(m.index));
        // A lone surrogate travels as U+FFFD: as long as it was, so that places stay.
        expect(claims.map((claim) => claim.range.start)).toEqual(expected);
        await editor.close();
      }),
      runs(150),
    );
  },
  limit(60_000),
);

test('a thousand drafts opened and closed leave nothing behind', async () => {
  editor = await Editor.open();
  for (let i = 0; i < 1000; i++) {
    const uri = `file:///w/${i}.md`;
    await editor.write('One is WRONG.', uri);
    if (i % 3 === 0) void editor.pull(uri);
    await editor.close(uri);
  }
  expect(await editor.items('file:///w/999.md')).toEqual([]);
  await editor.write('One is WRONG.');
  expect(await editor.items()).toHaveLength(1);
});

test('ten thousand figures: findings capped, hover, list and report still answer', async () => {
  editor = await Editor.open();
  await editor.write('WRONG. FINE.\n'.repeat(5000));
  expect(await editor.items()).toHaveLength(5);
  expect(JSON.stringify(await editor.hover(4999, 8))).toContain('**Agrees**');
  const uri = 'file:///w/draft.md';
  const { claims } = await editor.connection.sendRequest<{ claims: unknown[] }>('ballpark/claims', { uri });
  expect(claims).toHaveLength(10_000);
  const { html } = await editor.connection.sendRequest<{ html: string }>('ballpark/page', { uri, name: 'long.md' });
  expect(html.match(/<article/g)).toHaveLength(200);
  expect(html.match(/<tr>/g)).toHaveLength(10_001);
  expect(await editor.actions(0, 0, 5)).not.toEqual([]);
}, 60_000);
