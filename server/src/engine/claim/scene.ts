import type {
  AttachCue,
  Cue,
  EpithetCue,
  ModalityCue,
  QualifierCue,
  RelationCue,
  RoleCue,
} from '../language/claimWords.ts';
import type { Language } from '../language/language.ts';
import { plain } from '../language/pattern.ts';
import type { LanguageIndex } from '../mention/lexicon.ts';
import { findPatterns, type Hit, type PatternIndex } from '../mention/match.ts';
import type { Item, SubjectMention } from '../mention/mention.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** A sentence as patterns see it, with what was found in it. */
export interface Scene {
  readonly span: Span;
  readonly items: readonly Item[];
  /** Cost of everything before an item: the distance of two items is a difference. */
  readonly cost: readonly number[];
  readonly cues: readonly Hit<Cue>[];
  readonly attach: readonly Hit<AttachCue>[];
  readonly contrast: readonly Hit<unknown>[];
  readonly epithets: readonly Hit<EpithetCue>[];
  readonly roles: readonly Hit<RoleCue>[];
  readonly modality: readonly Hit<ModalityCue>[];
  readonly qualifiers: readonly Hit<QualifierCue>[];
  readonly relations: readonly Hit<RelationCue>[];
  readonly respectively: boolean;
  /** Words that open a clause. */
  readonly openers: ReadonlySet<string>;
  /** What is said of several names is said of every one. */
  readonly each: boolean;
}

const WORD = 0.07;
const COMMA = 0.22;
const BREAK = 0.5;
const OPENER = 0.3;
const AMOUNT = 0.4;

function itemCost(item: Item, openers: ReadonlySet<string>): number {
  if (item.kind === 'amount') return AMOUNT;
  if (item.kind === 'name') return WORD;
  if (item.text === ',') return COMMA;
  if (';:()\u2014\u2013|\u2022'.includes(item.text)) return BREAK;
  return openers.has(item.text) ? OPENER : WORD;
}

/** Index of the first of ordered spans that starts at an offset or behind it. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Indexes of the ordered spans that lie in a stretch. */
function within(spans: readonly Span[], stretch: Span): number[] {
  const out: number[] = [];
  for (let i = firstFrom(spans, stretch.start); i < spans.length && spans[i]!.start < stretch.end; i++)
    if (contains(stretch, spans[i]!)) out.push(i);
  return out;
}

/** Words, amounts and names of a stretch in order; hyphens are left out. */
export function itemsOf(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  mentions: readonly SubjectMention[],
  span: Span,
): Item[] {
  const items: Item[] = [];
  const names = within(mentions, span).map((index) => ({ mention: mentions[index]!, index }));
  const amounts = within(quantities, span).map((index) => ({ quantity: quantities[index]!, index }));
  let n = 0;
  let q = 0;
  let skipTo = span.start;
  for (let t = firstFrom(tokens, span.start); t < tokens.length; t++) {
    const token = tokens[t]!;
    if (token.end > span.end) break;
    while (n < names.length && names[n]!.mention.end <= token.start) n++;
    const name = names[n];
    if (name && overlaps(name.mention, token)) {
      if (!items.some((item) => item.kind === 'name' && item.mention === name.index)) {
        items.push({
          kind: 'name',
          subjectKind: name.mention.kind,
          mention: name.index,
          text: plain(token.text),
          start: name.mention.start,
          end: name.mention.end,
        });
      } else if (!token.capital && token.kind === 'word') {
        items.push({ kind: 'word', text: plain(token.text), capital: false, start: token.start, end: token.end });
      }
      continue;
    }
    while (q < amounts.length && amounts[q]!.quantity.end <= token.start) q++;
    const amount = amounts[q];
    if (amount && overlaps(amount.quantity, token) && token.start >= skipTo) {
      const last = items.at(-1);
      if (!(last?.kind === 'amount' && last.quantity === amount.index)) {
        if (!items.some((item) => item.kind === 'amount' && item.quantity === amount.index)) {
          items.push({
            kind: 'amount',
            quantity: amount.index,
            start: amount.quantity.start,
            end: amount.quantity.end,
          });
        }
      }
      continue;
    }
    if (token.text === '-') continue;
    skipTo = token.start;
    items.push({ kind: 'word', text: plain(token.text), capital: token.capital, start: token.start, end: token.end });
  }
  return items;
}

export function sceneOf(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  mentions: readonly SubjectMention[],
  span: Span,
  language: Language,
  index: LanguageIndex,
): Scene {
  const items = itemsOf(tokens, quantities, mentions, span);
  // a sentence without an amount only hands on its names and metrics
  const weighed = items.some((item) => item.kind === 'amount');
  const find = <T>(patterns: PatternIndex<T>): Hit<T>[] => (weighed ? findPatterns(patterns, items) : []);
  const cost: number[] = [0];
  for (const item of items) cost.push(cost.at(-1)! + itemCost(item, language.claim.clauseOpeners));
  return {
    span,
    items,
    cost,
    cues: outermost(findPatterns(index.metrics, items)),
    attach: find(index.attach),
    contrast: find(index.contrast),
    epithets: find(index.epithets),
    roles: find(index.roles),
    modality: find(index.modality),
    qualifiers: find(index.qualifiers),
    relations: find(index.relations),
    respectively: find(index.respectively).length > 0,
    openers: language.claim.clauseOpeners,
    each: items.some((item) => item.kind === 'word' && language.claim.each.has(item.text)),
  };
}

/** Words inside a longer cue belong to it: 'investment' in 'capital investment' is no cue of its own. */
function outermost(hits: readonly Hit<Cue>[]): Hit<Cue>[] {
  const free = hits.filter((hit) => hit.amount === null);
  return hits.filter(
    (hit) =>
      hit.amount !== null ||
      !free.some((other) => other.from <= hit.from && hit.to <= other.to && other.to - other.from > hit.to - hit.from),
  );
}

/** Cost between two items, either order. */
export const distance = (scene: Scene, a: number, b: number): number =>
  a < b ? scene.cost[b]! - scene.cost[a + 1]! : scene.cost[a]! - scene.cost[b + 1]!;
