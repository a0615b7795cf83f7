import * as z from 'zod/mini';
import { type Problem, problem } from './problem.ts';
import { LEVELS, type Level, RULES } from './rules.ts';
import { readYaml } from './yaml.ts';

/** `ballpark.yaml`, the one configuration file of editor, command line and CI: data only. */
export interface Config extends Choices {
  readonly locale?: 'en' | 'fr' | undefined;
  readonly asOf?: string | undefined;
  /** Folders of further figures, inside the folder of the file. */
  readonly data?: readonly string[] | undefined;
  /** Drafts that are not checked: globs. */
  readonly exclude?: readonly string[] | undefined;
  /** Other choices for some drafts; later ones go over earlier ones. */
  readonly overrides?: readonly (Choices & { readonly files: readonly string[] })[] | undefined;
}

/** What may be chosen draft by draft. */
export interface Choices {
  readonly language?: string | undefined;
  /** Severity by rule; names may end in `*`. */
  readonly rules?: Readonly<Record<string, Level>> | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly proseKeys?: readonly string[] | undefined;
}

const NAMES: readonly string[] = [...RULES, '*', 'wrong-*'];
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isInside = (path: string): boolean => !/^[\\/]|^[A-Za-z]:|(^|[\\/])\.\.([\\/]|$)/.test(path);

const choices = {
  language: z.optional(z.string().check(z.regex(/^(auto|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/))),
  rules: z.optional(z.partialRecord(z.enum(NAMES as [string, ...string[]]), z.enum(LEVELS as [Level, ...Level[]]))),
  ignore: z.optional(z.array(z.string())),
  proseKeys: z.optional(z.array(z.string())),
};

export const configSchema: z.ZodMiniType<Config> = z.strictObject({
  ...choices,
  locale: z.optional(z.enum(['en', 'fr'])),
  asOf: z.optional(z.string().check(z.refine(isDay, 'a day such as 2025-02-03'))),
  data: z.optional(z.array(z.string().check(z.refine(isInside, 'a path inside this folder')))),
  exclude: z.optional(z.array(z.string())),
  overrides: z.optional(z.array(z.strictObject({ files: z.array(z.string()), ...choices }))),
}) as z.ZodMiniType<Config>;

export const CONFIG_NAMES: readonly string[] = ['ballpark.yaml', 'ballpark.json'];

/** Reads a configuration file; JSON is YAML too. Parts that are not sound are left out and named. */
export function readConfig(
  text: string,
  file: string,
): { readonly config: Config; readonly problems: readonly Problem[] } {
  const yaml = readYaml(file, text.replace(/^\uFEFF/, ''));
  if (yaml.problems.length > 0) return { config: {}, problems: yaml.problems };
  const raw: unknown = yaml.value ?? {};
  const whole = configSchema.safeParse(raw);
  if (whole.success) return { config: whole.data, problems: [] };
  const problems = whole.error.issues.map((issue) => {
    const { line, column } = yaml.at(issue.path);
    const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return problem(file, line, column, `${where}${explain(issue)}`);
  });
  return { config: soundPart(raw, whole.error.issues), problems };
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.map((key) => `'${key}'`).join(', ')}`;
  if (issue.code === 'invalid_type') return `a ${issue.expected} is expected`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')} is expected`;
  return issue.message;
}

/** The configuration without the top-level keys that have something wrong in them. */
function soundPart(raw: unknown, issues: readonly z.core.$ZodIssue[]): Config {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return {};
  const bad = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  );
  const rest = configSchema.safeParse(Object.fromEntries(Object.entries(raw).filter(([key]) => !bad.has(key))));
  return rest.success ? rest.data : {};
}
