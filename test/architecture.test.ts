import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { literals, root, type SourceFile, sources, walk } from './source.ts';

// ARCHITECTURE.md draws this table; each floor may use those above it, and rooms of one floor do not know each other.
const STAIRCASE: readonly (readonly string[])[] = [
  ['text'],
  ['language', 'reference', 'prose'],
  ['quantity', 'mention'],
  ['report'],
  ['draft'],
  ['claim'],
  ['evidence'],
  ['verdict'],
  ['finding'],
  ['cache'],
  ['check'],
  ['explain'],
  ['index'],
];
/** What the folders beside the engine may use of each other. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  load: ['engine'],
  host: [],
  present: ['engine'],
  eval: ['engine', 'load'],
  lsp: ['engine', 'load', 'host', 'present'],
  cli: ['engine', 'load', 'host', 'present', 'eval'],
  mcp: ['engine', 'load', 'present'],
};
/** These speak to the engine through its index; `load` builds the engine's own values and goes further in. */
const THROUGH_THE_DOOR = ['present', 'eval', 'lsp', 'cli', 'mcp', 'main'];

const ENGINE = 'server/src/engine/';
const engine = sources(ENGINE);
const server = sources('server/src');
const client = sources('client/src');
const all = [...server, ...client];

const roomOf = (path: string): string => path.slice(ENGINE.length).split('/')[0]!.replace(/\.ts$/, '');
const floorOf = (room: string): number => STAIRCASE.findIndex((floor) => floor.includes(room));
const folderOf = (path: string): string => path.slice('server/src/'.length).split('/')[0]!;
const isRelative = (path: string): boolean => path.startsWith('server/') || path.startsWith('client/');

describe('the staircase', () => {
  test('has a floor for every room of the engine', () => {
    expect([...new Set(engine.map((file) => roomOf(file.path)))].filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  test('is climbed one way', () => {
    const wrong = engine.flatMap((file) =>
      file.imports
        .filter((path) => path.startsWith(ENGINE) && roomOf(path) !== roomOf(file.path))
        .filter((path) => floorOf(roomOf(path)) >= floorOf(roomOf(file.path)))
        .map((path) => `${file.path} -> ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('ends at the engine: it imports no face', () => {
    const out = engine.flatMap((f) =>
      f.imports.filter((p) => isRelative(p) && !p.startsWith(ENGINE)).map((p) => `${f.path} -> ${p}`),
    );
    expect(out).toEqual([]);
  });
});

describe('the faces', () => {
  const outside = server.filter((file) => !file.path.startsWith(ENGINE));

  test('use what they may', () => {
    const wrong = outside.flatMap((file) => {
      const folder = folderOf(file.path);
      const may = FACES[folder];
      if (!may) return [];
      return file.imports
        .filter((path) => path.startsWith('server/src/') && path.split('/').length > 3)
        .filter((path) => folderOf(path) !== folder && !may.includes(folderOf(path)))
        .map((path) => `${file.path} -> ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test('come in by the door', () => {
    const wrong = outside
      .filter((file) => THROUGH_THE_DOOR.includes(folderOf(file.path)))
      .flatMap((f) =>
        f.imports.filter((p) => p.startsWith(ENGINE) && p !== `${ENGINE}index.ts`).map((p) => `${f.path} -> ${p}`),
      );
    expect(wrong).toEqual([]);
  });

  test('only toProtocol.ts knows both the report and the protocol', () => {
    const both = outside
      .filter(
        (file) =>
          file.imports.some((p) => p.startsWith(ENGINE)) &&
          file.imports.some((p) => p.startsWith('vscode-languageserver')),
      )
      .map((file) => file.path);
    expect(both.filter((path) => path !== 'server/src/lsp/toProtocol.ts')).toEqual([]);
  });

  test('the client knows one file of the server', () => {
    const known = client.flatMap((file) => file.imports.filter((p) => p.startsWith('server/')));
    expect([...new Set(known)].filter((path) => path !== 'server/src/host/messages.ts')).toEqual([]);
  });

  test('nothing opens a connection: what is written stays on the machine', () => {
    const modules = /^(node:)?(https?|http2|net|tls|dgram|dns)(\/|$)|^(undici|axios|node-fetch|ws)$/;
    const wrong = all.flatMap((file) => {
      const found = file.imports.filter((name) => modules.test(name));
      walk(file.tree, (node) => {
        const callee = (node['callee'] as { name?: string } | undefined)?.name;
        if (callee && /^(fetch|XMLHttpRequest|WebSocket|EventSource)$/.test(callee)) found.push(callee);
      });
      return found.map((name) => `${file.path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('entry points are under 40 lines', () => {
    const long = server.filter((f) => f.path.startsWith('server/src/main/') && f.lines > 40).map((f) => f.path);
    expect(long).toEqual([]);
  });
});

describe('every file', () => {
  test('is in no circle', () => {
    expect(circles(all)).toEqual([]);
  });

  test('has at most 300 lines, the median under 80', () => {
    expect(all.filter((file) => file.lines > 300).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
    const sorted = all.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(80);
  });
});

/** Names of HTML, TeX and of the Markdown tree, and the period codes of data ('FY2025'), stand here: ids all of them. */
const NAMES_OF_OTHERS = ['html', 'htmlBlock', 'entities', 'math', 'inline', 'tree', 'grammar']
  .map((name) => `${ENGINE}prose/${name}.ts`)
  .concat(`${ENGINE}evidence/period.ts`);
/** ISO 639: a language that could not be told. */
const UNDETERMINED = 'und';
/** 'kWh', 'Mtoken' are ids as 'Wh' and 'token' are. */
const SI_PREFIXES = ['', 'k', 'M', 'G', 'T'];

describe('the engine', () => {
  test('has no clock, no chance, no network', () => {
    const names = /^(fetch|XMLHttpRequest|WebSocket|EventSource|performance|process|setTimeout|setInterval|crypto)$/;
    const wrong: string[] = [];
    for (const file of engine) {
      walk(file.tree, (node, parent) => {
        const isProperty = parent?.type === 'MemberExpression' && parent['property'] === node && !parent['computed'];
        const isKey = parent?.['key'] === node;
        if (node.type === 'Identifier' && !isProperty && !isKey && names.test(String(node['name']))) {
          wrong.push(`${file.path}: ${node['name']}`);
        }
        const [object, property] = ['object', 'property'].map((k) => (node[k] as { name?: string } | undefined)?.name);
        if (`${object}.${property}` === 'Date.now' || `${object}.${property}` === 'Math.random') {
          wrong.push(`${file.path}: ${object}.${property}`);
        }
        const callee = (node['callee'] as { name?: string } | undefined)?.name;
        if (node.type === 'NewExpression' && callee === 'Date' && !(node['arguments'] as unknown[]).length) {
          wrong.push(`${file.path}: new Date()`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });

  test('holds no word of a language pack', () => {
    const ids = vocabulary();
    const words = packWords();
    expect(words.size).toBeGreaterThan(100);
    const wrong = engine
      .filter((file) => !NAMES_OF_OTHERS.includes(file.path))
      .flatMap((file) =>
        literals(file)
          .strings.flatMap((text) => text.toLowerCase().split(/[\s|,;/]+/))
          .filter((word) => word.length > 1 && words.has(word) && !ids.has(word))
          .map((word) => `${file.path}: '${word}'`),
      );
    expect(wrong).toEqual([]);
  });

  test('holds no regular expression with three letters in a row', () => {
    const wrong = engine.flatMap((file) =>
      literals(file)
        .patterns.filter((pattern) => /[A-Za-z]{3}/.test(withoutEscapes(pattern)))
        .map((pattern) => `${file.path}: /${pattern}/`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Escapes and group names carry letters that are no words. */
const withoutEscapes = (pattern: string): string =>
  pattern.replaceAll(/\\[pP]\{[^}]*\}|\\u\{?[0-9A-Fa-f]+\}?|\\x[0-9A-Fa-f]{2}|\\[A-Za-z]|\(\?<\w+>|\\k<\w+>/g, '_');

/** Words that are also ids: string types of the engine, language tags, ids, qualifiers, messages and their arguments. */
function vocabulary(): Set<string> {
  const ids = new Set([UNDETERMINED, ...engine.flatMap((file) => literals(file).types)]);
  const add = (text: string): void => [text, ...text.split('/')].forEach((id) => void ids.add(id.toLowerCase()));
  everyEntry(readYaml('data/units.yaml'), (key, value) => {
    if (typeof value !== 'string' || (key !== 'id' && key !== 'dimension')) return;
    for (const prefix of SI_PREFIXES) add(prefix + value);
  });
  for (const tag of readdirSync(join(root, 'data/languages'))) {
    add(tag);
    const qualifiers = `data/languages/${tag}/qualifiers.yaml`;
    if (existsSync(join(root, qualifiers))) everyEntry(readYaml(qualifiers), add);
  }
  for (const name of readdirSync(join(root, 'data/metrics'))) {
    const metric = readYaml(`data/metrics/${name}`) as { id: string; qualifiers?: Record<string, string[]> };
    add(metric.id);
    for (const [key, values] of Object.entries(metric.qualifiers ?? {})) [key, ...values].forEach(add);
  }
  const messages = readFileSync(join(root, 'l10n/messages.en.json'), 'utf8');
  Object.keys(JSON.parse(messages) as object).forEach(add);
  for (const [, name] of messages.matchAll(/\{(\w+)/g)) add(name!);
  return ids;
}

const readYaml = (path: string): unknown => parse(readFileSync(join(root, path), 'utf8'));

/** Calls `visit` on every key and value of a tree whose key is a string. */
function everyEntry(tree: unknown, visit: (key: string, value: unknown) => void): void {
  if (!tree || typeof tree !== 'object') return;
  for (const [key, value] of Object.entries(tree)) {
    if (!Array.isArray(tree)) visit(key, value);
    everyEntry(value, visit);
  }
}

/** Every word of two letters or more that stands as a value in a language pack. */
function packWords(): Set<string> {
  const words = new Set<string>();
  const add = (text: string): void => {
    for (const word of text.toLowerCase().split(/[^\p{L}\p{M}]+/u)) if (word.length > 1) words.add(word);
  };
  const collect = (value: unknown): void => {
    if (typeof value === 'string') add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  const folder = join(root, 'data/languages');
  for (const tag of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, tag)).filter((file) => file.endsWith('.yaml'))) {
      collect(readYaml(`data/languages/${tag}/${name}`));
    }
  }
  return words;
}

/** Import circles among `files`, each told once, as a path. */
function circles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done' || !byPath.has(path)) return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const next of byPath.get(path)!.imports) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const file of files) visit(file.path, []);
  return found;
}
