import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { Rule, Severity } from '../engine/index.ts';
import { isDate } from './args.ts';
import { RULES } from './rules.ts';
import { UsageError } from './usage.ts';

const LEVELS: readonly (Severity | 'off')[] = ['warning', 'information', 'hint', 'off'];

/** `ballpark.yaml`: data only. */
export interface Config {
  readonly language?: string | undefined;
  readonly locale?: 'en' | 'fr' | undefined;
  readonly asOf?: string | undefined;
  readonly data?: readonly string[] | undefined;
  readonly rules?: Readonly<Partial<Record<Rule, Severity | 'off'>>> | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly proseKeys?: readonly string[] | undefined;
}

export const configSchema: z.ZodMiniType<Config> = z.strictObject({
  language: z.optional(z.string()),
  locale: z.optional(z.enum(['en', 'fr'])),
  asOf: z.optional(z.string().check(z.refine(isDate, 'a date such as 2025-02-03'))),
  data: z.optional(z.array(z.string())),
  rules: z.optional(z.partialRecord(z.enum(RULES), z.enum(LEVELS))),
  ignore: z.optional(z.array(z.string())),
  proseKeys: z.optional(z.array(z.string())),
}) as z.ZodMiniType<Config>;

const NAMES = ['ballpark.yaml', 'ballpark.json'];

/** Reads the file named, else `ballpark.yaml` or `ballpark.json` here; {} where there is none. UsageError: file:line:column. */
export async function readConfig(named: string | null): Promise<Config> {
  for (const file of named === null ? NAMES : [named]) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (named === null && (error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw new UsageError(`${file}: ${(error as Error).message}`);
    }
    return parseConfig(text, file);
  }
  return {};
}

/** JSON is YAML, so one reader serves both. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const error = document.errors[0];
  if (error) throw new UsageError(`${at(error.pos[0])}: ${error.message}`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch (problem) {
    throw new UsageError(`${at(0)}: ${(problem as Error).message}`);
  }
  const result = configSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const node = document.getIn(issue.path, true) as { range?: readonly [number, number, number] } | undefined;
  const where = issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  throw new UsageError(`${at(node?.range?.[0] ?? 0)}: ${issue.message}${where}`);
}
