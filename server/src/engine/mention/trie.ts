/** A trie over pieces of names. */
export interface TrieNode<T> {
  readonly next: Map<string, TrieNode<T>>;
  readonly values: T[];
}

export const newTrie = <T>(): TrieNode<T> => ({ next: new Map(), values: [] });

export function addToTrie<T>(root: TrieNode<T>, path: readonly string[], value: T): void {
  let node = root;
  for (const step of path) {
    let child = node.next.get(step);
    if (!child) {
      child = newTrie<T>();
      node.next.set(step, child);
    }
    node = child;
  }
  node.values.push(value);
}

/** Ends of all names that begin at `at`, longest first. */
export function matchTrie<T>(
  root: TrieNode<T>,
  path: (index: number) => string | undefined,
  at: number,
): { end: number; values: readonly T[] }[] {
  const found: { end: number; values: readonly T[] }[] = [];
  let node: TrieNode<T> | undefined = root;
  for (let i = at; node; i++) {
    if (node.values.length > 0) found.unshift({ end: i, values: node.values });
    const step = path(i);
    node = step === undefined ? undefined : node.next.get(step);
  }
  return found;
}
