const CELL = 'vscode-notebook-cell:';

/** A Markdown cell of a notebook: a draft of its own that has no head for front matter. */
export const isCell = (uri: string): boolean => uri.startsWith(CELL);

const pathOf = (uri: string): string => uri.replace(/^[\w+.-]+:(\/\/[^/]*)?/, '').replace(/[?#].*$/s, '');

/**
 * The URI of the file a document stands in: itself, but for a cell its notebook, by the workspace folder that holds it
 * (a cell's URI keeps the path and hides the scheme). A cell outside of all folders stays as it is. `roots` end with a
 * slash.
 */
export function fileOf(uri: string, roots: readonly string[]): string {
  if (!isCell(uri)) return uri;
  const path = pathOf(uri);
  const root = roots.find((folder) => path.startsWith(pathOf(folder)));
  return root ? root + path.slice(pathOf(root).length) : uri;
}
