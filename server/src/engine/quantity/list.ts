import { type Amount, amountValue } from './amount.ts';
import type { Draft } from './draft.ts';
import { looksLikeYear } from './guard.ts';
import { stepOf } from './numeral.ts';
import { find, type Reader } from './reader.ts';

const MOST_NAMES = 2;
const MOST_BACK = 8;
const STOPS = '.!?;:';

/** Bare numbers that stand in a list with an amount take its unit: 'A 180, B 125 and C 105 billion dollars'. */
export function listUnits(r: Reader, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts];
  for (let at = out.length - 2; at >= 0; at--) {
    const [one, next] = [out[at]!, out[at + 1]!];
    if (one.waits && one.amount && next.amount && !next.waits && isList(r, one, next))
      out[at] = like(one, next, at + 1, true);
  }
  for (let at = 1; at < out.length; at++) {
    const [before, one] = [out[at - 1]!, out[at]!];
    if (one.waits && one.amount && before.amount && !before.waits && isContrast(r, before, one))
      out[at] = like(one, before, at - 1, false);
  }
  return out;
}

/** Only list words, with names where the first stands behind one too. */
function isList(r: Reader, one: Draft, next: Draft): boolean {
  if (looksLikeYear(one.amount!.number)) return false;
  let names = 0;
  let listed = false;
  for (let at = one.next; at < next.first; ) {
    const word = find(r, r.words.listAnd, at);
    const token = r.tokens[at]!;
    // '24/7' is no list
    if (token.text === '/' && !token.spaced && Number(one.amount!.mantissa) >= Number(next.amount!.mantissa))
      return false;
    if (word) listed = true;
    else if (!listed || token.kind !== 'word' || !token.capital || ++names > MOST_NAMES) return false;
    at = word?.next ?? at + 1;
  }
  const capital = r.tokens[one.first - 1]?.capital ?? false;
  return listed && (next.quantity.op === 'eq' || names === 0) && capital === names > 0;
}

/** 'contre 1 980', 'et 495', '(700 pour la H100)': after an amount, before a small word, in its sentence. */
function isContrast(r: Reader, before: Draft, one: Draft): boolean {
  if (looksLikeYear(one.amount!.number) || one.amount!.number.scale || one.first - before.next > MOST_BACK)
    return false;
  for (let at = before.next; at < one.first; at++) {
    const token = r.tokens[at]!;
    if (token.kind === 'mark' && STOPS.includes(token.text)) return false;
  }
  const joint = r.tokens[one.first - 1];
  const contrasted = find(r, r.words.contrasts, one.first - 1) !== null;
  const bracketed = joint?.text === '(';
  const listed = find(r, r.words.listAnd, one.first - 1) !== null;
  const after = r.tokens[one.next];
  const small = after !== undefined && r.functionWords.has(after.text);
  return (
    (contrasted &&
      (after === undefined || after.kind === 'mark' || small || find(r, r.words.listAnd, one.next) !== null)) ||
    ((listed || bracketed) && small) ||
    (listed && after?.text === ')')
  );
}

/** The draft with the unit of another. `scaled`: its scale too. */
function like(one: Draft, other: Draft, index: number, scaled: boolean): Draft {
  const [own, named] = [one.amount!, other.amount!];
  const scale = scaled && !own.number.scale ? (named.number.scale?.exponent ?? 0) : 0;
  const exponent = own.exponent + scale + (named.exponent - named.number.exponent);
  const amount: Amount = {
    ...own,
    exponent,
    factor: named.factor,
    unit: named.unit,
    money: named.money,
    perUnit: own.perUnit ?? named.perUnit,
  };
  const value = amountValue(amount);
  const shift = (end: number | null): number | null =>
    end === null ? null : Number(`${end}e${exponent - own.exponent}`) * named.factor;
  return {
    ...one,
    amount,
    waits: false,
    money: named.money,
    sharedFrom: index,
    quantity: {
      ...one.quantity,
      value: one.quantity.value === null ? null : value,
      low: shift(one.quantity.low),
      high: shift(one.quantity.high),
      unit: other.quantity.unit,
      perUnit: amount.perUnit,
      step: stepOf(amount.mantissa, exponent),
    },
  };
}
