import { readBlocks } from './cache.ts';
import type { Weighed } from './claim/block.ts';
import type { ClaimDraft, Reading } from './claim/claim.ts';
import { openingOf } from './claim/opening.ts';
import type { Draft, Options, World } from './draft.ts';
import { comparisonsOf } from './evidence/lookup.ts';
import { arithmetic } from './finding/arithmetic.ts';
import { fixesOf } from './finding/fix.ts';
import { isMarkable } from './finding/fixIgnore.ts';
import { blockAt } from './finding/ignored.ts';
import { type JudgedBlock, type Judging, judgeBlock } from './finding/judgeBlock.ts';
import { readDraft } from './finding/reading.ts';
import { ruleFor } from './finding/severity.ts';
import type { Block } from './prose/block.ts';
import type { Reckoned } from './report.ts';
import type { Span } from './text/span.ts';
import { certain } from './verdict/certain.ts';
import type { Court } from './verdict/court.ts';
import { judge } from './verdict/judge.ts';
import type { Verdict } from './verdict/verdict.ts';

export type Landing = 'prose' | 'quantity' | 'mention' | 'claim' | 'evidence' | 'verdict' | 'finding';
export type Fact = string | number | boolean | null | readonly string[];

/** One thing that a landing made of the amount. `what` says which; faces write the words. */
export interface Step {
  readonly landing: Landing;
  readonly what:
    | 'block'
    | 'sentence'
    | 'amount'
    | 'name'
    | 'candidate'
    | 'metric'
    | 'reading'
    | 'stance'
    | 'figure'
    | 'judged'
    | 'verdict'
    | 'reckoned'
    | 'told'
    | 'fix';
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Of candidates, readings and figures so many are told. */
const MOST = 8;
const round = (value: number): number => Math.round(value * 100) / 100;
const cut = (block: Block, span: Span | null): string | null => (span ? block.text.slice(span.start, span.end) : null);

/** HOUSE's table for the amount at an offset: what each landing made of it, in order; empty where none was read. */
export function explain(draft: Draft, options: Options, world: World, offset: number): readonly Step[] {
  const { prose, judging } = readDraft(draft, options, world, null);
  const block = blockAt(prose.blocks, offset) ?? blockAt(prose.blocks, offset - 1);
  if (!block) return [];
  const before = prose.blocks.slice(0, prose.blocks.indexOf(block));
  const { context } = readBlocks(
    before,
    draft.text,
    judging,
    isMarkable(draft, prose),
    openingOf(prose.blocks, world),
    null,
  );
  const weighed: Weighed[] = [];
  const judged = judgeBlock(block, context, judging, (step) => weighed.push(step));
  const at = offset - block.start;
  const index = judged?.said.claims.findIndex(({ quantity }) => quantity.start <= at && at <= quantity.end) ?? -1;
  const claim = judged?.said.claims[index];
  if (!judged || !claim) return [];
  const raw = draft.text.slice(block.start, block.end);
  const given = arithmetic(block, judged, judging)[index] ?? null;
  const final = judged.verdicts[index] ?? null;
  const reckoned = given && (final?.kind ?? SILENT) === SILENT ? given : null;
  const fixes = fixesOf(block, raw, context, judged, judging)[index] ?? [];
  return [
    ...proseSteps(block, claim, judged),
    ...quantitySteps(block, claim),
    ...weighedSteps(
      block,
      weighed.find((step) => step.quantity === claim.quantity),
    ),
    ...claimSteps(claim),
    ...evidenceSteps(claim, judging),
    ...verdictSteps(claim, judged, judging, final),
    ...(reckoned ? reckonedSteps(reckoned) : []),
    ...(reckoned?.aged ? [step('finding', 'told', { rule: AGED })] : findingSteps(final)),
    ...fixes.map(
      (fix): Step =>
        step('finding', 'fix', { kind: fix.kind, safe: fix.safe, text: fix.edits.map((edit) => edit.text) }),
    ),
  ];
}

const SILENT = 'no_reference';
const AGED = 'outdated';

/** What the amounts beside it, or published figures, give where the reference alone is silent. */
function reckonedSteps({ agrees, aged, computed, derivation }: Reckoned): Step[] {
  const verdict = aged ? AGED : agrees ? 'supported' : SILENT;
  return [
    step('verdict', 'reckoned', {
      verdict,
      computed: computed.value,
      from: derivation.map(({ text, value, unit }) => `${text}: ${value} ${unit}`),
    }),
  ];
}

const step = (landing: Landing, what: Step['what'], facts: Step['facts']): Step => ({ landing, what, facts });

function proseSteps(block: Block, claim: ClaimDraft, judged: JudgedBlock): Step[] {
  const { kind, headings, table, start, end } = block;
  const { column = '', row = '', caption = '' } = table ?? {};
  return [
    step('prose', 'block', {
      kind,
      start,
      end,
      language: judged.language.tag,
      headings,
      ...(table ? { column, row, caption } : {}),
    }),
    step('prose', 'sentence', { text: cut(block, claim.sentence), quoted: claim.quoted }),
  ];
}

function quantitySteps(block: Block, { quantity }: ClaimDraft): Step[] {
  const { digits, value, low, high, unit, op, perUnit, step: place, scale, unitSpan, hedge, noun, restates } = quantity;
  return [
    step('quantity', 'amount', {
      start: block.start + quantity.start,
      end: block.start + quantity.end,
      digits,
      ...(scale ? { scale: cut(block, scale), exponent: scale.exponent } : {}),
      ...(unitSpan ? { unitText: cut(block, unitSpan) } : {}),
      ...(noun ? { noun: cut(block, noun) } : {}),
      ...(hedge ? { hedge: cut(block, hedge), strength: hedge.strength } : {}),
      value,
      ...(value === null ? { low, high } : {}),
      unit,
      op,
      step: place,
      ...(perUnit ? { perUnit } : {}),
      ...(restates === null ? {} : { restates }),
    }),
  ];
}

function weighedSteps(block: Block, weighed: Weighed | undefined): Step[] {
  if (!weighed) return [];
  const metrics = [...weighed.metrics].sort((a, b) => b[1] - a[1]);
  return [
    ...weighed.mentions.map((one) =>
      step('mention', 'name', {
        text: cut(block, one),
        start: block.start + one.start,
        subjects: one.subjects,
        ...(one.weak ? { weak: true } : {}),
        ...(one.unknown ? { unknown: true } : {}),
      }),
    ),
    ...weighed.candidates
      .slice(0, MOST)
      .map(({ subject, score, origin }) => step('claim', 'candidate', { subject, score: round(score), origin })),
    ...metrics.slice(0, MOST).map(([metric, score]) => step('claim', 'metric', { metric, score: round(score) })),
  ];
}

function claimSteps(claim: ClaimDraft): Step[] {
  const { polarity, attribution, time, qualifiers, relation } = claim;
  return [
    ...claim.readings
      .slice(0, MOST)
      .map(({ subject, metric, score, origin }) =>
        step('claim', 'reading', { subject, metric, score: round(score), origin }),
      ),
    step('claim', 'stance', {
      polarity,
      ...(attribution ? { by: attribution.by, stance: attribution.stance } : {}),
      ...(time ? { period: time.period } : {}),
      ...(relation ? { relation: relation.kind, to: relation.to } : {}),
      qualifiers: Object.entries(qualifiers).map(([key, value]) => `${key}=${value}`),
    }),
  ];
}

function evidenceSteps(claim: ClaimDraft, { world, knownAt }: Judging): Step[] {
  const reading = claim.readings[0];
  if (!reading) return [];
  return comparisonsOf(claim, reading, world.reference, knownAt)
    .slice(0, MOST)
    .map((one) =>
      step('evidence', 'figure', {
        figure: one.figure.id,
        value: one.figure.value,
        unit: one.figure.unit,
        ...(one.converted ? { converted: one.point } : {}),
        low: one.interval.low,
        high: one.interval.high,
        kin: one.kin,
        metric: one.figure.metric,
        scope: one.scope,
        period: one.period,
        current: one.current,
      }),
    );
}

const judgedFacts = (reading: Reading, verdict: Verdict): Step['facts'] => ({
  subject: reading.subject,
  metric: reading.metric,
  score: round(reading.score),
  verdict: verdict.kind,
  ...(verdict.reason ? { reason: verdict.reason } : {}),
  ...(verdict.suspect ? { suspect: verdict.suspect.figure.id } : {}),
  ...(verdict.exponent === null ? {} : { exponent: verdict.exponent }),
  agrees: verdict.agrees.slice(0, 3).map((one) => one.figure.id),
  differs: verdict.differs.slice(0, 3).map((one) => one.figure.id),
});

/** The verdict under each reading, then the one that counts, and whether a conflict was plain enough to be told. */
function verdictSteps(claim: ClaimDraft, judged: JudgedBlock, judging: Judging, final: Verdict | null): Step[] {
  const { world, knownAt, writtenOn } = judging;
  const court: Court = {
    reference: world.reference,
    knownAt,
    writtenOn,
    named: judged.said.named,
    decimal: judged.language.quantity.decimal,
  };
  const each = claim.readings.slice(0, MOST).map((reading) => {
    const verdict = judge(claim, reading, court);
    const doubtful = verdict.kind === 'conflict' || verdict.kind === 'outdated';
    return step('verdict', 'judged', {
      ...judgedFacts(reading, verdict),
      ...(doubtful ? { certain: certain(verdict, claim.quantity) } : {}),
    });
  });
  return final
    ? [...each, step('verdict', 'verdict', { ...judgedFacts(final.reading, final), also: final.also })]
    : each;
}

function findingSteps(verdict: Verdict | null): Step[] {
  const rule = ruleFor(verdict);
  return rule ? [step('finding', 'told', { rule })] : [];
}
