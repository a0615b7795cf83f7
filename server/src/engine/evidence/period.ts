/** Periods as stretches of days (a month counts 31, a year 372), so that they can be compared. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const day = (year: number, month: number, date: number): number => year * 372 + (month - 1) * 31 + (date - 1);

/** '2025', '2025-08', '2025-08-21', '2025-Q3', '2025-H1', 'FY2026 Q3', '2024/2026'; null where it says no year. */
export function stretchOf(period: string): Stretch | null {
  const known = KNOWN.get(period);
  if (known !== undefined) return known;
  const stretch = read(period);
  if (KNOWN.size > MOST) KNOWN.clear();
  KNOWN.set(period, stretch);
  return stretch;
}

/** The same few periods are asked for by every claim. */
const KNOWN = new Map<string, Stretch | null>();
const MOST = 5000;

function read(period: string): Stretch | null {
  const slash = period.indexOf('/');
  if (slash > 0) {
    const [from, to] = [simple(period.slice(0, slash)), simple(period.slice(slash + 1))];
    if (from && to) return { from: from.from, to: to.to };
  }
  return simple(period);
}

function simple(period: string): Stretch | null {
  const first = /\d{4}/.exec(period);
  if (!first) return null;
  const year = Number(first[0]);
  const rest = period.slice(first.index + 4);
  const quarter = /Q([1-4])/.exec(rest);
  if (quarter) return { from: day(year, Number(quarter[1]) * 3 - 2, 1), to: day(year, Number(quarter[1]) * 3, 31) };
  const half = /H([12])/.exec(rest);
  if (half) return { from: day(year, Number(half[1]) * 6 - 5, 1), to: day(year, Number(half[1]) * 6, 31) };
  const date = /^-(\d\d)(?:-(\d\d))?/.exec(rest);
  if (!date) return { from: day(year, 1, 1), to: day(year, 12, 31) };
  const month = Math.min(12, Math.max(1, Number(date[1])));
  return date[2]
    ? { from: day(year, month, Number(date[2])), to: day(year, month, Number(date[2])) }
    : { from: day(year, month, 1), to: day(year, month, 31) };
}

export const length = (stretch: Stretch): number => stretch.to - stretch.from + 1;
export const overlap = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to;
/** Days between two dates, b after a; rough. */
export const daysBetween = (a: string, b: string): number => (stretchOf(b)?.to ?? 0) - (stretchOf(a)?.to ?? 0);
export const isFiscal = (period: string | null): boolean => period?.startsWith('FY') ?? false;

/** A month or a day near the end of a longer period dates the news of it; it is no other period. */
export function announces(told: string, period: string, ended: string): boolean {
  const mine = stretchOf(told);
  const theirs = stretchOf(period);
  const end = stretchOf(ended);
  if (!mine || !theirs || !end || length(mine) > MONTH || length(theirs) <= MONTH) return false;
  return Math.abs(mine.from - end.to) < NEWS;
}
const MONTH = 31;
const NEWS = 124;
