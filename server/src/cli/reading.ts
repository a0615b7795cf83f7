import { DEFAULTS, type Options, type World } from '../engine/index.ts';
import { LOCALES, type Locale } from '../present/locale.ts';
import { type Names, namesOf } from '../present/names.ts';
import { type Command, dateFlag, oneOf } from './args.ts';
import { type Config, readConfig } from './config.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { loadWorld } from './world.ts';

/** How drafts are read, and in which words findings are told: the same for every draft of a run. */
export interface Reading {
  readonly world: World;
  readonly options: Options;
  readonly locale: Locale;
  readonly names: Names;
}

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Flags, then configuration, then defaults. Throws UsageError. */
export async function readingOf(command: Command, terminal: Terminal): Promise<Reading> {
  const config: Config = await readConfig(command.text['config'] ?? null);
  const language = command.text['lang'] ?? config.language ?? DEFAULTS.language;
  if (language !== 'auto' && !TAG.test(language))
    throw new UsageError(`--lang takes auto or a language tag, not '${language}'`);
  const world = await loadWorld(terminal.builtin, [...(config.data ?? []), ...command.data]);
  return {
    world,
    locale: oneOf(command, 'locale', LOCALES, config.locale ?? 'en'),
    names: namesOf(world.reference),
    options: {
      ...DEFAULTS,
      language,
      writtenOn: dateFlag(command, 'written-on'),
      knownAt: dateFlag(command, 'as-of') ?? config.asOf ?? terminal.today,
      severities: config.rules ?? {},
      ignore: config.ignore ?? [],
      proseKeys: config.proseKeys ?? DEFAULTS.proseKeys,
    },
  };
}
