import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const script = (name: string) => import(new URL(`scripts/${name}`, root).href);

it('the demo finds in the examples what it is said to find, and nothing else', async () => {
  const { demo } = await script('demo.mjs');
  const lines: string[] = [];
  const held = demo((text: string) => lines.push(text));
  expect(lines.filter((line) => line.startsWith('NOT AS EXPECTED'))).toEqual([]);
  expect(held).toBe(true);
}, 60_000);

it('the comparison sees what is missing and what is too much', async () => {
  const { compare } = await script('demo.mjs');
  const draft = { file: 'a.md', warnings: [{ text: 'six million', rule: 'wrong-value' }] };
  const text = 'It cost six million, or seven.';
  const six = { rule: 'wrong-value', start: 8, end: 19 };
  const seven = { rule: 'wrong-unit', start: 24, end: 29 };
  expect(compare(draft, [six], text)).toEqual([]);
  expect(compare(draft, [], text)).toEqual(["a.md: expected wrong-value at 'six million'"]);
  expect(compare(draft, [six, seven], text)).toEqual(["a.md: nobody expected wrong-unit at 'seven'"]);
  expect(compare(draft, [six], 'It cost ten.')).toHaveLength(2);
});

it('pages made from code and data are what they would be made again', async () => {
  const { pages } = await script('build-docs.mjs');
  const stale: string[] = [];
  for (const [path, text] of (await pages()) as Map<string, string>)
    if (readFileSync(fileURLToPath(new URL(path, root)), 'utf8') !== text) stale.push(path);
  expect(stale, 'run npm run docs').toEqual([]);
}, 60_000);
