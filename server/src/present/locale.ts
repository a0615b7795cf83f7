/** Languages of messages; a draft's own language is another matter. */
export type Locale = 'en' | 'fr';
export const LOCALES: readonly Locale[] = ['en', 'fr'];

/** The nearest locale we speak to a BCP 47 tag: 'fr-CA' gives 'fr', anything unknown 'en'. */
export function pickLocale(tag: string | null | undefined): Locale {
  const base = (tag ?? '').toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === base) ?? 'en';
}

/** The region whose habits of digits and dates we follow. */
export const DIGITS: Readonly<Record<Locale, string>> = { en: 'en-US', fr: 'fr-FR' };
export const DATES: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };
