import type { Rate } from './model.ts';
import type { Reference } from './reference.ts';

/** An amount in another unit. Without a currency in play `low` and `high` equal `value`. */
export interface Converted {
  readonly value: number;
  /** With the lowest and the highest rate of the period. */
  readonly low: number;
  readonly high: number;
  /** What the rates are of; null where no currency changed. */
  readonly rate: UsedRate | null;
}

export interface UsedRate {
  /** Month or year whose mean was used. */
  readonly period: string;
  /** False where the period asked for has no rate and the nearest one stands in. */
  readonly exact: boolean;
  readonly sources: readonly string[];
}

interface Quote extends UsedRate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** A period's year and, where it has one, month: '2025-Q3', 'FY2026 Q2', '2025-H1', '2024/2026' give their last month. */
function monthOf(period: string): { readonly year: number; readonly month: number | null } | null {
  const year = /\d{4}(?!.*\d{4})/.exec(period);
  if (!year) return null;
  const rest = period.slice(year.index + 4);
  const day = /^-(\d{2})/.exec(rest);
  if (day) return { year: Number(year[0]), month: Number(day[1]) };
  const quarter = /Q([1-4])/.exec(rest);
  if (quarter) return { year: Number(year[0]), month: Number(quarter[1]) * 3 };
  const half = /H([12])/.exec(rest);
  return { year: Number(year[0]), month: half ? Number(half[1]) * 6 : null };
}

/** Place on a line of months, so that the nearest period can be found. */
const place = (at: { readonly year: number; readonly month: number | null }): number =>
  at.year * 12 + (at.month ?? 6.5);

/** The rate of the period itself, else of its year, else of the period nearest to it; without a period the newest. */
function rateFor(
  rates: readonly Rate[],
  period: string | null,
): { readonly rate: Rate; readonly exact: boolean } | null {
  const last = rates.at(-1);
  if (!last) return null;
  const at = period === null ? null : monthOf(period);
  if (!at) return { rate: last, exact: false };
  const month = at.month === null ? null : `${at.year}-${String(at.month).padStart(2, '0')}`;
  const own = rates.find((r) => r.period === (month ?? String(at.year)));
  if (own) return { rate: own, exact: true };
  let best = last;
  for (const rate of rates) {
    const there = monthOf(rate.period);
    const here = monthOf(best.period);
    if (there && here && Math.abs(place(there) - place(at)) < Math.abs(place(here) - place(at))) best = rate;
  }
  return { rate: best, exact: false };
}

/** One unit of `from` in `to`, by a listed pair or its inverse. */
function pair(from: string, to: string, period: string | null, reference: Reference): Quote | null {
  const straight = rateFor(reference.rates.get(`${from}/${to}`) ?? [], period);
  if (straight) {
    const { rate, exact } = straight;
    return { rate: rate.rate, low: rate.low, high: rate.high, period: rate.period, exact, sources: [rate.source] };
  }
  const inverse = rateFor(reference.rates.get(`${to}/${from}`) ?? [], period);
  if (!inverse) return null;
  const { rate, exact } = inverse;
  return {
    rate: 1 / rate.rate,
    low: 1 / rate.high,
    high: 1 / rate.low,
    period: rate.period,
    exact,
    sources: [rate.source],
  };
}

/** Quotes that were asked for, by reference: the same few are asked for again and again. */
const QUOTES = new WeakMap<Reference, Map<string, Quote | null>>();
const MOST_QUOTES = 4096;

function quote(from: string, to: string, period: string | null, reference: Reference): Quote | null {
  const known = QUOTES.get(reference) ?? new Map<string, Quote | null>();
  QUOTES.set(reference, known);
  const key = `${from} ${to} ${period ?? ''}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = newQuote(from, to, period, reference);
  if (known.size >= MOST_QUOTES) known.clear();
  known.set(key, made);
  return made;
}

/** A direct pair, else by way of a currency both are quoted in. */
function newQuote(from: string, to: string, period: string | null, reference: Reference): Quote | null {
  const direct = pair(from, to, period, reference);
  if (direct) return direct;
  for (const key of reference.rates.keys()) {
    for (const middle of key.split('/')) {
      const first = pair(from, middle, period, reference);
      const second = first && pair(middle, to, period, reference);
      if (!first || !second) continue;
      return {
        rate: first.rate * second.rate,
        low: first.low * second.low,
        high: first.high * second.high,
        period: first.period,
        exact: first.exact && second.exact,
        sources: [...new Set([...first.sources, ...second.sources])],
      };
    }
  }
  return null;
}

/** 'USD/Mtoken' -> 'USD', 'Mtoken'; a currency alone has no base. */
function money(unit: string, reference: Reference): { readonly currency: string; readonly per: string | null } | null {
  const cut = unit.indexOf('/');
  const currency = cut < 0 ? unit : unit.slice(0, cut);
  if (reference.units.get(currency)?.dimension !== 'money') return null;
  return { currency, per: cut < 0 ? null : unit.slice(cut + 1) };
}

/**
 * An amount in another unit of the same dimension; currencies at the rate of the period ('2025-01-31', '2025-01',
 * '2025-Q1', '2025'; null: the newest rate).
 * @returns null where the units do not measure the same thing, or a currency has no rate.
 */
export function convert(
  amount: number,
  from: string,
  to: string,
  period: string | null,
  reference: Reference,
): Converted | null {
  if (!Number.isFinite(amount)) return null;
  if (from === to) return { value: amount, low: amount, high: amount, rate: null };
  const a = money(from, reference);
  const b = money(to, reference);
  if (a && b) {
    if (a.per !== b.per) return null;
    const rate = quote(a.currency, b.currency, period, reference);
    if (!rate) return null;
    const ends = [amount * rate.low, amount * rate.high];
    return {
      value: amount * rate.rate,
      low: Math.min(...ends),
      high: Math.max(...ends),
      rate: { period: rate.period, exact: rate.exact, sources: rate.sources },
    };
  }
  const source = reference.units.get(from);
  const target = reference.units.get(to);
  if (!source?.factor || !target?.factor || source.dimension !== target.dimension) return null;
  if (source.dimension === 'count' && from !== to) return null;
  const value = (amount * source.factor) / target.factor;
  return { value, low: value, high: value, rate: null };
}
