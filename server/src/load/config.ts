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

/** Optional, with a sentence that an editor shows while the file is written. */
const told = <T extends z.core.$ZodType>(schema: T, description: string) => {
  z.globalRegistry.add(schema, { description });
  return z.optional(schema);
};

const choices = {
  language: told(
    z.string().check(z.regex(/^(auto|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/)),
    'Language of the drafts; auto: recognised draft by draft.',
  ),
  rules: told(
    z.partialRecord(z.enum(NAMES as [string, ...string[]]), z.enum(LEVELS as [Level, ...Level[]])),
    'Severity by rule; wrong-* and * stand for several.',
  ),
  ignore: told(z.array(z.string()), 'Rules, fingerprints, or rule:subject that are never reported.'),
  proseKeys: told(z.array(z.string()), 'Keys of the front matter that hold prose.'),
};

export const configSchema: z.ZodMiniType<Config> = z.strictObject({
  ...choices,
  locale: told(z.enum(['en', 'fr']), 'Language of messages.'),
  asOf: told(
    z.string().check(z.refine(isDay, 'a day such as 2025-02-03')),
    'Judge by what was known on this day, as YYYY-MM-DD; today without it.',
  ),
  data: told(
    z.array(z.string().check(z.refine(isInside, 'a path inside this folder'))),
    'Folders of figures of your own, beside ballpark.data.',
  ),
  exclude: told(z.array(z.string()), 'Drafts that are not checked: globs from this folder.'),
  overrides: told(
    z.array(z.strictObject({ files: z.array(z.string()), ...choices })),
    'Other choices for the drafts that the globs of files name; later ones go over earlier ones.',
  ),
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
