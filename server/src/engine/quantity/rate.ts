import { isChipName } from './guard.ts';
import { readNumber } from './number.ts';
import { find, isElided, type Reader, skipJoin } from './reader.ts';

/** What 'per hour', '/1M tokens', 'par an' makes of a unit. */
export interface Rate {
  readonly unit: string;
  /** Added to the power of ten: a price a thousand tokens is 3 more a million. */
  readonly exponent: number;
  readonly perUnit: string | null;
  readonly next: number;
  /** The rate is part of the unit ('USD/Mtoken'), so its words belong to the amount. */
  readonly whole: boolean;
}

const MTOKEN = 6;
const TIME = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'GPU-hour']);
const PER_SECOND: ReadonlyMap<string, string> = new Map([
  ['B', 'B/s'],
  ['FLOP', 'FLOP/s'],
  ['FLOP/s', 'FLOP/s'],
  ['token', 'token/s'],
]);
const HOUR = 'hour';
const TOKEN = 'token';
const NEAR = 40;
/** 'a kWh', 'par MWh': the prefix stays in the name. */
const PREFIX: ReadonlyMap<number, string> = new Map([
  [0, ''],
  [3, 'k'],
  [6, 'M'],
  [9, 'G'],
  [12, 'T'],
]);
/** '/MTok', '/ktoken': the lot is in the word. */
const LOT_OF: ReadonlyMap<string, { readonly unit: string; readonly exponent: number }> = new Map([
  ['ktoken', { unit: 'token', exponent: 3 }],
  ['Mtoken', { unit: 'token', exponent: 6 }],
]);
const lotOf = (named: { unit: string } | null): number => LOT_OF.get(named?.unit ?? '')?.exponent ?? 0;
const LOTS = new Set([0, 2, 3, 6, 9]);

/** Reads a rate after a unit. */
export function readRate(r: Reader, at: number, unit: string, money: boolean): Rate | null {
  // '$2-billion-a-year'
  const from = skipJoin(r, at);
  const period = find(r, r.words.periods, from);
  const per = find(r, r.words.per, from);
  const rate = per && readPer(r, per.next, per.value, unit, money);
  if (rate && (!period || rate.next > period.next || (rate.whole && rate.next === period.next))) return rate;
  if (!period) return null;
  if (money && period.value === HOUR && speaksOfGpu(r, from))
    return { unit: `${unit}/GPU-hour`, exponent: 0, perUnit: null, next: period.next, whole: true };
  return { unit, exponent: 0, perUnit: period.value, next: period.next, whole: false };
}

/** What a 'per' word makes of a unit, read from the token after it. */
export function readPer(r: Reader, at: number, kind: 'any' | 'time', unit: string, money: boolean): Rate | null {
  const lot = kind === 'any' ? readLot(r, at) : null;
  const named = baseUnit(r, lot ? lot.next : at);
  const base = named && { ...named, unit: LOT_OF.get(named.unit)?.unit ?? named.unit };
  if (!base) {
    if (!money || !lot || (lot.exponent !== 3 && lot.exponent !== MTOKEN)) return null;
    return { unit: `${unit}/Mtoken`, exponent: MTOKEN - lot.exponent, perUnit: null, next: lot.next, whole: true };
  }
  if (kind === 'time' && !TIME.has(base.unit)) return null;
  const { next } = base;
  if (money && base.unit === 'token')
    return {
      unit: `${unit}/Mtoken`,
      exponent: MTOKEN - (lot?.exponent ?? 0) - lotOf(named),
      perUnit: null,
      next,
      whole: true,
    };
  const second = base.unit === 'second' ? PER_SECOND.get(unit) : undefined;
  if (second) return { unit: second, exponent: 0, perUnit: null, next, whole: true };
  if (money && isGpuHour(r, at, base)) {
    const again = base.unit === 'GPU-hour' ? null : perAgain(r, next);
    const other = again && baseUnit(r, again.next);
    const end = other && (other.unit === 'hour' || other.unit === 'GPU') ? other.next : next;
    return { unit: `${unit}/GPU-hour`, exponent: 0, perUnit: null, next: end, whole: true };
  }
  return { unit, exponent: 0, perUnit: base.unit, next, whole: false };
}

/** The round lot of a price: '1M', 'million', '1,000'. */
function readLot(r: Reader, at: number): { exponent: number; next: number } | null {
  const number = readNumber(r, at, false);
  if (number && !('skipTo' in number)) {
    const value = Number(number.mantissa);
    const exponent = Math.log10(value) + number.exponent;
    return LOTS.has(exponent) ? { exponent, next: number.next } : null;
  }
  const scale = find(r, r.words.scales, at);
  if (!scale || scale.value.money) return null;
  const link = find(r, r.words.links, scale.next);
  return { exponent: scale.value.exponent, next: link ? link.next : scale.next };
}

function baseUnit(r: Reader, at: number): { unit: string; next: number } | null {
  let from = at;
  for (let gap = 0; gap < 3; gap++) {
    const link = gap === 0 ? find(r, r.words.links, from) : null;
    if (link) from = link.next;
    const found = find(r, r.words.units, from);
    if (found && !found.value.money && found.value.kind !== 'sign' && !isElided(r, from, found.next)) {
      const prefix = PREFIX.get(found.value.exponent);
      // 'per million prompt tokens': the last noun of the row
      const more = r.words.headLast && found.value.kind === 'noun' ? find(r, r.words.units, found.next) : null;
      if (more?.value.kind === 'noun' && more.value.unit === TOKEN) return { unit: TOKEN, next: more.next };
      if (prefix !== undefined) return { unit: prefix + found.value.unit, next: found.next };
    }
    const modifier = find(r, r.words.modifiers, from);
    const token = r.tokens[from];
    // '$2 per H100 hour'
    if (!modifier && !(token?.kind === 'word' && isChipName(token.text))) return null;
    from = skipJoin(r, modifier?.next ?? from + 1);
  }
  return null;
}

/** 'an hour' of a GPU: said so, or a GPU is spoken of near by. */
function isGpuHour(r: Reader, at: number, base: { unit: string; next: number }): boolean {
  if (base.unit === 'GPU-hour') return true;
  const again = perAgain(r, base.next);
  const other = again && baseUnit(r, again.next);
  if (base.unit === 'GPU') return other?.unit === 'hour';
  if (base.unit !== HOUR) return false;
  return other?.unit === 'GPU' || speaksOfGpu(r, at);
}

/** 'par GPU et par heure' */
const perAgain = (r: Reader, at: number): ReturnType<typeof find<'any' | 'time'>> =>
  find(r, r.words.per, find(r, r.words.rangeAnd, at)?.next ?? at);

function speaksOfGpu(r: Reader, at: number): boolean {
  for (let k = Math.max(0, at - NEAR); k < Math.min(r.tokens.length, at + NEAR); k++) {
    const token = r.tokens[k]!;
    if (token.kind === 'word' && (isChipName(token.text) || find(r, r.words.units, k)?.value.unit === 'GPU'))
      return true;
  }
  return false;
}
