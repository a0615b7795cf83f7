import type { DocumentLink } from 'vscode-languageserver';
import { safeUrl } from '../present/escape.ts';
import type { Checked } from './checker.ts';
import { toRange } from './toProtocol.ts';

/** '[@key]' or 'ballpark-source: key': places where a draft names a source by its id. */
const KEY = /(?:(?<=[[\s;,-])@|ballpark-source:[ \t]*)([a-z0-9][a-z0-9-]{1,150})/g;
const MOST = 1000;

/** Links from the keys of sources to their pages. */
export function links({ document, world }: Checked): DocumentLink[] {
  const out: DocumentLink[] = [];
  for (const match of document.getText().matchAll(KEY)) {
    const key = match[1]!.replace(/-+$/, '');
    const source = world.reference.sources.get(key);
    const url = safeUrl(source?.url ?? null);
    if (!source || !url) continue;
    const start = match.index + match[0].length - match[1]!.length;
    const range = toRange(document, { start, end: start + key.length });
    out.push({ range, target: url, tooltip: `${source.publisher}: ${source.title}` });
    if (out.length === MOST) break;
  }
  return out;
}
