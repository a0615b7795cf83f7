import type { FigureRef, Source } from '../engine/index.ts';
import { safeUrl } from './escape.ts';

/** Kinds of source, as the Citation Style Language calls them. */
const TYPES: Readonly<Record<Source['kind'], string>> = {
  filing: 'report',
  paper: 'article',
  datasheet: 'report',
  official: 'webpage',
  estimate: 'report',
  press: 'article-newspaper',
  list_price: 'webpage',
  dataset: 'dataset',
};

interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
}

function item({ id, publisher, title, url, date }: FigureRef['source'], kind: Source['kind'] | undefined): CslItem {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/
    .exec(date)
    ?.slice(1)
    .flatMap((part) => (part ? Number(part) : []));
  const safe = safeUrl(url);
  return {
    id,
    type: TYPES[kind ?? 'official'],
    title,
    author: [{ literal: publisher }],
    ...(parts ? { issued: { 'date-parts': [parts] } } : {}),
    ...(safe ? { URL: safe } : {}),
  };
}

/** CSL-JSON for sources, each once, by their keys: what `[@key]` refers to in pandoc and Zotero. */
export function toCsl(
  sources: readonly FigureRef['source'][],
  known: ReadonlyMap<string, Pick<Source, 'kind'>>,
): string {
  const byId = new Map(sources.map((source) => [source.id, item(source, known.get(source.id)?.kind)]));
  const items = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${JSON.stringify(items, null, 2)}\n`;
}
