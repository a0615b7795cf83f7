import type { Comparison } from '../evidence/evidence.ts';
import type { DatePhrase } from '../language/quantityWords.ts';
import { statedBy, written } from './fixAmount.ts';
import { type Bench, type Proposal, textArg } from './fixBench.ts';
import { beside } from './fixBeside.ts';

/** A name is put into the draft as it is: what Markdown would read as markup, or runs on, stays out. */
const NAME = /^[^\n*_`[\]<>|\\&]{1,60}$/;

const qualify = (bench: Bench, titleId: string, words: string, manner: 'bare' | 'comma' | 'brackets'): Proposal[] => {
  const edit = beside(bench, words, manner);
  return edit ? [{ kind: 'hedge', titleId, args: textArg(words), edits: [edit] }] : [];
};

/** 'according to SemiAnalysis', in the draft's language; null where it lacks the words or the name is unfit. */
function accordingTo(bench: Bench, publisher: string): string | null {
  const { accordingTo: words, publishers } = bench.language.quantity.phrasing;
  const who = publishers.get(publisher) ?? publisher;
  return words && NAME.test(who) ? words.replace('{who}', () => who) : null;
}

/** A figure's amount as it was stated: 'at least', 'about'. */
function hedged(bench: Bench, one: Comparison, text: string): string {
  const { op } = one.figure;
  const word = op === 'eq' || op === 'range' ? undefined : bench.language.claim.spoken.get(`hedge:${op}`);
  return word ? `${word} ${text}` : text;
}

/** The other side of a dispute, with its source, beside the writer's amount. */
export function stateBoth(bench: Bench): Proposal[] {
  const { agrees, differs } = bench.verdict;
  const own = new Set(agrees.map((one) => publisherOf(one, bench)));
  for (const one of differs) {
    const publisher = publisherOf(one, bench);
    const stated = own.has(publisher) ? null : statedBy(one, bench);
    const source = accordingTo(bench, publisher);
    if (stated && source)
      return qualify(bench, 'fix.both', `${hedged(bench, one, written(bench, stated.amount))} ${source}`, 'brackets');
  }
  return [];
}

const publisherOf = ({ figure }: Comparison, { reference }: Bench): string =>
  reference.sources.get(figure.source)?.publisher ?? '';

/** Whose statement the amount is, where the writer names nobody. */
export function nameSource(bench: Bench): Proposal[] {
  const { claim, verdict } = bench;
  const first = verdict.agrees[0];
  const words = first && !claim.attribution ? accordingTo(bench, publisherOf(first, bench)) : null;
  return words ? qualify(bench, 'fix.according', words, 'comma') : [];
}

/** When the amount stood, where the writer says no time: 'as of March 2025'. */
export function nameDate(bench: Bench): Proposal[] {
  const { claim, verdict, language, reference } = bench;
  const { phrasing } = language.quantity;
  const figure = verdict.agrees[0]?.figure;
  if (!figure || (claim.time && !claim.time.relative)) return [];
  const flows = reference.metrics.get(figure.metric)?.time === 'flow';
  const words = dated(
    flows ? (figure.period ?? '') : (figure.period ?? figure.asOf),
    flows ? phrasing.during : phrasing.asOf,
    phrasing.months,
  );
  return words ? qualify(bench, 'fix.asof', words, 'bare') : [];
}

/** A year or a month in words; null for quarters and other stretches. */
function dated(date: string, phrase: DatePhrase | null, months: readonly string[]): string | null {
  const [, year, month] = /^(\d{4})(?:-(\d\d)(?:-\d\d)?)?$/.exec(date) ?? [];
  if (!year || !phrase) return null;
  if (!month) return phrase.year.replace('{year}', year);
  const name = months[Number(month) - 1];
  return name ? phrase.month.replace('{month}', name).replace('{year}', year) : null;
}
