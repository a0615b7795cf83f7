import { compileGlob, matchGlob, type Segment } from './glob.ts';

/** One line of a .gitignore. */
export interface IgnoreRule {
  /** Folder of the .gitignore, as segments from the root of the walk. */
  readonly depth: number;
  readonly pattern: readonly Segment[];
  readonly foldersOnly: boolean;
  readonly negated: boolean;
}

/** Reads a .gitignore that lies `depth` folders below the root of the walk. */
export function readGitignore(text: string, depth: number): IgnoreRule[] {
  const rules: IgnoreRule[] = [];
  for (const raw of text.split('\n')) {
    let line = raw.replace(/\r$/, '');
    while (line.endsWith(' ') && !line.endsWith('\\ ')) line = line.slice(0, -1);
    if (line === '' || line.startsWith('#')) continue;
    const negated = line.startsWith('!');
    if (negated) line = line.slice(1);
    const foldersOnly = line.endsWith('/');
    if (foldersOnly) line = line.slice(0, -1);
    const anchored = line.includes('/');
    if (line.startsWith('/')) line = line.slice(1);
    if (line === '') continue;
    if (line.endsWith('/**')) line += '/*'; // what is inside, not the folder itself
    rules.push({ depth, pattern: compileGlob(anchored ? line : `**/${line}`), foldersOnly, negated });
  }
  return rules;
}

/** Whether git would leave out `path` (segments from the root of the walk); the last rule that matches decides. */
export function isIgnored(rules: readonly IgnoreRule[], path: readonly string[], isFolder: boolean): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const rule = rules[i]!;
    if (rule.foldersOnly && !isFolder) continue;
    if (matchGlob(rule.pattern, path.slice(rule.depth))) return !rule.negated;
  }
  return false;
}
