import type { Rule } from '../engine/index.ts';

/** Every rule, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  'wrong-subject',
  'wrong-metric',
  'wrong-scope',
  'wrong-relation',
  'wrong-period',
  'wrong-magnitude',
  'wrong-currency',
  'wrong-unit',
  'wrong-value',
  'outdated',
  'disputed',
  'inconsistent',
  'arithmetic',
  'implausible',
  'unsourced',
];
