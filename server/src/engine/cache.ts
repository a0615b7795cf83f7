import type { Context } from './claim/claim.ts';
import type { World } from './draft.ts';
import { type BlockClaim, blockClaims, placed, type ReadBlock } from './finding/blockClaims.ts';
import type { Judging } from './finding/judgeBlock.ts';
import type { ReadingMemory } from './finding/reading.ts';
import type { Block } from './prose/block.ts';
import type { Claim } from './report.ts';

/**
 * What the next check of the same draft can reuse: opaque, made by `newCache` and handed in by whoever checks. It
 * follows the draft: what one check did not use is gone after it.
 */
export interface Cache {
  world: World | null;
  /** What the blocks were read under. */
  settings: string;
  memory: ReadingMemory | null;
  blocks: Map<string, Shelf>;
  /** Blocks read and blocks taken from the cache by the last check. */
  read: number;
  reused: number;
}

/** One block as it was read, by all that its reading depends on. */
interface Entry {
  readonly block: Block;
  /** The draft's own text, where it is not that of the block. */
  readonly raw: string | null;
  readonly incoming: Context;
  readonly result: ReadBlock | null;
  /** The block's claims where they stood last. */
  placed: { readonly start: number; readonly id: number; readonly claims: readonly Claim[] } | null;
}

export const newCache = (): Cache => ({
  world: null,
  settings: '',
  memory: null,
  blocks: new Map(),
  read: 0,
  reused: 0,
});

/** Blocks of one text, in the order of the draft, and which of them is looked for next. */
interface Shelf {
  readonly entries: Entry[];
  next: number;
}

/** So many of one shelf are looked at. */
const MOST = 12;

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

const sameSpans = (
  a: readonly { start: number; end: number }[],
  b: readonly { start: number; end: number }[],
): boolean =>
  a === b || (a.length === b.length && a.every((span, i) => span.start === b[i]!.start && span.end === b[i]!.end));

const sameTable = (a: Block['table'], b: Block['table']): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.index === b.index &&
    a.row === b.row &&
    a.column === b.column &&
    a.caption === b.caption);

/** The same block, wherever it stands. Its text is the same already. */
const sameBlock = (a: Block, b: Block): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.level === b.level &&
    a.language === b.language &&
    sameTexts(a.headings, b.headings) &&
    sameTable(a.table, b.table) &&
    sameSpans(a.sentences, b.sentences) &&
    sameSpans(a.quoted, b.quoted) &&
    sameSpans(a.frozen, b.frozen) &&
    sameSpans(a.links, b.links) &&
    a.links.every((link, i) => link.url === b.links[i]!.url));

const sameContext = (a: Context, b: Context): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A copy that does not hold on to the draft it was cut from. */
const own = (text: string): string => ` ${text}`.slice(1);

const keyOf = ({ kind, text, table }: Block): string =>
  table ? `${text}\n${kind}\n${table.row}\n${table.column}` : text;

/** Forgets all where it was made with another world. */
export function renew(cache: Cache, world: World): void {
  if (cache.world === world) return;
  cache.world = world;
  cache.memory = null;
  cache.blocks = new Map();
}

/** What of the draft and the options reaches into every block. */
const settingsOf = ({ language, writtenOn, knownAt }: Judging, markable: boolean): string =>
  JSON.stringify([language, writtenOn, knownAt, markable]);

/** Reads the blocks of a draft in turn, each from the cache where nothing it depends on has changed. */
export function readBlocks(
  blocks: readonly Block[],
  text: string,
  judging: Judging,
  markable: boolean,
  start: Context,
  cache: Cache | null,
): { readonly claims: Claim[]; readonly context: Context } {
  const settings = settingsOf(judging, markable);
  if (cache && cache.settings !== settings) cache.blocks = new Map();
  const kept = new Map<string, Shelf>();
  const claims: Claim[] = [];
  let context = start;
  let reused = 0;
  for (const block of blocks) {
    const raw = text.slice(block.start, block.end);
    const plain = raw === block.text;
    const key = cache ? keyOf(block) : '';
    const found = cache ? taken(cache.blocks.get(key), block, plain ? null : raw, context) : undefined;
    const entry: Entry = found ?? {
      block,
      raw: plain ? null : cache ? own(raw) : raw,
      incoming: context,
      result: blockClaims(block, raw, context, judging, markable),
      placed: null,
    };
    if (found) reused++;
    if (cache) keep(kept, key, entry);
    if (!entry.result) continue;
    for (const claim of placedClaims(entry, entry.result.claims, block.start, claims.length)) claims.push(claim);
    context = entry.result.context;
  }
  if (cache) {
    cache.settings = settings;
    cache.blocks = kept;
    cache.reused = reused;
    cache.read = blocks.length - reused;
  }
  return { claims, context };
}

/** The entry of a shelf that was read under the same conditions: one of the next, else of the first. */
function taken(shelf: Shelf | undefined, block: Block, raw: string | null, context: Context): Entry | undefined {
  if (!shelf) return undefined;
  const fits = (one: Entry | undefined): boolean =>
    one !== undefined && one.raw === raw && sameBlock(one.block, block) && sameContext(one.incoming, context);
  const { entries, next } = shelf;
  for (const from of [next, 0])
    for (let at = from; at < entries.length && at < from + MOST; at++)
      if (fits(entries[at])) {
        shelf.next = at + 1;
        return entries[at];
      }
  return undefined;
}

function keep(kept: Map<string, Shelf>, key: string, entry: Entry): void {
  const shelf = kept.get(key);
  if (shelf) shelf.entries.push(entry);
  else kept.set(key, { entries: [entry], next: 0 });
}

function placedClaims(entry: Entry, claims: readonly BlockClaim[], start: number, id: number): readonly Claim[] {
  if (claims.length === 0) return [];
  const last = entry.placed;
  if (last?.start === start && last.id === id) return last.claims;
  const now = claims.map((claim, i) => placed(claim, start, id + i));
  entry.placed = { start, id, claims: now };
  return now;
}
