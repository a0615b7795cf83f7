import type { LanguageIndex } from '../mention/lexicon.ts';
import { findPatterns } from '../mention/match.ts';
import type { Item, SubjectMention } from '../mention/mention.ts';
import { strangers } from '../mention/strangers.ts';
import { readSubjects } from '../mention/subjects.ts';
import { readTimes } from '../mention/times.ts';
import type { Block } from '../prose/block.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Reference } from '../reference/reference.ts';
import { contains } from '../text/span.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { type Aside, type AsideKnowledge, nearbyWords, remembered } from './aside.ts';
import type { ClaimDraft, Context } from './claim.ts';
import { contextAfter, spokenOf } from './context.ts';
import { inRow, PERCENT, RELATIVE, withLast } from './goesOn.ts';
import { metricScores } from './metrics.ts';
import { stanceOf } from './modality.ts';
import { qualifiersOf } from './qualifiers.ts';
import { metricIdsOfUnit, PERCENT_CHANGE, readingsOf } from './readings.ts';
import { relationOf } from './relation.ts';
import { itemsOf, type Scene, sceneOf } from './scene.ts';
import { candidatesOf, type SubjectCandidate, type Surroundings } from './subjects.ts';
import { timeOf } from './time.ts';
import { isTokenPrice, tokenPriceUnit, unitOf } from './unit.ts';

export interface Knowledge extends AsideKnowledge {
  /** Told of every amount, on its way: how it was understood. */
  readonly trace?: (step: Weighed) => void;
}

/** What was weighed for one amount before its readings were made. */
export interface Weighed {
  readonly quantity: Quantity;
  /** Names of the amount's sentence. */
  readonly mentions: readonly SubjectMention[];
  readonly candidates: readonly SubjectCandidate[];
  readonly metrics: ReadonlyMap<string, number>;
}

/** What one block says, and what it leaves to the next. */
export interface BlockClaims {
  readonly claims: readonly ClaimDraft[];
  /** Everyone the block and its surroundings name. */
  readonly named: readonly string[];
  readonly context: Context;
  /** Its sentences, as patterns see them. */
  readonly scenes: readonly Scene[];
  readonly mentions: readonly SubjectMention[];
}

const merge = (...maps: readonly ReadonlyMap<string, number>[]): Map<string, number> => {
  const out = new Map<string, number>();
  for (const map of maps) for (const [key, value] of map) out.set(key, Math.max(out.get(key) ?? 0, value));
  return out;
};

/** Reads one block: every amount of it with whose and what it may be. Total and linear in the block. */
export function readBlock(
  block: Block,
  quantities: readonly Quantity[],
  context: Context,
  know: Knowledge,
  tokens: readonly Token[] = tokenize(block.text),
): BlockClaims {
  const { reference, lexicon, language } = know;
  const near = nearbyWords(tokens, block, context, know);
  const nearList = near.size === context.near.length ? context.near : [...near].sort();
  const beside = (text: string): Aside => remembered(text, near, nearList, know);
  const known = readSubjects(
    tokens,
    quantities.map((q) => q.number),
    near,
    lexicon,
    reference,
  );
  const sentences = block.sentences.length > 0 ? block.sentences : [{ start: 0, end: block.text.length }];
  const mentions = [...known, ...strangers(tokens, sentences, known)].sort((a, b) => a.start - b.start);
  const index = lexicon.cues.get(language.tag);
  let spoken: readonly string[] = [];
  let tokenPriced = context.tokenPriced && quantities.length === 0;
  const claims: ClaimDraft[] = [];
  const seen: Scene[] = [];
  const named = new Set([...mentions.flatMap((mention) => mention.subjects), ...context.recent]);
  if (quantities.length > 0 && index) {
    const scenes = sentences.map((span) => sceneOf(tokens, quantities, mentions, span, language, index));
    const times = readTimes(tokens, quantities, language.claim.times, index, know.writtenOn);
    const headings = block.headings.map(beside);
    const row = beside(block.table?.row ?? '');
    const column = beside(block.table?.column ?? '');
    const caption = beside(block.table?.caption ?? '');
    const around: Surroundings = {
      headings: headings.map((heading) => heading.names),
      row: row.names,
      narrowed: row.narrowed,
      column: column.names,
      caption: caption.names,
      context: block.kind === 'item' ? context : { ...context, lead: null },
    };
    for (const names of [...around.headings, around.row, around.column, around.caption])
      for (const id of names) named.add(id);
    const header = merge(row.cues, column.cues);
    const heading = merge(caption.cues, ...headings.map((one) => one.cues));
    const aroundTimes = [...column.times, ...row.times, ...caption.times];
    tokenPriced =
      context.tokenPriced ||
      quantities.some(isTokenPrice) ||
      [header, heading].some((cues) => cues.has(INPUT) || cues.has(OUTPUT));
    spoken = spokenOf(scenes.at(-1), context);
    seen.push(...scenes);
    const unitAt = (q: number): string => quantities[q]?.unit ?? '';
    scenes.forEach((scene, s) => {
      scene.items.forEach((item, at) => {
        if (item.kind !== 'amount') return;
        const quantity = quantities[item.quantity]!;
        const unit = unitOf(quantity, scene.items[at + 1]);
        const found = candidatesOf(scenes, s, at, mentions, around, reference, unitAt);
        const candidates = RELATIVE.has(quantity.unit) ? withLast(found, claims.at(-1), scene, at) : found;
        const scores = metricScores(
          scenes,
          s,
          at,
          header,
          heading,
          context.metrics,
          block.kind === 'item' ? (context.lead?.metrics ?? []) : [],
          metricIdsOfUnit(unit, reference),
          innerCues(tokens, quantity, item.quantity, index),
          unitAt,
        );
        inRow(scores, claims.at(-1), scene, at, claims.at(-1)?.quantity.unit === quantity.unit);
        know.trace?.({
          quantity,
          mentions: mentions.filter((mention) => contains(scene.span, mention)),
          candidates,
          metrics: scores,
        });
        if (quantity.unit === PERCENT && quantity.direction !== null)
          scores.set(PERCENT_CHANGE, Math.max(POINTED, scores.get(PERCENT_CHANGE) ?? 0));
        const amount = quantity.value ?? quantity.low;
        const paired = isTokenPrice(quantity) ? withPair(scores, scene, at) : scores;
        const readings = readingsOf(unit, quantity.perUnit, candidates, paired, reference, amount);
        const price = tokenPriceUnit(quantity, tokenPriced);
        if (price)
          readings.push(...readingsOf(price, null, candidates, withPair(scores, scene, at), reference, amount));
        claims.push({
          quantity,
          sentence: scene.span,
          spoken: scores,
          readings: readings.sort((a, b) => b.score - a.score),
          qualifiers: qualifiersOf(scene, at, quantity, mentions, { ...row.qualifiers, ...column.qualifiers }),
          time: timeOf(block.text, quantity, quantities, times, scene, aroundTimes),
          event: eventBeside(scene, quantity.unit, reference),
          restates: quantity.restates === null ? null : indexOf(claims, quantities[quantity.restates]),
          ...stanceOf(scene, at, mentions, lexicon.publishers),
          quoted: block.quoted.some((span) => contains(span, quantity)),
          relation: relationOf(scene, at, claims, quantities),
        });
      });
    });
  }
  const priced = quantities.length > 0 ? quantities.some(isTokenPrice) : tokenPriced;
  const lastScene = (): Scene | undefined => {
    const span = block.sentences.at(-1);
    return span && index && sceneOf(tokens, quantities, mentions, span, language, index);
  };
  return {
    claims,
    scenes: seen,
    mentions,
    named: [...named],
    context: contextAfter(
      { block, mentions, near: nearList, metrics: spoken, tokenPriced: priced, lastScene },
      context,
    ),
  };
}

/** '+12 %', 'fell 16 %': a share that points is a change. */
const POINTED = 1.2;

const INPUT = 'api_price_input';
const OUTPUT = 'api_price_output';
const PAIR = 1.6;

/** '$5/$15': the first is the price of what goes in, the second of what comes out. */
function withPair(scores: ReadonlyMap<string, number>, scene: Scene, at: number): Map<string, number> {
  const out = new Map(scores);
  const joined = (from: number): boolean => {
    const mark = scene.items[from + 1];
    return (
      scene.items[from]?.kind === 'amount' &&
      mark?.kind === 'word' &&
      mark.text === '/' &&
      scene.items[from + 2]?.kind === 'amount'
    );
  };
  if (joined(at)) out.set(INPUT, Math.max(PAIR, out.get(INPUT) ?? 0));
  if (joined(at - 2)) out.set(OUTPUT, Math.max(PAIR, out.get(OUTPUT) ?? 0));
  return out;
}

const indexOf = (claims: readonly ClaimDraft[], quantity: Quantity | undefined): number | null => {
  const at = claims.findIndex((claim) => claim.quantity === quantity);
  return at < 0 ? null : at;
};

/** True where the sentence tells of an event measured alike ('the round', 'the deal'). */
const eventBeside = (scene: Scene, unit: string, reference: Reference): boolean =>
  scene.cues.some((hit) => {
    const metric = reference.metrics.get(hit.value.metric);
    return (
      metric?.time === 'event' && metric.plural === true && metric.dimension === reference.units.get(unit)?.dimension
    );
  });

/** Cues inside the amount's own words: 'per million output tokens', 'billion active parameters'. */
function innerCues(
  tokens: readonly Token[],
  quantity: Quantity,
  at: number,
  index: LanguageIndex,
): Map<string, number> {
  const found = new Map<string, number>();
  const rest = { start: quantity.number.end, end: quantity.end };
  if (rest.end - rest.start < 3) return found;
  const words = itemsOf(tokens, [], [], rest);
  const amount: Item = { kind: 'amount', quantity: at, start: quantity.start, end: quantity.number.end };
  for (const hit of findPatterns(index.metrics, [amount, ...words])) {
    if (hit.to > 1) found.set(hit.value.metric, Math.max(found.get(hit.value.metric) ?? 0, hit.value.weight));
  }
  return found;
}
