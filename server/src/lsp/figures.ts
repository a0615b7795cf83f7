import type { FigureView } from '../host/messages.ts';
import { CITATION_STYLES, insertion } from '../present/citation.ts';
import { findFigures } from '../present/figures.ts';
import { type Locale, pickLocale } from '../present/locale.ts';
import { namesOf } from '../present/names.ts';
import { write, writeQualifiers } from '../present/write.ts';
import type { World } from './checker.ts';

const MOST = 50;

/** Published figures that some words name, each ready to be put into a draft of a language. */
export function figures(world: World, words: string, language: string, locale: Locale): FigureView[] {
  const { reference } = world;
  const names = namesOf(reference);
  const draft = pickLocale(language);
  return findFigures(reference, words, locale)
    .slice(0, MOST)
    .map((figure) => {
      const source = reference.sources.get(figure.source);
      const subject = reference.subjects.get(figure.subject)?.name ?? figure.subject;
      // The amount itself says 'a year'.
      const { per: _, ...scope } = figure.qualifiers;
      return {
        id: figure.id,
        subject,
        metric: names.metric(figure.metric, locale),
        amount: insertion(figure, undefined, 'none', locale).text,
        source: [source?.publisher, write(`status.${figure.status}`, {}, locale), source?.date]
          .filter(Boolean)
          .join(' · '),
        scope: writeQualifiers(scope),
        insert: Object.fromEntries(CITATION_STYLES.map((style) => [style, insertion(figure, source, style, draft)])),
      };
    });
}
