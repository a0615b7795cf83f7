import { DEFAULTS, type Options, type Rule, type Severity } from '../engine/index.ts';
import { compileGlob, matchGlob } from '../host/glob.ts';

/** Settings of one resource, made safe: any JSON in, sound values out. */
export interface Settings {
  readonly enable: boolean;
  readonly language: string;
  readonly locale: string;
  readonly asOf: string;
  readonly rules: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
  readonly exclude: readonly string[];
  readonly proseKeys: readonly string[];
  readonly maxFindings: number;
  readonly hover: boolean;
  readonly numberLine: boolean;
}

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
const SEVERITIES: ReadonlySet<string> = new Set(['warning', 'information', 'hint', 'off']);

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
const texts = (value: unknown, otherwise: readonly string[]): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string').slice(0, 1000) : otherwise;

/** Reads the section `ballpark`; a wrong value counts as absent. */
export function readSettings(raw: unknown): Settings {
  const json = isObject(raw) ? raw : {};
  const hover = isObject(json['hover']) ? json['hover'] : {};
  const rules = isObject(json['rules']) ? json['rules'] : {};
  const most = json['maxFindings'];
  return {
    enable: flag(json['enable'], true),
    language: text(json['language'], 'auto'),
    locale: text(json['locale'], 'auto'),
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(text(json['asOf'], '')) ? text(json['asOf'], '') : '',
    rules: Object.fromEntries(
      Object.entries(rules).filter((pair): pair is [string, string] => SEVERITIES.has(text(pair[1], ''))),
    ),
    ignore: texts(json['ignore'], []),
    exclude: texts(json['exclude'], []),
    proseKeys: texts(json['proseKeys'], DEFAULTS.proseKeys),
    maxFindings: typeof most === 'number' && most >= 0 && most <= 1000 ? Math.floor(most) : DEFAULTS.maxFindings,
    hover: flag(hover['enable'], true),
    numberLine: flag(hover['numberLine'], true),
  };
}

/** Severity by rule out of patterns such as `wrong-*`; the last that fits decides. */
export function severities(patterns: Readonly<Record<string, string>>): Partial<Record<Rule, Severity | 'off'>> {
  const out: Partial<Record<Rule, Severity | 'off'>> = {};
  for (const [pattern, severity] of Object.entries(patterns)) {
    const glob = compileGlob(pattern);
    for (const rule of RULES) if (matchGlob(glob, [rule])) out[rule] = severity as Severity | 'off';
  }
  return out;
}

/** True where one of the globs fits the path, `/` between segments; a pattern without `/` fits any file name. */
export function isExcluded(globs: readonly string[], path: string): boolean {
  const segments = path.split('/').filter(Boolean);
  return globs.some((glob) =>
    matchGlob(compileGlob(glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`), segments),
  );
}

/** The engine's options of one draft. */
export function toOptions(settings: Settings, writtenOn: string | null, today: string): Options {
  return {
    ...DEFAULTS,
    language: settings.language,
    writtenOn,
    knownAt: settings.asOf || today,
    severities: severities(settings.rules),
    ignore: settings.ignore,
    proseKeys: settings.proseKeys,
    maxFindings: settings.maxFindings,
  };
}
