import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../source.ts';

const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => (/\.test\.ts$/.test(file) || /^(ui|web)\/\w+\.mjs$/.test(file)) && !file.includes('node_modules'))
  .map((file) => readFileSync(join(root, 'test', file), 'utf8'))
  .join('\n');
const rows = readFileSync(join(root, 'docs/comparison.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| |'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('every row has all its cells', () => {
  expect(rows.length).toBeGreaterThan(35);
  for (const row of rows) expect([row[0], row.length]).toEqual([row[0], 11]);
});

test('every test it names exists', () => {
  const named = rows.map((row) => row[10]!).filter(Boolean);
  expect(named.length).toBeGreaterThan(25);
  for (const name of named) {
    const file = /^`(.+)`$/.exec(name)?.[1];
    expect([name, file ? existsSync(join(root, file)) : tests.includes(`'${name}'`)]).toEqual([name, true]);
  }
});

test('the manifest has as many commands and settings as it says', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const settings = contributes.configuration.flatMap((part: { properties: object }) => Object.keys(part.properties));
  const row = rows.find(([name]) => name === 'Commands / settings');
  expect(row?.[9]).toBe(`${contributes.commands.length} / ${settings.length}`);
});
