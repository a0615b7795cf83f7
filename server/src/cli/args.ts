import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

type Flags = NonNullable<ParseArgsConfig['options']>;
export type CommandName = 'check' | 'explain' | 'lookup' | 'data' | 'eval' | 'lsp';

const TEXT = { type: 'string' } as const;
const LIST = { type: 'string', multiple: true } as const;
const SWITCH = { type: 'boolean' } as const;
const READING: Flags = {
  lang: TEXT,
  locale: TEXT,
  'as-of': TEXT,
  'written-on': TEXT,
  data: LIST,
  config: TEXT,
};

const FLAGS: Readonly<Record<CommandName, Flags>> = {
  check: {
    ...READING,
    format: TEXT,
    'stdin-filename': TEXT,
    'stdin-ndjson': SWITCH,
    all: SWITCH,
    jobs: TEXT,
  },
  explain: READING,
  lookup: { data: LIST, locale: TEXT, 'as-of': TEXT, json: SWITCH },
  data: { json: SWITCH },
  eval: { 'as-of': TEXT, data: LIST, json: SWITCH, errors: TEXT, predictions: TEXT },
  lsp: { stdio: SWITCH, 'node-ipc': SWITCH, clientProcessId: TEXT },
};

/** One parsed command line. Flags not given are absent. */
export interface Command {
  readonly name: CommandName | 'help' | 'version';
  readonly positionals: readonly string[];
  readonly text: Readonly<Record<string, string | undefined>>;
  readonly on: ReadonlySet<string>;
  readonly data: readonly string[];
}

const plain = (name: 'help' | 'version'): Command => ({ name, positionals: [], text: {}, on: new Set(), data: [] });

/** Reads the words after `ballpark`. Throws UsageError on an unknown command, flag or missing value. */
export function readArgs(argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') return plain('help');
  if (first === '--version' || first === '-v' || first === 'version') return plain('version');
  if (!Object.hasOwn(FLAGS, first)) throw new UsageError(`unknown command '${first}'; try 'ballpark help'`);
  const name = first as CommandName;
  if (rest.includes('--help') || rest.includes('-h')) return plain('help');
  try {
    const { values, positionals } = parseArgs({ args: rest, options: FLAGS[name], allowPositionals: true });
    const text: Record<string, string> = {};
    const on = new Set<string>();
    let data: readonly string[] = [];
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === 'string') text[key] = value;
      else if (value === true) on.add(key);
      else if (Array.isArray(value)) data = value as string[];
    }
    return { name, positionals, text, on, data };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The flag's value, one of `allowed`; `otherwise` where it is absent. */
export function oneOf<T extends string>(command: Command, flag: string, allowed: readonly T[], otherwise: T): T {
  const value = command.text[flag];
  if (value === undefined) return otherwise;
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new UsageError(`--${flag} takes ${allowed.join(', ')}, not '${value}'`);
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** True for an ISO year, month or day that exists. */
export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const [year, month = '01', day = '01'] = value.split('-') as [string, string?, string?];
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The flag's value, an ISO year, month or day; null where it is absent. */
export function dateFlag(command: Command, flag: string): string | null {
  const value = command.text[flag];
  if (value === undefined) return null;
  if (isDate(value)) return value;
  throw new UsageError(`--${flag} takes a date such as 2025-02-03, not '${value}'`);
}

/** The flag's value, a whole number from 1; `otherwise` where it is absent. */
export function countFlag(command: Command, flag: string, otherwise: number): number {
  const value = command.text[flag];
  if (value === undefined) return otherwise;
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--${flag} takes a whole number from 1, not '${value}'`);
}
