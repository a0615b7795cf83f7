import type { Rule, Severity } from '../engine/index.ts';

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

export type Level = Severity | 'off';
export const LEVELS: readonly Level[] = ['warning', 'information', 'hint', 'off'];

export const isLevel = (value: unknown): value is Level => LEVELS.some((level) => level === value);

/** True where the pattern is the rule, `*`, or a beginning with a star: `wrong-*`. */
const meets = (pattern: string, rule: string): boolean =>
  pattern.endsWith('*') ? rule.startsWith(pattern.slice(0, -1)) : pattern === rule;

/** Severity by rule out of names and patterns; the last that fits decides. */
export function severities(patterns: Readonly<Record<string, Level>>): Partial<Record<Rule, Level>> {
  const out: Partial<Record<Rule, Level>> = {};
  for (const [pattern, level] of Object.entries(patterns)) {
    for (const rule of RULES) if (meets(pattern, rule)) out[rule] = level;
  }
  return out;
}
