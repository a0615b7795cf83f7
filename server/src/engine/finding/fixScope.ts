import { itemsOf } from '../claim/scene.ts';
import { findPatterns } from '../mention/match.ts';
import type { Item } from '../mention/mention.ts';
import { readSubjects } from '../mention/subjects.ts';
import type { Edit } from '../report.ts';
import { fold } from '../text/fold.ts';
import { contains, gap, type Span } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';
import { type Bench, inManner, insert, type Proposal, rewrite, textArg } from './fixBench.ts';
import { namesLike } from './fixName.ts';

const scope = (edit: Edit | null, text: string): Proposal[] =>
  edit ? [{ kind: 'scope', titleId: 'fix.scope', args: textArg(text), edits: [edit] }] : [];

const inBrackets = (bench: Bench, text: string): Proposal[] =>
  scope(insert(bench, bench.claim.quantity.end, ` (${text})`), text);

/** The other metric's name in brackets after its amount. */
export function nameMetric(bench: Bench): Proposal[] {
  const { verdict, reference, language } = bench;
  const metric = verdict.suspectMetric === null ? undefined : reference.metrics.get(verdict.suspectMetric);
  const name = metric?.name[language.tag];
  const { start, end } = bench.claim.quantity;
  // an amount of parameters is not told apart by being called parameters
  if (!name || fold(bench.block.text.slice(start, end)).includes(fold(name))) return [];
  return inBrackets(bench, inManner(bench, name));
}

/** Words and amounts of the claim's sentence, as patterns see them. */
function sentenceItems(bench: Bench): Item[] {
  const { block, claim, claims } = bench;
  const tokens = tokenize(block.text, claim.sentence.start, claim.sentence.end);
  return itemsOf(
    tokens,
    claims.map((one) => one.quantity),
    [],
    claim.sentence,
  );
}

/** Where the words of a qualifier stand that contradicts the figure's: the nearest to the amount. */
function qualifierSpan(bench: Bench, key: string, value: string): Span | null {
  const { claim, lexicon, language, reference, block } = bench;
  const index = lexicon.cues.get(language.tag);
  if (!index) return null;
  const items = sentenceItems(bench);
  const cues = findPatterns(index.qualifiers, items)
    .filter((hit) => hit.value.key === key && hit.value.value === value)
    .map((hit) => ({ start: items[hit.from]!.start, end: items[hit.to - 1]!.end }));
  const near = new Set(lexicon.nearWords);
  const tokens = tokenize(block.text, claim.sentence.start, claim.sentence.end);
  const names = readSubjects(tokens, [], near, lexicon, reference).filter((name) => name.subjects[0] === value);
  const found = [...cues, ...names].sort((a, b) => gap(a, claim.quantity) - gap(b, claim.quantity))[0];
  return found ? { start: found.start, end: found.end } : null;
}

/** The scope of the figure in place of the one written, or after the amount where none is written. */
export function nameScope(bench: Bench): Proposal[] {
  const { claim, verdict, language, reference, block } = bench;
  const figure = verdict.suspect?.figure;
  if (!figure) return [];
  const out: Proposal[] = [];
  for (const [key, value] of Object.entries(figure.qualifiers)) {
    const said = claim.qualifiers[key];
    if (said === undefined || said === value) continue;
    const at = qualifierSpan(bench, key, said);
    const like = at ? block.text.slice(at.start, at.end) : '';
    const subject = reference.dataset.subjects.find((one) => one.id === value || one.name === value);
    const words = subject ? namesLike(subject.id, like, bench)[0] : language.claim.spoken.get(`${key}:${value}`);
    if (!words) continue;
    const text = inManner(bench, words);
    out.push(...(at ? scope(rewrite(bench, at, text, 'all'), text) : inBrackets(bench, text)));
  }
  return out;
}

/** The year of the figure in place of the one written. */
export function namePeriod(bench: Bench): Proposal[] {
  const { claim, verdict, block } = bench;
  const year = verdict.suspect?.figure.period ?? verdict.suspect?.figure.asOf ?? '';
  const { time } = claim;
  if (!time || !/^\d{4}$/.test(year) || !contains(claim.sentence, time)) return [];
  return /^\d{4}$/.test(block.text.slice(time.start, time.end)) ? scope(rewrite(bench, time, year, 'all'), year) : [];
}

/** 'plus' in place of 'of which' between two amounts of which the source says that one is not in the other. */
export function nameRelation(bench: Bench): Proposal[] {
  const { language, lexicon, index } = bench;
  const word = language.claim.spoken.get('relation:added');
  const patterns = lexicon.cues.get(language.tag)?.relations;
  if (!word || !patterns) return [];
  const items = sentenceItems(bench);
  const amount = items.findIndex((item) => item.kind === 'amount' && item.quantity === index);
  const hit = findPatterns(patterns, items).find((one) => one.value.kind === 'part' && one.to === amount);
  const before = hit ? items[hit.from - 1] : undefined;
  if (!hit || before?.kind !== 'word' || !(before.text === ',' || before.text === '(')) return [];
  const span = { start: items[hit.from]!.start, end: items[hit.to - 1]!.end };
  return scope(rewrite(bench, span, inManner(bench, word), 'all'), word);
}
