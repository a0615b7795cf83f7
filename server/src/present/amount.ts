import type { Amount } from '../engine/index.ts';
import { unitTemplate, unitWords } from './catalog.ts';
import { DIGITS, LOCALES, type Locale } from './locale.ts';
import { fill } from './template.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const PREFIXES: readonly (readonly [number, string])[] = [
  [1e18, 'E'],
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
  [1, ''],
  [1e-3, 'm'],
];
const PREFIXED: ReadonlySet<string> = new Set(['B', 'B/s', 'W', 'Wh', 'FLOP/s']);
const SCIENTIFIC_FROM = 1e15;
const TIMES: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

const template = (id: string, locale: Locale, args: Readonly<Record<string, string | null>>): string =>
  fill(unitTemplate(id, locale), (name) => args[name] ?? null) ?? '';

/** Making a formatter costs more than a hundred uses of it. */
const FORMATS = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    {
      whole: new Intl.NumberFormat(DIGITS[locale], { maximumFractionDigits: 0 }),
      six: new Intl.NumberFormat(DIGITS[locale], { maximumSignificantDigits: 6 }),
    },
  ]),
) as Readonly<Record<Locale, { readonly whole: Intl.NumberFormat; readonly six: Intl.NumberFormat }>>;

/** Digits in the reader's habit, at most six significant: '5.576', '2 048'. */
export function digits(value: number, locale: Locale): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= SCIENTIFIC_FROM || (size > 0 && size < 1e-6)) return scientific(value, locale);
  return FORMATS[locale][size >= 1e5 ? 'whole' : 'six'].format(value);
}

function scientific(value: number, locale: Locale): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(3).split('e');
  const raised = [...String(Number(exponent))].map((c) => (c === '-' ? '⁻' : SUPERSCRIPTS.charAt(Number(c)))).join('');
  return `${digits(Number(mantissa), locale)} × 10${raised}`;
}

interface Scaled {
  readonly n: string;
  readonly scale: string | null;
}

function scaled(value: number, locale: Locale): Scaled {
  const size = Math.abs(value);
  for (const [factor, one, other] of size < SCIENTIFIC_FROM ? unitWords(locale).scales : []) {
    if (size < factor) continue;
    return { n: digits(value / factor, locale), scale: Math.abs(value / factor) < 2 ? one : other };
  }
  return { n: digits(value, locale), scale: null };
}

/** 'de ' or 'd’' between a scale word and a noun, in languages that want it. */
function linked(noun: string, scale: string | null, locale: Locale): string {
  if (scale === null || noun === '') return noun;
  const vowel = /^[aeiouyhàâéèêëîïôûœ]/i.test(noun) && !/^(yuan|yen|hour)/i.test(noun);
  return unitTemplate(vowel ? 'of.vowel' : 'of', locale) + noun;
}

function prefixed(value: number, unit: string, locale: Locale): string {
  const size = Math.abs(value);
  const [factor, prefix] = PREFIXES.find(([f]) => size >= f) ?? [1, ''];
  return `${digits(value / factor, locale)} ${prefix}${unitWords(locale).symbols[unit] ?? unit}`;
}

function money(value: number, code: string, locale: Locale): string {
  const words = unitWords(locale).currencies[code];
  const { n, scale } = scaled(value, locale);
  if (words?.sign) {
    const minus = value < 0 ? '-' : '';
    return minus + template('money.sign', locale, { sign: words.sign, n: n.replace(/^-/, ''), scale });
  }
  if (!words) return template('money.code', locale, { code, n, scale });
  const name = (Math.abs(value) < 2 && scale === null && locale === 'fr' ? words.one : words.other) ?? code;
  return template('money.name', locale, { n, scale, name: linked(name, scale, locale) });
}

const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit) && unit !== 'GPU' && unit !== 'TPU';

/** A unit's own name in the reader's locale, as after 'per'. */
export function unitName(unit: string, locale: Locale, plural = false): string {
  const words = unitWords(locale);
  const noun = words.units[unit];
  return noun ? noun[plural ? 1 : 0] : (words.symbols[unit] ?? unit.replace(/^other:/, ''));
}

function plain(value: number, unit: string, locale: Locale): string {
  const words = unitWords(locale);
  if (unit === 'percent') return template('percent', locale, { n: digits(value, locale) });
  if (unit === 'ratio') return template('ratio', locale, { n: digits(Number(value.toPrecision(3)), locale) });
  if (PREFIXED.has(unit)) return prefixed(value, unit, locale);
  if (isCurrency(unit)) return money(value, unit, locale);
  const slash = unit.indexOf('/');
  if (slash > 0 && !words.symbols[unit]) {
    const amount = plain(value, unit.slice(0, slash), locale);
    return template('per', locale, { amount, unit: unitName(unit.slice(slash + 1), locale) });
  }
  if (words.symbols[unit]) {
    const { n, scale } = scaled(value, locale);
    return [n, scale, words.symbols[unit]].filter(Boolean).join(' ');
  }
  const { n, scale } = scaled(value, locale);
  const one = locale === 'fr' ? Math.abs(value) < 2 : Math.abs(value) === 1;
  const noun = linked(unitName(unit, locale, !one), scale, locale);
  return template('count', locale, { n, scale, unit: noun }).trim();
}

/** '$60–65 billion' where both ends share a scale, else both in full. */
function range(low: number, high: number, unit: string, locale: Locale): string {
  const from = scaled(low, locale);
  const to = scaled(high, locale);
  const full = plain(high, unit, locale);
  if (!PREFIXED.has(unit) && from.scale === to.scale && full.includes(to.n)) {
    return full.replace(to.n, () => template('range', locale, { low: from.n, high: to.n }));
  }
  return template('range', locale, { low: plain(low, unit, locale), high: full });
}

function bare(amount: Amount, locale: Locale): string {
  if (amount.value !== null) return plain(amount.value, amount.unit, locale);
  const { low, high, unit } = amount;
  if (low !== null && high !== null) return range(low, high, unit, locale);
  const bound = low ?? high;
  return bound === null ? template('op.none', locale, {}) : plain(bound, unit, locale);
}

/** An amount in the reader's locale: '$1.6 billion', 'environ 1,6 milliard de dollars par an'. Never throws. */
export function writeAmount(amount: Amount, locale: Locale): string {
  const hasValue = amount.value !== null || amount.low !== null || amount.high !== null;
  const text = bare(amount, locale);
  const hedged = hasValue ? template(`op.${amount.op}`, locale, { amount: text }) || text : text;
  if (!amount.perUnit) return hedged;
  const key = TIMES.has(amount.perUnit) ? 'per.time' : 'per';
  return template(key, locale, { amount: hedged, unit: unitName(amount.perUnit, locale) });
}
