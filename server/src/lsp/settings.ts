import { DEFAULTS, type Options } from '../engine/index.ts';
import { compileGlob, matchGlob } from '../host/glob.ts';
import type { Choices, Config } from '../load/config.ts';
import { isLevel, type Level, severities } from '../load/rules.ts';
import { CITATION_STYLES, type CitationStyle } from '../present/citation.ts';
import type { Folder } from './folder.ts';

/** Settings of one resource, made safe: any JSON in, sound values out. */
export interface Settings {
  readonly enable: boolean;
  readonly language: string;
  readonly locale: string;
  readonly asOf: string;
  readonly rules: Readonly<Record<string, Level>>;
  readonly ignore: readonly string[];
  readonly exclude: readonly string[];
  readonly proseKeys: readonly string[];
  readonly maxFindings: number;
  readonly hover: boolean;
  readonly numberLine: boolean;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly citation: CitationStyle;
}

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
    rules: Object.fromEntries(Object.entries(rules).filter((pair): pair is [string, Level] => isLevel(pair[1]))),
    ignore: texts(json['ignore'], []),
    exclude: texts(json['exclude'], []),
    proseKeys: texts(json['proseKeys'], DEFAULTS.proseKeys),
    maxFindings: typeof most === 'number' && most >= 0 && most <= 1000 ? Math.floor(most) : DEFAULTS.maxFindings,
    hover: flag(hover['enable'], true),
    numberLine: flag(hover['numberLine'], true),
    inlayHints: flag(json['inlayHints'], false),
    codeLens: flag(json['codeLens'], false),
    citation: CITATION_STYLES.find((style) => style === json['citation']) ?? 'link',
  };
}

/** True where one of the globs fits the path, `/` between segments; a pattern without `/` fits any file name. */
export function isMatched(globs: readonly string[], path: string): boolean {
  const segments = path.split('/').filter(Boolean);
  const whole = (glob: string): string => (glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`);
  return globs.some((glob) => matchGlob(compileGlob(whole(glob)), segments));
}

/** The choices of a configuration file for one draft, the general ones first. */
function choicesFor(config: Config, path: string): readonly Choices[] {
  return [config, ...(config.overrides ?? []).filter(({ files }) => isMatched(files, path))];
}

/** The engine's options of one draft: configuration file, then the editor's settings over it. */
export function toOptions(
  settings: Settings,
  folder: Folder,
  path: string,
  writtenOn: string | null,
  today: string,
): Options {
  const { config, ignored } = folder;
  const choices = choicesFor(config, path);
  const last = <K extends keyof Choices>(key: K): Choices[K] =>
    choices.findLast((choice) => choice[key] !== undefined)?.[key];
  const isDefault = String(settings.proseKeys) === String(DEFAULTS.proseKeys);
  return {
    ...DEFAULTS,
    language: settings.language === 'auto' ? (last('language') ?? 'auto') : settings.language,
    writtenOn,
    knownAt: settings.asOf || config.asOf || today,
    severities: Object.assign(
      {},
      ...choices.map((choice) => severities(choice.rules ?? {})),
      severities(settings.rules),
    ),
    ignore: [
      ...choices.flatMap((choice) => choice.ignore ?? []),
      ...settings.ignore,
      ...ignored.map((entry) => entry.fingerprint),
    ],
    proseKeys: isDefault ? (last('proseKeys') ?? settings.proseKeys) : settings.proseKeys,
    maxFindings: settings.maxFindings,
  };
}
