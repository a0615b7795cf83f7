import type { Language } from '../language/language.ts';
import type { Block } from '../prose/block.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { readAmount } from './amount.ts';
import { withCents } from './cents.ts';
import { directionOf } from './direction.ts';
import { type Draft, type Hedge, ranged, single } from './draft.ts';
import { readFactor } from './factor.ts';
import { type Header, readHeader } from './header.ts';
import { hedgeAfter, readHedge } from './hedge.ts';
import { linkNeighbours } from './neighbours.ts';
import { priceYearAt } from './priceYear.ts';
import type { Quantity } from './quantity.ts';
import { readRange } from './range.ts';
import { find, type Reader, reader, skipJoin } from './reader.ts';
import { statedRates } from './statedRate.ts';
import { readVague } from './vague.ts';

/** All amounts of a block, in order, never overlapping; spans relative to the block. */
export function readQuantities(
  block: Block,
  language: Language,
  tokens: readonly Token[] = tokenize(block.text),
): Quantity[] {
  const r = reader(block.text, tokens, language);
  const header = block.table ? readHeader(block.table, language) : null;
  const drafts: Draft[] = [];
  let hedge: Hedge = null;
  let hedgeNext = -1;
  let open: 'pair' | 'from' | null = null;
  let openNext = -1;
  for (let at = 0; at < r.tokens.length; ) {
    const token = r.tokens[at]!;
    if (token.kind !== 'digits' && !r.words.starts.has(token.text)) {
      at++;
      continue;
    }
    const opened = find(r, r.words.rangeOpen, at);
    if (opened) [open, openNext] = [opened.value, opened.next];
    const hedged = readHedge(r, at, hedgeNext === at ? hedge : null);
    const near = hedgeNext === at ? hedge : null;
    const draft = !mayBegin(r, token, r.tokens[at + 1])
      ? at
      : readAt(r, at, near, openNext === at ? open : null, header);
    if (typeof draft === 'object') {
      if (!isLot(r, draft)) drafts.push(qualified(r, draft));
      at = draft.next;
    } else if (draft > at) at = draft;
    else if (hedged) {
      [hedge, hedgeNext] = [hedged.hedge, skipJoin(r, hedged.next)];
      if (openNext === at) openNext = hedgeNext;
      at = hedgeNext;
    } else at = opened ? opened.next : at + 1;
  }
  return linkNeighbours(r, statedRates(r, drafts), header);
}

/** Cheap to ask, and most often no: an article is to have something behind it that an amount goes on with. */
function mayBegin(r: Reader, token: Token, next: Token | undefined): boolean {
  if (token.kind === 'digits') return true;
  if (token.text === '.') return next?.kind === 'digits' && !next.spaced;
  if (!r.words.begins.has(token.text)) return false;
  const behind = r.words.articles.get(token.text);
  return behind === undefined || next?.kind !== 'word' || behind.has(next.text);
}

/** Things that prices and shares are given for so many of. */
const LOTS_OF = new Set(['token', 'query']);

/** 'Price per 1M tokens': what the price is for, no amount of its own. */
function isLot(r: Reader, { quantity, first }: Draft): boolean {
  const { unit, value } = quantity;
  if (!LOTS_OF.has(unit) || value === null || first === 0) return false;
  return find(r, r.words.per, first - 1)?.value === 'any' && isPowerOfTen(value);
}

const isPowerOfTen = (value: number): boolean => value >= 1000 && Number.isInteger(Math.log10(value));

/** What a pack lists under it only looks like a unit. */
const NO_UNIT = 'none';
const POINTING = new Set(['percent', 'percentage_point', 'ratio']);

/** Adds what the words around an amount say of it. */
function qualified(r: Reader, draft: Draft): Draft {
  const { quantity } = draft;
  if (draft.money) {
    const priceYear = priceYearAt(r, draft.next);
    return priceYear === null ? draft : { ...draft, quantity: { ...quantity, priceYear } };
  }
  if (!POINTING.has(quantity.unit) || quantity.direction) return draft;
  const direction = directionOf(r, draft.first, draft.next);
  return direction === null ? draft : { ...draft, quantity: { ...quantity, direction } };
}

/** The amount at a token, or the token to go on from. */
function readAt(
  r: Reader,
  at: number,
  before: Hedge,
  open: 'pair' | 'from' | null,
  header: Header | null,
): Draft | number {
  const vague = readVague(r, at, before) ?? readFactor(r, at, before, before?.op ?? 'eq');
  if (vague) return vague;
  const amount = readAmount(r, at);
  if (!amount) return at;
  if ('skipTo' in amount) return amount.skipTo;
  if (amount.unit === NO_UNIT) return amount.next;
  if (amount.number.kind === 'article' && amount.unit === null) return at;
  const range = readRange(r, amount, open, header);
  if (range) {
    const draft = ranged(r, range, before);
    if (draft) return draft;
  }
  const whole = withCents(r, amount);
  const { hedge, next } = hedgeAfter(r, whole.next, before);
  const { lot, over } = amount.number;
  const loose = over ?? (lot ? 'approx' : 'eq');
  const draft = single(r, whole, hedge, hedge?.op ?? loose);
  if (!draft) return amount.next;
  return { ...draft, next: Math.max(next, draft.next) };
}
