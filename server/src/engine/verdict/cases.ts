/** Days by which a figure must be newer to replace another. */
export const LATER = 20;

/** Keys under which a figure is of one case only: it replaces no general one. */
export const CASES: ReadonlySet<string> = new Set([
  'tier',
  'host',
  'region',
  'stage',
  'variant',
  'context',
  'input',
  'response',
  'level',
  'counting',
  'scope',
  'part',
  'window',
  'use',
]);
