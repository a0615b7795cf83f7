import type { Span } from '../text/span.ts';
import { find, type Reader, skipJoin } from './reader.ts';

/** A scale word or suffix after a number. */
export interface Scale extends Span {
  readonly exponent: number;
  readonly suffix: boolean;
  readonly next: number;
}

/** 'billion', 'Md', 'K': up to two in a row ('mille milliards'). `money`: a sign stands before the number. */
export function readScale(r: Reader, at: number, money: boolean): Scale | null {
  const from = skipJoin(r, at);
  const first = find(r, r.words.scales, from);
  if (!first) return null;
  const token = r.tokens[from]!;
  // the sign of a scale may be a prefix of the unit ('\u5146\u74E6' is a megawatt, not 10^12 W)
  const whole = find(r, r.words.units, from);
  if (whole && whole.next > first.next && whole.value.kind !== 'noun') return null;
  if (first.value.kind === 'suffix' || first.value.money) {
    const sign = find(r, r.words.signs, first.next);
    const byMoney = money || (sign?.value.money ?? false);
    // '500m users' as well as '$500m'
    if ((first.value.money || token.spaced) && !byMoney && !beforeUnit(r, first.next)) return null;
    if (first.value.money && !byMoney && token.spaced) return null;
  }
  let { exponent } = first.value;
  let { next } = first;
  // The full stop of 'Mrd.' belongs to it where a unit follows; else it may end the sentence.
  if (r.tokens[next - 1]!.text === '.' && !goesOn(r, next)) next--;
  if (first.value.kind === 'word') {
    const link = find(r, r.words.links, next);
    const second = find(r, r.words.scales, link ? link.next : next);
    if (second?.value.kind === 'word' && !second.value.money && exponent <= second.value.exponent) {
      exponent += second.value.exponent;
      next = second.next;
    }
  }
  return { exponent, next, suffix: first.value.kind === 'suffix', start: token.start, end: r.tokens[next - 1]!.end };
}

/** A unit, a link or a word in small letters: the sentence has not ended. */
const goesOn = (r: Reader, at: number): boolean => {
  const token = r.tokens[at];
  return (
    (token?.kind === 'word' && token.spaced && !token.capital) ||
    find(r, r.words.units, at) !== null ||
    find(r, r.words.links, at) !== null
  );
};

/** A spaced suffix ('200 k GPU') counts only where a unit follows. */
function beforeUnit(r: Reader, at: number): boolean {
  const link = find(r, r.words.links, at);
  const unit = find(r, r.words.units, link ? link.next : at);
  return unit !== null && unit.value.kind !== 'sign' && r.tokens[at]!.spaced;
}
