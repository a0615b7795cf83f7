import messagesEn from '@ballpark/l10n/messages.en.json' with { type: 'json' };
import messagesFr from '@ballpark/l10n/messages.fr.json' with { type: 'json' };
import unitsEn from '@ballpark/l10n/units.en.json' with { type: 'json' };
import unitsFr from '@ballpark/l10n/units.fr.json' with { type: 'json' };
import type { Locale } from './locale.ts';

/** Templates of one message, the richest first; each may be used only when all its arguments are there. */
type Messages = Readonly<Record<string, string | readonly string[]>>;

/** How a locale writes amounts. */
export interface UnitWords {
  readonly currencies: Readonly<
    Record<string, { readonly sign?: string; readonly one?: string; readonly other?: string }>
  >;
  /** [one, other] */
  readonly units: Readonly<Record<string, readonly [string, string]>>;
  readonly symbols: Readonly<Record<string, string>>;
  /** [factor, one, other], largest first. */
  readonly scales: readonly (readonly [number, string, string])[];
  readonly [template: string]: unknown;
}

const MESSAGES: Readonly<Record<Locale, Messages>> = { en: messagesEn as Messages, fr: messagesFr as Messages };
const UNITS: Readonly<Record<Locale, UnitWords>> = { en: unitsEn as UnitWords, fr: unitsFr as UnitWords };

/** Templates of a message id in a locale, English where the locale lacks it; [] where nobody knows it. */
export function templates(id: string, locale: Locale): readonly string[] {
  for (const messages of [MESSAGES[locale], MESSAGES.en]) {
    const found = Object.hasOwn(messages, id) ? messages[id] : undefined;
    if (found !== undefined) return typeof found === 'string' ? [found] : found;
  }
  return [];
}

export const unitWords = (locale: Locale): UnitWords => UNITS[locale];

/** A template of the units' file; '' where it is missing. */
export function unitTemplate(id: string, locale: Locale): string {
  const found = Object.hasOwn(UNITS[locale], id) ? UNITS[locale][id] : undefined;
  return typeof found === 'string' ? found : '';
}
