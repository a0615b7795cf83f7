import type { Arg, Args } from '../engine/index.ts';
import { digits, writeAmount } from './amount.ts';
import { templates } from './catalog.ts';
import { writeDate } from './date.ts';
import type { Locale } from './locale.ts';
import { type Names, PLAIN_NAMES } from './names.ts';
import { fillFirst } from './template.ts';

/** Longest name and longest text that a sentence repeats, in UTF-16 units. */
const LONGEST_NAME = 120;
const LONGEST_TEXT = 400;

/** One line without control, bidi or invisible characters, cut to a length that fits a sentence. */
export function tame(text: string, longest: number = LONGEST_NAME): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

const VOWEL = /^[aeiouâàéèêëîïôûœ]/i;
const elided = (text: string): string => (VOWEL.test(text) ? `d’${text}` : `de ${text}`);

/** 'du 31 janvier 2025', 'de mars 2025', 'd’août 2025'. */
const ofDate = (text: string): string =>
  /^\d{1,2}(er)? /.test(text) || /^[TS]\d/.test(text) ? `du ${text}` : elided(text);

/** 'au 31 janvier 2025', 'à mars 2025'. */
const toDate = (text: string): string => (/^\d{1,2}(er)? /.test(text) ? `au ${text}` : `à ${text}`);

/** Filters of templates: `{amount|plain}` (no 'about'), `{n|times}`, `{subject|de}`, `{date|du}`, `{date|au}`, `{n|figures}`. */
function filtered(text: string, arg: Arg, filter: string | null, locale: Locale): string | null {
  if (filter === null) return text;
  if (filter === 'plain' || filter === 'plain_de') {
    const plain = arg.kind === 'amount' ? tame(writeAmount({ ...arg.amount, op: 'eq' }, locale)) : text;
    return filter === 'plain' ? plain : elided(plain);
  }
  if (filter === 'de') return elided(text);
  if (filter === 'du') return ofDate(text);
  if (filter === 'au') return toDate(text);
  if (arg.kind !== 'number') return null;
  const n = arg.number;
  if (filter === 'times') {
    const id = n >= 1 ? 'times.larger' : 'times.smaller';
    return n > 0
      ? fillFirst(templates(id, locale), () => digits(Number((n >= 1 ? n : 1 / n).toPrecision(2)), locale))
      : null;
  }
  const one = locale === 'fr' ? Math.abs(n) < 2 : n === 1;
  return fillFirst(templates(`${filter}.${one ? 'one' : 'other'}`, locale), () => text);
}

/** Qualifiers in words; a value that says nothing by itself ('true', a date) with its key. */
export function writeQualifiers(qualifiers: Readonly<Record<string, string>>): string {
  const words = (text: string): string => tame(text.replaceAll('_', ' '));
  const said = Object.entries(qualifiers).map(([key, value]) =>
    value === 'true' ? words(key) : /^[\d-]+$/.test(value) ? `${words(key)} ${words(value)}` : words(value),
  );
  return said.filter(Boolean).join(', ');
}

/** One argument in the reader's words; null where it holds nothing that can be said. */
export function writeArg(arg: Arg, locale: Locale, names: Names = PLAIN_NAMES): string | null {
  switch (arg.kind) {
    case 'amount':
      return tame(writeAmount(arg.amount, locale));
    case 'date':
      return tame(writeDate(arg.date, locale)) || null;
    case 'subject':
      return tame(arg.name) || tame(arg.id) || null;
    case 'metric':
      return tame(names.metric(arg.id, locale)) || null;
    case 'qualifiers':
      return writeQualifiers(arg.qualifiers) || null;
    case 'text':
      return tame(arg.text, LONGEST_TEXT) || null;
    case 'number':
      return Number.isFinite(arg.number) ? digits(arg.number, locale) : null;
    default:
      return null;
  }
}

/** The sentence of a message in the reader's locale; null where no template fits. Never throws. */
export function write(id: string, args: Args, locale: Locale, names: Names = PLAIN_NAMES): string | null {
  return fillFirst(templates(id, locale), (name, filter) => {
    const arg = Object.hasOwn(args, name) ? args[name] : undefined;
    if (!arg) return null;
    const text = writeArg(arg, locale, names);
    return text === null ? null : filtered(text, arg, filter, locale);
  });
}
