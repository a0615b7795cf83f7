import type { Context } from './claim/claim.ts';
import type { World } from './draft.ts';
import { type BlockClaim, blockClaims, placed, type ReadBlock } from './finding/blockClaims.ts';
import type { Judging } from './finding/judgeBlock.ts';
import type { ReadingMemory } from './finding/reading.ts';
import type { Block } from './prose/block.ts';
import type { Claim } from './report.ts';
import { own } from './text/own.ts';

/**
 * What the next check of the same draft can reuse: opaque, made by `newCache` and handed in by whoever checks. It
 * follows the draft: what one check did not use is gone after it.
 */
export interface Cache {
  world: World | null;
  /** What the blocks were read under. */
  settings: string;
  memory: ReadingMemory | null;
  /** One a block, in the order of the draft. */
  entries: readonly Entry[];
  /** Blocks that the last check had to read. */
  read: number;
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

export const newCache = (): Cache => ({ world: null, settings: '', memory: null, entries: [], read: 0 });

/** Forgets all where it was made with another world. */
export function renew(cache: Cache, world: World): void {
  if (cache.world === world) return;
  cache.world = world;
  cache.memory = null;
  cache.entries = [];
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
): { readonly claims: readonly Claim[]; readonly context: Context } {
  const settings = settingsOf(judging, markable);
  const known = cache && cache.settings === settings ? aligned(cache.entries, blocks, text) : () => [];
  const entries: Entry[] = [];
  const claims: Claim[] = [];
  let context = start;
  let read = 0;
  blocks.forEach((block, i) => {
    let entry = known(i).find((one) => sameContext(one.incoming, context));
    if (!entry) {
      read++;
      entry = freshEntry(block, text, context, judging, markable);
    } else if (entry.block !== block) entry = { ...entry, block };
    entries.push(entry);
    if (!entry.result) return;
    for (const claim of placedClaims(entry, entry.result.claims, block.start, claims.length)) claims.push(claim);
    context = entry.result.context;
  });
  if (cache) Object.assign(cache, { settings, entries, read });
  return { claims, context };
}

function freshEntry(block: Block, text: string, context: Context, judging: Judging, markable: boolean): Entry {
  const there = text.slice(block.start, block.end);
  const raw = there === block.text ? null : own(there);
  return {
    block,
    raw,
    incoming: context,
    result: blockClaims(block, raw ?? block.text, context, judging, markable),
    placed: null,
  };
}

const sameContext = (a: Context, b: Context): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether a block is read as the entry was, wherever it stands, but for what comes in from above. */
function fits({ block: old, raw }: Entry, block: Block, text: string): boolean {
  if (old === block) return true;
  if (old.text !== block.text || old.kind !== block.kind || old.level !== block.level) return false;
  if (old.language !== block.language || !sameTexts(old.headings, block.headings)) return false;
  if (!same(old.table, block.table)) return false;
  // made of the same piece of prose: its own text is the same too
  if (old.sentences === block.sentences && old.frozen === block.frozen) return true;
  if (text.slice(block.start, block.end) !== (raw ?? old.text)) return false;
  return (
    same(old.sentences, block.sentences) &&
    same(old.quoted, block.quoted) &&
    same(old.frozen, block.frozen) &&
    same(old.links, block.links)
  );
}

const NONE: readonly Entry[] = [];
/** Of many blocks of one text so many are looked at. */
const MOST = 12;

/**
 * Finds, for each block by its index, entries that may do: blocks before and behind an edit stand in the same order as
 * before; those between are looked for by their text.
 */
function aligned(old: readonly Entry[], blocks: readonly Block[], text: string): (index: number) => readonly Entry[] {
  const most = Math.min(old.length, blocks.length);
  let head = 0;
  while (head < most && fits(old[head]!, blocks[head]!, text)) head++;
  let tail = 0;
  while (tail < most - head && fits(old[old.length - tail - 1]!, blocks[blocks.length - tail - 1]!, text)) tail++;
  const byText = new Map<string, Entry[]>();
  for (const entry of old.slice(head, old.length - tail)) {
    const list = byText.get(entry.block.text);
    if (!list) byText.set(entry.block.text, [entry]);
    else if (list.length < MOST) list.push(entry);
  }
  const from = blocks.length - tail;
  return (index) => {
    if (index < head) return [old[index]!];
    if (index >= from) return [old[index - blocks.length + old.length]!];
    return byText.get(blocks[index]!.text)?.filter((entry) => fits(entry, blocks[index]!, text)) ?? NONE;
  };
}

function placedClaims(entry: Entry, claims: readonly BlockClaim[], start: number, id: number): readonly Claim[] {
  if (claims.length === 0) return [];
  const last = entry.placed;
  if (last?.start === start && last.id === id) return last.claims;
  const now = claims.map((claim, i) => placed(claim, start, id + i));
  entry.placed = { start, id, claims: now };
  return now;
}
