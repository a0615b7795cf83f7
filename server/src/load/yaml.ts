import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Problem, problem } from './problem.ts';

export type Path = readonly PropertyKey[];

/** A YAML file as plain data, and the place of each of its parts. */
export interface Yaml {
  /** undefined where the file could not be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Line and column, from 1, of the value at a path; of the nearest part around it where there is none. */
  at(path: Path): { readonly line: number; readonly column: number };
}

const LARGEST = 5_000_000;
const DEEPEST = 20;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a data file. Anchors, aliases, tags and merge keys are refused: data files need none, and they are how a
 * small file becomes an endless one.
 */
export function readYaml(file: string, text: string): Yaml {
  const start = { line: 1, column: 1 };
  const refuse = (message: string): Yaml => ({
    value: undefined,
    problems: [problem(file, 1, 1, message)],
    at: () => start,
  });
  if (text.length > LARGEST) return refuse(`the file is larger than ${LARGEST / 1e6} MB`);
  const flood = /[[{]{64}/.exec(text);
  if (flood) return refuse('brackets are nested too deeply');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = [];
  const report = (offset: number, message: string): undefined => {
    const { line, column } = place(offset);
    problems.push(problem(file, line, column, message));
    return undefined;
  };
  for (const error of [...document.errors, ...document.warnings]) report(error.pos[0], error.message);

  const start0 = (node: unknown): number => (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;

  function plain(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    if (depth > DEEPEST) return report(start0(node), 'nested too deeply');
    if (isAlias(node)) return report(start0(node), 'aliases are not used in data files: write the value again');
    if ((node as { anchor?: string }).anchor) report(start0(node), 'anchors are not used in data files');
    if (isScalar(node)) {
      const { value } = node;
      return typeof value === 'object' && value !== null ? String(node.source) : value;
    }
    if (isSeq(node)) return node.items.map((item) => plain(item as Node, depth + 1));
    if (!isMap(node)) return report(start0(node), 'a map, a list or a value is expected');
    const out: Record<string, unknown> = {};
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) report(start0(pair.key), 'a key must be a plain word');
      else {
        const key = String(pair.key.value);
        if (FORBIDDEN.has(key)) report(start0(pair.key), `'${key}' cannot be a key`);
        else out[key] = plain(pair.value as Node | null, depth + 1);
      }
    }
    return out;
  }

  function offsetAt(path: Path): number {
    let node: unknown = document.contents;
    let offset = start0(node);
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (!pair) break;
        node = pair.value;
        offset = node ? start0(node) : start0(pair.key);
      } else if (isSeq(node)) {
        const item = node.items[Number(step)];
        if (item === undefined) break;
        node = item;
        offset = start0(node);
      } else break;
    }
    return offset;
  }

  const value = document.errors.length > 0 ? undefined : plain(document.contents as Node | null, 0);
  return { value, problems, at: (path) => place(offsetAt(path)) };
}
