/** The engine's only door. */
export { type Cache, newCache } from './cache.ts';
export { check } from './check.ts';
export type * from './draft.ts';
export { DEFAULTS } from './draft.ts';
export { explain, type Step } from './explain.ts';
export { footnotesOf, withFootnote, withFootnotes } from './finding/fixCite.ts';
export type * from './language/language.ts';
export { convert } from './reference/convert.ts';
export type * from './reference/model.ts';
export { idOfPublisher } from './reference/publisher.ts';
export { buildReference, type Reference } from './reference/reference.ts';
export { type Answer, type Lookup, lookup } from './reference/search.ts';
export type * from './report.ts';
export { once, withLate } from './text/late.ts';
export { lineStarts, positionAt } from './text/lines.ts';
