// Reads the project's own source for the architecture test: files, imports, literals.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly tree: Node;
  /** Relative imports as paths from the root, others as written. */
  readonly imports: readonly string[];
}

function read(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, errors } = parseSync(path, text);
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`);
  const tree = program as unknown as Node;
  const imports: string[] = [];
  walk(tree, (node) => {
    const source = node['source'] as Node | null | undefined;
    if (!/^(Import|Export)/.test(node.type) || typeof source?.['value'] !== 'string') return;
    const name = source['value'];
    imports.push(name.startsWith('.') ? normalize(join(dirname(path), name)) : name);
  });
  return { path, lines: text.split('\n').length - 1, tree, imports };
}

/** Every `.ts` file under a folder, tests of none. */
export function sources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
    .map(read);
}

/** Calls `visit` on every node, parents first, with its parent. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        walk(child as Node, visit, node);
    }
  }
}

export interface Literals {
  /** Strings of expressions, template pieces included; import paths, `typeof` answers and names of properties are left out. */
  readonly strings: readonly string[];
  /** Strings that stand as types: the closed vocabularies. */
  readonly types: readonly string[];
  /** Regular expressions, those built from strings included. */
  readonly patterns: readonly string[];
}

const isTypeofTest = (parent: Node | null): boolean =>
  parent?.type === 'BinaryExpression' &&
  ['left', 'right'].some((side) => (parent[side] as Node)['operator'] === 'typeof');

export function literals(file: SourceFile): Literals {
  const strings: string[] = [];
  const types: string[] = [];
  const patterns: string[] = [];
  walk(file.tree, (node, parent) => {
    if (node.type === 'TemplateElement') strings.push((node['value'] as { raw: string }).raw);
    if (node.type !== 'Literal') return;
    const regex = node['regex'] as { pattern: string } | undefined;
    if (regex) patterns.push(regex.pattern);
    if (typeof node['value'] !== 'string') return;
    if (/^(Import|Export)/.test(parent?.type ?? '') || isTypeofTest(parent)) return;
    if (parent?.type === 'MemberExpression' && parent['property'] === node) return;
    if (parent?.type === 'TSLiteralType') types.push(node['value']);
    else if ((parent?.['callee'] as Node | undefined)?.['name'] === 'RegExp') patterns.push(node['value']);
    else strings.push(node['value']);
  });
  return { strings, types, patterns };
}
