import { DEFAULTS, type Options, type World } from '../engine/index.ts';
import { isMatched } from '../host/glob.ts';
import type { Choices, Config } from '../load/config.ts';
import { severities } from '../load/rules.ts';
import { LOCALES, type Locale } from '../present/locale.ts';
import { type Names, namesOf } from '../present/names.ts';
import { type Command, dateFlag, oneOf } from './args.ts';
import { configOf, ignoredHere } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { loadWorld } from './world.ts';

/** How drafts are read, and in which words findings are told: the same for every draft of a run. */
export interface Reading {
  readonly world: World;
  readonly locale: Locale;
  readonly names: Names;
  readonly knownAt: string;
  /** The draft's own choices: flags over configuration over defaults. */
  readonly optionsFor: (path: string) => Options;
  /** Drafts of a folder that the configuration leaves out. */
  readonly isExcluded: (path: string) => boolean;
}

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Reads configuration, ignored findings and data. Throws UsageError. */
export async function readingOf(command: Command, terminal: Terminal): Promise<Reading> {
  const flag = command.text['lang'];
  if (flag !== undefined && flag !== 'auto' && !TAG.test(flag))
    throw new UsageError(`--lang takes auto or a language tag, not '${flag}'`);
  const writtenOn = dateFlag(command, 'written-on');
  const asOf = dateFlag(command, 'as-of');
  const config = await configOf(command.text['config'] ?? null);
  const ignored = await ignoredHere();
  const world = await loadWorld(terminal.builtin, [...(config.data ?? []), ...command.data]);
  const knownAt = asOf ?? config.asOf ?? terminal.today;
  return {
    world,
    locale: oneOf(command, 'locale', LOCALES, config.locale ?? 'en'),
    names: namesOf(world.reference),
    knownAt,
    isExcluded: (path) => isMatched(config.exclude ?? [], path),
    optionsFor: (path) => {
      const choices = choicesFor(config, path);
      return {
        ...DEFAULTS,
        language: flag ?? last(choices, 'language') ?? DEFAULTS.language,
        writtenOn,
        knownAt,
        severities: Object.assign({}, ...choices.map((choice) => severities(choice.rules ?? {}))),
        ignore: [...choices.flatMap((choice) => choice.ignore ?? []), ...ignored],
        proseKeys: last(choices, 'proseKeys') ?? DEFAULTS.proseKeys,
      };
    },
  };
}

/** The choices of a configuration file for one draft, the general ones first. */
const choicesFor = (config: Config, path: string): readonly Choices[] => [
  config,
  ...(config.overrides ?? []).filter(({ files }) => isMatched(files, path)),
];

const last = <K extends keyof Choices>(choices: readonly Choices[], key: K): Choices[K] =>
  choices.findLast((choice) => choice[key] !== undefined)?.[key];
