/** Icons of verdicts, each of its own shape. */
export const ICONS: Readonly<Record<string, string>> = {
  supported: 'pass',
  conflict: 'warning',
  outdated: 'history',
  disputed: 'git-compare',
  no_reference: 'circle-slash',
};
