import type { Context } from '../claim/claim.ts';
import type { Block } from '../prose/block.ts';
import type { FigureStatus } from '../reference/model.ts';
import type { Edit, Fix, Reason } from '../report.ts';
import { changeCurrency, changeScale, changeUnit, convertAmount, stateReference } from './fixAmount.ts';
import type { Bench, Proposal } from './fixBench.ts';
import { hedge } from './fixHedge.ts';
import { nameOther } from './fixName.ts';
import { nameDate, nameSource, stateBoth } from './fixQualify.ts';
import { nameMetric, namePeriod, nameRelation, nameScope } from './fixScope.ts';
import { tryEdits } from './fixTrial.ts';
import type { JudgedBlock, Judging } from './judgeBlock.ts';
import { ruleFor } from './severity.ts';

type Propose = (bench: Bench) => Proposal[];

/** What mends each cause. */
const MENDS: Readonly<Record<Reason, Propose>> = {
  wrong_subject: nameOther,
  wrong_metric: nameMetric,
  wrong_scope: nameScope,
  wrong_relation: nameRelation,
  wrong_period: namePeriod,
  wrong_magnitude: changeScale,
  wrong_currency: (bench) => [...changeCurrency(bench), ...convertAmount(bench)],
  wrong_unit: changeUnit,
  wrong_value: stateReference,
};

const FIRM: ReadonlySet<FigureStatus> = new Set(['filing', 'paper', 'datasheet', 'official']);
/** Kinds whose result the reference alone decides. */
const DECIDED: ReadonlySet<Fix['kind']> = new Set(['currency', 'scale', 'value']);

const apart = (a: readonly Edit[], b: readonly Edit[]): boolean =>
  a.every((one) => b.every((other) => one.end < other.start || other.end < one.start));

/** The proposals with one more: to mend a further cause of the same claim. */
const joined = (list: readonly Proposal[], more: Proposal | undefined): Proposal[] =>
  more
    ? list.flatMap((one) => (apart(one.edits, more.edits) ? [{ ...one, edits: [...one.edits, ...more.edits] }] : []))
    : [];

function proposals(bench: Bench): Proposal[] {
  const { verdict } = bench;
  if (verdict.kind === 'outdated') return [...stateReference(bench), ...nameDate(bench)];
  if (verdict.kind === 'disputed') return [...stateBoth(bench), ...nameSource(bench), ...hedge(bench)];
  if (verdict.kind === 'supported') return besides(bench);
  if (verdict.kind !== 'conflict' || !verdict.reason) return [];
  const first = MENDS[verdict.reason](bench);
  let all = first;
  for (const reason of verdict.also) all = joined(all, MENDS[reason](bench)[0]);
  // the other subject's figure may stand in another currency
  const currency = verdict.reason === 'wrong_currency' ? undefined : changeCurrency(bench)[0];
  return [...(verdict.also.length > 0 ? all : []), ...first, ...joined(first, currency)];
}

/** What a figure that agrees may still lack: its date where it ages, its source where it is one party's word. */
function besides(bench: Bench): Proposal[] {
  const { claim, verdict, reference } = bench;
  const figure = verdict.agrees[0]?.figure;
  const metric = figure && reference.metrics.get(figure.metric);
  if (!metric || claim.quoted || claim.polarity !== 'asserted') return [];
  const ages = metric.shelfLife !== null || metric.latest;
  return [...(ages ? nameDate(bench) : []), ...(FIRM.has(figure.status) ? [] : nameSource(bench))];
}

/** A hedge leaves sources to their dispute; every other fix must end its finding. */
const isTried = (proposal: Proposal, { verdict }: Bench): boolean =>
  verdict.kind !== 'disputed' || proposal.titleId !== HEDGE;
const HEDGE = 'fix.hedge';

function isSafe(bench: Bench, proposal: Proposal, outcome: string | null): boolean {
  const { claim, verdict } = bench;
  if (claim.quoted || claim.attribution || claim.polarity !== 'asserted' || outcome !== 'supported') return false;
  if (!DECIDED.has(proposal.kind) || verdict.kind !== 'conflict') return false;
  return proposal.titleId !== 'fix.value' || verdict.reason !== 'wrong_value' || isFirm(verdict.differs);
}

const isFirm = (differs: Bench['verdict']['differs']): boolean =>
  differs.length > 0 && differs.every((one) => FIRM.has(one.figure.status) && one.raw === differs[0]!.raw);

/** The same fix by the same cause, in another wording, is offered once. */
const cause = (proposal: Proposal): string => `${proposal.kind} ${proposal.titleId}`;

/** The fixes of one claim, each tried on its block; edits are relative to the block. */
function fixesOfClaim(bench: Bench, context: Context, judged: JudgedBlock, judging: Judging): Fix[] {
  const kept: { proposal: Proposal; outcome: string | null }[] = [];
  const seen = new Set<string>();
  for (const proposal of proposals(bench)) {
    if (seen.has(cause(proposal))) continue;
    const tried = isTried(proposal, bench);
    const outcome = tried ? tryEdits(bench.block, context, judged, bench.index, proposal.edits, judging) : null;
    if (tried && outcome === null) continue;
    seen.add(cause(proposal));
    kept.push({ proposal, outcome });
  }
  return kept.map(({ proposal, outcome }) => ({
    ...proposal,
    safe: kept.length === 1 && isSafe(bench, proposal, outcome),
  }));
}

const NONE: readonly Fix[] = [];

/** Fixes by cause for one claim of a block, edits relative to the block. `raw`: the draft's own text of it. */
export function fixesAt(
  index: number,
  block: Block,
  raw: string,
  context: Context,
  judged: JudgedBlock,
  judging: Judging,
): readonly Fix[] {
  const { reference, lexicon } = judging.world;
  const { language, said } = judged;
  const claim = said.claims[index];
  const verdict = judged.verdicts[index] ?? null;
  if (!claim || !verdict || (ruleFor(verdict) === null && verdict.kind !== 'supported')) return NONE;
  const bench: Bench = { block, raw, claims: said.claims, index, claim, verdict, language, reference, lexicon };
  return fixesOfClaim(bench, context, judged, judging);
}

/** Fixes by cause for every claim of a block. */
export const fixesOf = (
  block: Block,
  raw: string,
  context: Context,
  judged: JudgedBlock,
  judging: Judging,
): readonly (readonly Fix[])[] =>
  judged.said.claims.map((_, index) => fixesAt(index, block, raw, context, judged, judging));
