import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import json from '@ballpark/data';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadBuiltin } from '../server/src/load/packed.ts';
import { sequences, wordSet } from './sequences.ts';
import { literals, root, sources } from './source.ts';

const files = (folder: string, wanted: RegExp): { path: string; text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

/** Strings of the code in a folder; what a comment says decides nothing. */
const said = (folder: string): { path: string; text: string }[] =>
  sources(folder).map((file) => ({ path: file.path, text: literals(file).strings.join(' | ') }));

/** Words of names that are written large, and single words of units and scales; never a function word. */
function aside(): Set<string> {
  const { reference } = loadBuiltin(json);
  const names = [...reference.subjects.values()].flatMap((s) => [s.name, ...s.aliases.map((a) => a.text)]);
  const publishers = [...reference.sources.values()].map((s) => s.publisher);
  const large = [...names, ...publishers]
    .flatMap((name) => name.split(/\s+/))
    .filter((word) => /[\p{Lu}\d]/u.test(word));
  const packs = (wanted: RegExp): string[] =>
    files('data/languages', wanted).flatMap(({ text }) => strings(parse(text)));
  const out = wordSet([...large, ...packs(/^(?:units|scales)\.yaml$/).filter((word) => !/\s/.test(word))]);
  for (const word of wordSet(packs(/^function-words\.yaml$/))) out.delete(word);
  return out;
}

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(strings)
      : [];

describe('what decides and what it is tried on', () => {
  it('share no six words in a row', () => {
    const leaveOut = aside();
    // data/subjects holds names, which are aside
    const decides = new Map<string, string>();
    for (const { path, text } of [
      ...files('data', /\.ya?ml$/).filter((f) => !f.path.includes('subjects')),
      ...said('server/src/engine'),
    ])
      for (const six of sequences(text, leaveOut)) if (!decides.has(six)) decides.set(six, path);
    const tried = [...files('test', /\.(?:md|ya?ml|tsv|txt)$/), ...files('examples', /\.(?:md|txt)$/), ...said('test')];
    const shared = tried.flatMap(({ path, text }) =>
      [...new Set(sequences(text, leaveOut))].flatMap((six) =>
        decides.has(six) ? [`${path} and ${decides.get(six)}: ${six}`] : [],
      ),
    );
    expect(decides.size).toBeGreaterThan(5_000);
    expect(shared).toEqual([]);
  });
});

it.each([
  ['a b c d e f g', ['a b c d e f', 'b c d e f g']],
  ['a b c 12 d e GPT f', ['a b c d e f']],
  ['a b c. d e f', []],
  ['- a b c\n- d e f', []],
  ['A B, C\nD e F', ['a b c d e f']],
])('six words of %j', (text, expected) => {
  expect([...sequences(text, new Set(['gpt']))]).toEqual(expected);
});
