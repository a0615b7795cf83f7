import type { Comparison } from '../evidence/evidence.ts';
import { type PhraseAmount, phrase } from '../quantity/phrase.ts';
import { styleOf } from '../quantity/style.ts';
import { convert } from '../reference/convert.ts';
import type { Edit } from '../report.ts';
import { type Bench, type Proposal, rewrite, textArg } from './fixBench.ts';

/** The amount as the draft would write it, or with some digits more. */
export function written(bench: Bench, amount: PhraseAmount, more = 0): string {
  const style = styleOf(bench.claim.quantity, bench.block.text, bench.language);
  return phrase(amount, { ...style, digits: style.digits + more }, bench.language);
}

function shifted(value: number | null, by: number): number | null {
  if (value === null) return null;
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + by}`);
}

const proposal = (
  kind: Proposal['kind'],
  titleId: string,
  edit: Edit | null,
  text: string | null,
  more: Proposal['args'] = {},
): Proposal[] => (edit ? [{ kind, titleId, args: { ...textArg(text ?? edit.text), ...more }, edits: [edit] }] : []);

/** Another currency sign or word; the number stays. */
export function changeCurrency(bench: Bench): Proposal[] {
  const { claim, verdict } = bench;
  const unit = verdict.suspect?.figure.unit;
  if (!unit || unit === claim.quantity.unit) return [];
  const edit = rewrite(bench, claim.quantity, written(bench, { ...claim.quantity, unit }), 'least');
  return proposal('currency', 'fix.currency', edit, null);
}

/** Another scale word, and the figure's currency where that differs too. */
export function changeScale(bench: Bench): Proposal[] {
  const { claim, verdict } = bench;
  const { suspect, exponent } = verdict;
  if (!suspect || exponent === null) return [];
  const { value, low, high, unit, op } = claim.quantity;
  const amount: PhraseAmount = {
    value: shifted(value, -exponent),
    low: shifted(low, -exponent),
    high: shifted(high, -exponent),
    unit: suspect.converted ? suspect.figure.unit : unit,
    op,
  };
  const text = written(bench, amount);
  const words = rewrite(bench, claim.quantity, text, 'least');
  // where digits change it is told as a whole
  if (words && !DIGIT.test(words.text)) return proposal('scale', 'fix.scale', words, null);
  return proposal('scale', 'fix.scale', rewrite(bench, claim.quantity, text, 'all'), text);
}

const DIGIT = /\d/;
const BITS = 0.125;

/** Another unit under the same digits. */
export function changeUnit(bench: Bench): Proposal[] {
  const { claim, verdict, language, reference } = bench;
  const { quantity } = claim;
  const unit = verdict.suspect?.figure.unit;
  const { unitSpan, form } = quantity;
  if (!unit) return [];
  if (unitSpan && form && reference.units.get(quantity.unit)?.dimension !== 'count') {
    const symbol = swappedSymbol(
      bench.block.text.slice(unitSpan.start, unitSpan.end),
      quantity.unit,
      unit,
      form.factor,
    );
    if (symbol !== null) return proposal('value', 'fix.value', rewrite(bench, unitSpan, symbol, 'all'), null);
  }
  if (unit === quantity.unit || (form && form.unitExponent !== 0)) return [];
  if (!language.quantity.phrasing.units.has(unit)) return [];
  const edit = rewrite(bench, quantity, written(bench, { ...quantity, unit }), 'least');
  return proposal('value', 'fix.value', edit, null);
}

/** 'GWh' for 'GW', 'GB/s' for 'Gb/s': a symbol with its prefix; null where it is a word. */
function swappedSymbol(text: string, from: string, to: string, factor: number): string | null {
  if (from === to) {
    const at = text.indexOf('b');
    return factor === BITS && at >= 0 && at <= 1 ? `${text.slice(0, at)}${to}` : null;
  }
  return text.endsWith(from) && text.length - from.length <= 1 ? text.slice(0, text.length - from.length) + to : null;
}

interface Stated {
  readonly amount: PhraseAmount;
  /** Period of the rate, where a currency was converted. */
  readonly rate: string | null;
}

/** What a figure says, in the claim's unit. */
export function statedBy(one: Comparison, bench: Bench): Stated | null {
  const { figure } = one;
  const { unit } = bench.claim.quantity;
  const counted = !one.converted && figure.unit !== unit && one.point === one.raw;
  let rate: string | null = null;
  const put = (value: number | null): number | null => {
    if (value === null || figure.unit === unit || counted) return value;
    const converted = convert(value, figure.unit, unit, figure.asOf, bench.reference);
    rate = converted?.rate?.period ?? rate;
    return converted?.value ?? null;
  };
  const value = put(figure.value);
  const [low, high] = value === null ? [put(figure.low), put(figure.high)] : [null, null];
  return value === null && low === null && high === null
    ? null
    : { amount: { value, low, high, unit, op: figure.op }, rate };
}

/** The figure’s amount; then, should its digits be taken for another figure’s, with digits more. */
function state(one: Comparison, bench: Bench): Proposal[] {
  const stated = statedBy(one, bench);
  if (!stated) return [];
  const { amount, rate } = stated;
  return [0, 1, 2].flatMap((more) => {
    const text = written(bench, amount, more);
    const edit = rewrite(bench, bench.claim.quantity, text, 'all');
    return rate === null
      ? proposal('value', 'fix.value', edit, text)
      : proposal('convert', 'fix.convert', edit, text, { date: { kind: 'date', date: rate } });
  });
}

/** The suspected figure, converted at the rate of its day. */
export function convertAmount(bench: Bench): Proposal[] {
  const { suspect } = bench.verdict;
  return suspect?.converted ? state(suspect, bench) : [];
}

/** The reference's number in place of the writer's; never in what somebody else said. */
export function stateReference(bench: Bench): Proposal[] {
  const { claim, verdict } = bench;
  if (claim.quoted || claim.attribution) return [];
  const one = verdict.differs.find((other) => other.sameMetric && other.current) ?? verdict.differs[0];
  return one ? state(one, bench) : [];
}
