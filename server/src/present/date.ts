import { unitTemplate } from './catalog.ts';
import { DATES, LOCALES, type Locale } from './locale.ts';
import { fill } from './template.ts';

const FORMATS = Object.fromEntries(
  LOCALES.map((locale) => {
    const month = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;
    const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(DATES[locale], options);
    return [locale, { month: format(month), day: format({ ...month, day: 'numeric' }) }];
  }),
) as Readonly<Record<Locale, { readonly month: Intl.DateTimeFormat; readonly day: Intl.DateTimeFormat }>>;

const PARTS = /^(FY)?(\d{4})(?:-(\d{2})(?:-(\d{2}))?|[- ]?Q([1-4])|[- ]?H([12]))?$/;

function calendar(year: string, month: string, day: string | undefined, locale: Locale): string | null {
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return null;
  const text = FORMATS[locale][day ? 'day' : 'month'].format(date);
  return locale === 'fr' && day === '01' ? text.replace(/^1 /, '1er ') : text;
}

/** '2025-01-31' as '31 January 2025', '2025-Q1' as 'Q1 2025', 'FY2026 Q3' likewise; anything else as it is. */
export function writeDate(date: string, locale: Locale): string {
  const parts = PARTS.exec(date);
  if (!parts) return date;
  const [, fiscal, year = '', month, day, q, h] = parts;
  if (month) return calendar(year, month, day, locale) ?? date;
  const key = q ? 'quarter' : h ? 'half' : '';
  if (!fiscal && !key) return year;
  const id = fiscal ? (key ? `fiscal.${key}` : 'fiscal') : key;
  return fill(unitTemplate(id, locale), (name) => ({ q, h, year })[name] ?? null) ?? date;
}
