import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterSlot } from '../../server/src/engine/finding/frontMatterEdit.ts';
import { newline } from '../../server/src/engine/text/lines.ts';

const ignoreInFrontMatter = (text: string, entry: string) =>
  frontMatterSlot(text, /^\uFEFF?---[ \t]*\r?\n/.test(text), newline(text))?.(entry) ?? null;

const apply = (text: string, edit: { start: number; end: number; text: string } | null): string | null =>
  edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);

describe('an entry in the front matter', () => {
  const cases: [string, string][] = [
    ['text\n', ''],
    ['---\ntitle: A "draft"\n---\ntext\n', 'title'],
    ['---\r\ntitle: x\r\n---\r\ntext\r\n', 'title'],
    ['---\ntitle: x\nballpark: { language: fr }\n---\n', 'language'],
    ['---\nballpark: {}\n---\n', ''],
    ['---\nballpark: { ignore: [wrong-value] }\ntags: [a]\n---\n', 'tags'],
    ['---\nballpark: { ignore: [] }\n---\n', ''],
    ['---\nballpark:\n  ignore: [wrong-value]\n---\n', ''],
    ['---\nballpark:\n  language: fr\n---\n', 'language'],
    ['---\nballpark:\n    ignore:\n        - wrong-value\n        - disputed\nother: 1\n---\n', 'other'],
    ['---\nballpark: # ours\n  date: 2025-02-03\n---\n', 'date'],
    ['---\nballpark:\n---\n', ''],
    ['---\n---\ntext', ''],
    ['\uFEFFtext', ''],
    ['---\ntitle: x\n...\ntext', 'title'],
  ];
  test.each(cases)('%j', (text, key) => {
    const after = apply(text, ignoreInFrontMatter(text, '0123456789abcdef'))!;
    const yaml = /^\uFEFF?---\r?\n([\s\S]*?)^(?:---|\.\.\.)/m.exec(after)?.[1] ?? '';
    const before = parse(/^---\r?\n([\s\S]*?)^(?:---|\.\.\.)/m.exec(text)?.[1] ?? '') ?? {};
    const data = parse(yaml);
    const known = before.ballpark?.ignore ?? [];
    expect(data.ballpark.ignore.map(String).sort()).toEqual([...known, '0123456789abcdef'].sort());
    if (key) expect(yaml).toContain(key);
    for (const name of Object.keys(before)) if (name !== 'ballpark') expect(data[name]).toEqual(before[name]);
    for (const name of Object.keys(before.ballpark ?? {}))
      if (name !== 'ignore') expect(data.ballpark[name]).toEqual(before.ballpark[name]);
    expect(
      after.replace('\uFEFF', '').endsWith(text.replace('\uFEFF', '').replace(/^---[\s\S]*?^(---|\.\.\.)\r?\n?/m, '')),
    ).toBe(true);
    expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
    if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('two entries, one after the other', () => {
    let text = 'text\n';
    for (const entry of ['a1b2', '1234567890123456', '1234567e89012345', 'disputed:openai'])
      text = apply(text, ignoreInFrontMatter(text, entry))!;
    expect(parse(text.split('---')[1]!).ballpark.ignore).toEqual([
      'a1b2',
      '1234567890123456',
      '1234567e89012345',
      'disputed:openai',
    ]);
  });

  test('a shape that is not ours to change is left alone', () => {
    for (const text of [
      '---\nballpark: off\n---\n',
      '---\nnever closed',
      '---\nballpark:\n  ignore: wrong-value\n---\n',
    ]) {
      expect(ignoreInFrontMatter(text, 'x')).toBeNull();
    }
  });
});
