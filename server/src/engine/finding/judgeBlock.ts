import type { Memo } from '../claim/aside.ts';
import { type BlockClaims, readBlock, type Weighed } from '../claim/block.ts';
import type { ClaimDraft, Context } from '../claim/claim.ts';
import { isDenied, mayDeny } from '../claim/negation.ts';
import type { World } from '../draft.ts';
import { chooseBlockLanguage, SAMPLE_LENGTH } from '../language/choose.ts';
import type { Language } from '../language/language.ts';
import type { Block } from '../prose/block.ts';
import { readQuantities } from '../quantity/quantities.ts';
import { tokenize } from '../text/tokens.ts';
import { balance } from '../verdict/balance.ts';
import { certain } from '../verdict/certain.ts';
import type { Court } from '../verdict/court.ts';
import { decide } from '../verdict/decide.ts';
import { relate } from '../verdict/relate.ts';
import { restated } from '../verdict/restate.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { ruleFor } from './severity.ts';

/** What is the same for every block of a draft. */
export interface Judging {
  readonly world: World;
  /** Language of the draft; null: unknown. */
  readonly language: string | null;
  readonly writtenOn: string | null;
  readonly knownAt: string;
  /** Of this reading of the draft alone. */
  readonly memo: Memo;
}

/** A block's claims, each with its verdict (null: nothing was understood). */
export interface JudgedBlock {
  readonly language: Language;
  readonly said: BlockClaims;
  readonly verdicts: readonly (Verdict | null)[];
}

/** A conflict that is not certain enough to be told. Uncertain is silent. */
const withheld = (verdict: Verdict, claim: BlockClaims['claims'][number]): boolean =>
  (verdict.kind === 'conflict' || verdict.kind === 'outdated') && !certain(verdict, claim.quantity);

/** Quantities, claims and verdicts of one block; null where its language is not known. */
export function judgeBlock(
  block: Block,
  context: Context,
  judging: Judging,
  trace?: (step: Weighed) => void,
): JudgedBlock | null {
  const { world, writtenOn, knownAt } = judging;
  const { reference, lexicon } = world;
  const tokens = tokenize(block.text);
  const sample = block.text.length <= SAMPLE_LENGTH ? tokens : block.text;
  const tag = block.language ?? chooseBlockLanguage(sample, world.languages, judging.language);
  const language = tag === null ? undefined : world.languages.get(tag);
  if (!language) return null;
  const know = { reference, lexicon, language, writtenOn, memo: judging.memo, ...(trace ? { trace } : {}) };
  const said = readBlock(block, readQuantities(block, language, tokens), context, know, tokens);
  const court: Court = { reference, knownAt, writtenOn, named: said.named, decimal: language.quantity.decimal };
  const decided: (Verdict | null)[] = [];
  for (const claim of said.claims) {
    const first = claim.restates === null ? undefined : said.claims[claim.restates];
    const time = claim.time?.period ?? writtenOn ?? knownAt;
    decided.push(
      first ? restated(claim, first, decided[claim.restates ?? 0] ?? null, time, reference) : decide(claim, court),
    );
  }
  const verdicts = balance(said.claims, relate(said.claims, decided, reference), reference);
  // grammar is asked last, and only where its answer counts
  const claims = said.claims.map((claim, i) => {
    const verdict = verdicts[i];
    if (!verdict || claim.polarity !== 'asserted' || ruleFor(verdict) === null || withheld(verdict, claim))
      return claim;
    return isCleared(block, claim, language) ? { ...claim, polarity: 'negated' as const } : claim;
  });
  return {
    language,
    said: { ...said, claims },
    verdicts: verdicts.map((verdict, i) => {
      if (!verdict) return null;
      const silent = withheld(verdict, said.claims[i]!) || claims[i] !== said.claims[i];
      return silent ? { ...verdict, kind: 'no_reference' as const, reason: null } : verdict;
    }),
  };
}

/** Whether a sentence denies its amount, as a tagger sees it; while the tagger is awaited, whether it may. */
function isCleared(block: Block, { sentence, quantity }: ClaimDraft, language: Language): boolean {
  if (!language.tagger && !language.awaitsTagger) return false;
  const text = block.text.slice(sentence.start, sentence.end);
  if (!mayDeny(text, language)) return false;
  const amount = { start: quantity.start - sentence.start, end: quantity.end - sentence.start };
  return language.tagger ? isDenied(text, amount, language.tagger) : true;
}
