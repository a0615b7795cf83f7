import type { Span } from '../text/span.ts';
import { isYear } from './guard.ts';
import { readNumber } from './number.ts';
import type { NumberRead } from './numberRead.ts';
import { readSpelled } from './numberWords.ts';
import { numeral } from './numeral.ts';
import { readRate } from './rate.ts';
import { attachedMark, find, type Reader, skipJoin } from './reader.ts';
import { timesChip } from './timesChip.ts';
import { readUnit, type UnitRead } from './unit.ts';

/** One number with its unit and rate; not yet joined with neighbours. Token indexes half open, spans in the text. */
export interface Amount extends Span {
  readonly first: number;
  readonly next: number;
  readonly number: NumberRead;
  readonly mantissa: string;
  readonly exponent: number;
  readonly factor: number;
  /** Null where none was written. */
  readonly unit: string | null;
  readonly money: boolean;
  readonly unitSpan: Span | null;
  readonly unitExponent: number;
  /** The unit sign stood before the number. */
  readonly signFirst: boolean;
  readonly noun: Span | null;
  readonly perUnit: string | null;
  readonly direction: 'up' | 'down' | 'more' | 'less' | null;
}

export type AmountOutcome = Amount | { readonly skipTo: number } | null;

const NUMBER = 'number';
/** From here on a single character is a word ('\u500D' multiplies nothing). */
const IDEOGRAPHS = '\u2E80';

/** Reads an amount at a token: sign, number, scale, unit, rate. `currency`: one that it shares with the amount before. */
export function readAmount(r: Reader, at: number, currency: string | null = null): AmountOutcome {
  const sign = find(r, r.words.signs, at);
  if (sign) {
    const hedge = find(r, r.words.hedges, sign.next);
    const number = readNumber(r, hedge ? hedge.next : sign.next, sign.value.money);
    if (number && 'skipTo' in number) return number;
    if (number && isMath(r, number)) return withUnit(r, number, number.next + 1);
    if (number && number.kind !== 'article') return withSign(r, at, sign, number);
  }
  const number = readNumber(r, at, currency !== null);
  if (!number || 'skipTo' in number) return number;
  if (isYear(r, number)) return { skipTo: number.next };
  return withUnit(r, number, number.next, currency);
}

/** '$3.8 \times 10^{25}$': the dollar signs fence a formula. */
const isMath = (r: Reader, number: NumberRead): boolean => {
  const close = r.tokens[number.next];
  return close !== undefined && close.text === '$' && !close.spaced && number.exponent !== 0 && number.scale === null;
};

function withSign(
  r: Reader,
  at: number,
  sign: { value: { unit: string; exponent: number; factor: number; money: boolean }; next: number },
  number: NumberRead,
): Amount {
  const { unit, money } = sign.value;
  let { next } = number;
  // '$557,600 USD', '$5 million US dollars': the currency again.
  const again = money ? readUnit(r, number, next) : null;
  // '$0.14$0.28': the second sign is the next number's
  const behind = again && r.tokens[again.next];
  const glued = again?.kind === 'sign' && behind?.kind === 'digits' && !behind.spaced;
  const same = again?.close && again.money && !glued && (again.unit === unit || unit === 'USD');
  const currency = same ? again.unit : unit;
  if (same) next = again.next;
  const unitSpan = { start: r.tokens[at]!.start, end: r.tokens[sign.next - 1]!.end };
  return build(
    r,
    at,
    next,
    number,
    { unit: currency, exponent: sign.value.exponent, factor: 1, money },
    unitSpan,
    null,
    true,
  );
}

/** The unit after a number; `at` is the token after it. */
function withUnit(r: Reader, number: NumberRead, at: number, currency: string | null = null): AmountOutcome {
  const joined = skipJoin(r, at);
  const times = find(r, r.words.times, joined);
  const after = times && r.tokens[times.next];
  const multiplies =
    times &&
    r.tokens[joined]!.text.length === 1 &&
    r.tokens[joined]!.text < IDEOGRAPHS &&
    (r.tokens[joined]!.spaced || (after && !after.spaced && after.kind !== 'mark'));
  const many = number.kind === 'digits' ? timesChip(r, number, joined, times?.next ?? null) : null;
  if (many) return build(r, number.first, number.next, number, many, many.span, many, false);
  if (times && !multiplies && number.kind !== 'article') {
    const span = { start: r.tokens[joined]!.start, end: r.tokens[times.next - 1]!.end };
    const ratio = build(
      r,
      number.first,
      times.next,
      number,
      { unit: times.value.unit, exponent: 0, factor: 1, money: false },
      span,
      null,
      false,
    );
    return { ...ratio, direction: times.value.direction };
  }
  const unit = readUnit(r, number, at) ?? afterRepeat(r, number, at);
  if (unit && !(number.kind === 'article' && unit.exponent < 6))
    return build(r, number.first, unit.close ? unit.next : number.next, number, unit, unit.span, unit, false);
  // 'mil quinientos' half understood is no amount at all.
  if (number.kind === 'words' && !number.scale) {
    const more = readSpelled(r, at);
    if (more && !more.article) return { skipTo: more.next };
  }
  const shared = currency === null ? null : { unit: currency, exponent: 0, factor: 1, money: true };
  return build(r, number.first, number.next, number, shared, null, null, false);
}

/** 'five (5) GPUs', '1 trillion (1T) parameters': the unit behind the number said again in brackets. */
function afterRepeat(r: Reader, number: NumberRead, at: number): UnitRead | null {
  if (r.tokens[at]?.text !== '(') return null;
  const again = readNumber(r, at + 1, false);
  if (!again || 'skipTo' in again || Number(again.mantissa) !== Number(number.mantissa)) return null;
  const close =
    r.tokens[again.next]?.kind === 'word' && r.tokens[again.next]!.text.length < 3 ? again.next + 1 : again.next;
  return r.tokens[close]?.text === ')' ? readUnit(r, number, close + 1) : null;
}

function build(
  r: Reader,
  first: number,
  next: number,
  number: NumberRead,
  unit: { unit: string; exponent: number; factor: number; money: boolean } | null,
  unitSpan: Span | null,
  read: UnitRead | null,
  signFirst: boolean,
): Amount {
  const after = Math.max(next, read?.next ?? next);
  // '$12+/hr'
  const touched = attachedMark(r, after, '+') && r.tokens[after + 1]?.spaced === false ? after + 1 : after;
  const spoken = unit?.unit === 'ratio' ? null : readRate(r, touched, unit?.unit ?? NUMBER, unit?.money ?? false);
  const rate = unit === null && spoken?.whole ? null : spoken;
  const end = rate?.whole ? rate.next : next;
  const counted = number.grouped !== null && (read?.kind === 'noun' || (unit?.money && number.grouped.endsWith('00')));
  return {
    first,
    next: Math.max(after, rate?.next ?? 0),
    start: r.tokens[first]!.start,
    end: r.tokens[end - 1]!.end,
    number,
    mantissa: counted ? number.grouped! : number.mantissa,
    exponent: number.exponent + (unit?.exponent ?? 0) + (rate?.exponent ?? 0),
    factor: unit?.factor ?? 1,
    unit: unit && (rate?.unit ?? unit.unit),
    money: unit?.money ?? false,
    unitSpan,
    unitExponent: unit?.exponent ?? 0,
    signFirst,
    noun: read?.noun ?? null,
    perUnit: rate?.perUnit ?? null,
    direction: null,
  };
}

/** The amount's value in base units, null where it is beyond a number. */
export function amountValue(amount: Amount, exponent: number = amount.exponent): number | null {
  const value = numeral(amount.mantissa, exponent);
  return value === null || amount.factor === 1 ? value : value * amount.factor;
}
