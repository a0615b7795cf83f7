import { idOfPublisher, type Reference } from '../engine/index.ts';
import type { Locale } from './locale.ts';

/** What a sentence may need to know of the data: how metrics and sources are called. */
export interface Names {
  metric(id: string, locale: Locale): string;
  subject(id: string): string;
}

const readable = (id: string): string => id.replaceAll('_', ' ');

/** Without data: the id in words. */
export const PLAIN_NAMES: Names = { metric: readable, subject: (id) => id };

/** Names as the data gives them, English where the locale has none. */
export function namesOf(reference: Reference): Names {
  let publishers: ReadonlyMap<string, string> | null = null;
  const publisher = (id: string): string | undefined => {
    publishers ??= new Map(
      reference.dataset.sources.map((source) => [idOfPublisher(source.publisher), source.publisher]),
    );
    return publishers.get(id);
  };
  return {
    subject: (id) => reference.subjects.get(id)?.name ?? publisher(id) ?? id,
    metric: (id, locale) => {
      const name = reference.metrics.get(id)?.name;
      return name?.[locale] ?? name?.['en'] ?? readable(id);
    },
  };
}
