import type { Draft, Hedge } from './draft.ts';
import { NUMBER } from './draft.ts';
import { numeral } from './numeral.ts';
import { find, type Reader } from './reader.ts';
import { readScale } from './scale.ts';
import { readUnit } from './unit.ts';

/** 'tens of billions of dollars', 'plusieurs centaines de GPU': no value, only bounds. */
export function readVague(r: Reader, at: number, hedge: Hedge): Draft | null {
  const sign = find(r, r.words.signs, at);
  const from = sign ? sign.next : at;
  const word = find(r, r.words.vague, from) ?? pluralDigits(r, from);
  if (!word) return null;
  const [low, high] = word.value;
  const scale = readScale(r, word.next, sign !== null);
  const after = scale ? scale.next : word.next;
  const stand = { amountLike: true, kind: 'words', mantissa: '1' } as Parameters<typeof readUnit>[1];
  const unit = sign ? null : readUnit(r, stand, after);
  if ((!unit && !sign && !scale) || (high < 10 && !scale)) return null;
  const exponent = (scale?.exponent ?? 0) + (unit?.exponent ?? 0);
  const next = unit?.close ? unit.next : after;
  const span = { start: r.tokens[at]!.start, end: r.tokens[next - 1]!.end };
  const number = { start: r.tokens[from]!.start, end: r.tokens[after - 1]!.end };
  const named = unit?.unit ?? sign?.value.unit ?? null;
  return {
    quantity: {
      ...span,
      value: null,
      low: numeral(String(low), exponent),
      high: numeral(String(high), exponent),
      unit: named ?? NUMBER,
      op: 'vague',
      perUnit: null,
      digits: r.text.slice(number.start, number.end),
      step: numeral(String(low), exponent) ?? 1,
      number,
      scale: scale && { start: scale.start, end: scale.end, exponent: scale.exponent },
      unitSpan: unit?.span ?? (sign ? { start: r.tokens[at]!.start, end: r.tokens[sign.next - 1]!.end } : null),
      hedge,
      direction: null,
      restates: null,
      noun: unit?.noun ?? null,
      priceYear: null,
      form: null,
      sharedWith: null,
    },
    first: at,
    next: Math.max(after, unit?.next ?? 0),
    money: unit?.money ?? sign?.value.money ?? false,
    waits: named === null,
    amount: null,
    sharedFrom: null,
  };
}

const LOTS: ReadonlyMap<string, number> = new Map([
  ['10', 10],
  ['100', 100],
  ['1000', 1000],
]);
const MOST = 9;

/** '$10s of millions': a round number with an ending of its own, linked to a scale. */
function pluralDigits(
  r: Reader,
  at: number,
): { readonly value: readonly [number, number]; readonly next: number } | null {
  const lot = LOTS.get(r.tokens[at]?.text ?? '');
  const ending = r.tokens[at + 1];
  if (
    lot === undefined ||
    ending?.kind !== 'word' ||
    ending.spaced ||
    ending.text.length !== 1 ||
    find(r, r.words.scales, at + 1)
  )
    return null;
  const link = find(r, r.words.links, at + 2);
  const scale = link && find(r, r.words.scales, link.next);
  return scale?.value.kind === 'word' ? { value: [lot, lot * MOST], next: link!.next } : null;
}
