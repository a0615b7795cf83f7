import type { TimeWords } from '../language/claimWords.ts';
import { plain } from '../language/pattern.ts';
import type { Span } from '../text/span.ts';
import { overlaps } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { LanguageIndex } from './lexicon.ts';
import { findPatterns } from './match.ts';
import type { Item, TimeMention } from './mention.ts';

const YEAR = /^(?:19[89]\d|20[0-4]\d)$/;
const PART = /^(\p{L})([1-4])$/u;
const QUARTERS: ReadonlySet<string> = new Set(['q', 't']);
const HALVES: ReadonlySet<string> = new Set(['h', 's']);
const FISCAL_YEAR = /^f?y(\d\d|20\d\d)$/;
const pad = (n: number): string => String(n).padStart(2, '0');

/** 'q3' -> '-Q3', 'h1' and 's1' -> '-H1'; null for other words. */
function partOf(word: string): string | null {
  const found = PART.exec(word);
  if (!found) return null;
  const [, letter = '', number] = found;
  if (QUARTERS.has(letter)) return `-Q${number}`;
  return HALVES.has(letter) && Number(number) <= 2 ? `-H${number}` : null;
}

const yearNear = (tokens: readonly Token[], at: number, reach: number): { year: number; token: number } | null => {
  for (let i = at; i <= at + reach && i < tokens.length; i++) {
    const { text, kind } = tokens[i]!;
    if (kind === 'digits' && YEAR.test(text)) return { year: Number(text), token: i };
    const fiscal = FISCAL_YEAR.exec(text);
    if (fiscal) return { year: Number(fiscal[1]!.length === 2 ? `20${fiscal[1]}` : fiscal[1]), token: i };
  }
  return null;
};

/** A year at most two words before a token, no mark but a comma between: 'In 2025, third-quarter sales'. */
function yearBefore(tokens: readonly Token[], at: number): { year: number; token: number } | null {
  for (let i = at - 1; i >= Math.max(0, at - 3) && (tokens[i]!.kind !== 'mark' || tokens[i]!.text === ','); i--) {
    const year = yearNear(tokens, i, 0);
    if (year) return year;
  }
  return null;
}

/** Shifts a date: 'last year' of 2025-02-03 is '2024'. */
function relativePeriod(writtenOn: string, grain: 'year' | 'quarter' | 'month' | 'now', shift: number): string {
  const year = Number(writtenOn.slice(0, 4));
  const month = Number(writtenOn.slice(5, 7) || '1');
  if (grain === 'year') return String(year + shift);
  if (grain === 'quarter') {
    const quarter = year * 4 + Math.floor((month - 1) / 3) + shift;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  }
  const months = year * 12 + month - 1 + (grain === 'month' ? shift : 0);
  return `${Math.floor(months / 12)}-${pad((months % 12) + 1)}`;
}

/** Dates and periods of a block. Years inside amounts do not count. */
export function readTimes(
  tokens: readonly Token[],
  amounts: readonly Span[],
  words: TimeWords,
  index: LanguageIndex,
  writtenOn: string | null,
): TimeMention[] {
  const times: TimeMention[] = [];
  const free = (span: Span): boolean => !amounts.some((amount) => overlaps(amount, span));
  const used = new Set<number>();
  const fiscalNear = (from: number, to: number): boolean => {
    for (let i = Math.max(0, from - 2); i <= Math.min(tokens.length - 1, to + 2); i++) {
      if (words.fiscal.has(tokens[i]!.text) || FISCAL_YEAR.test(tokens[i]!.text)) return true;
    }
    return false;
  };
  const add = (from: number, to: number, period: string, relative = false): void => {
    const span = { start: tokens[from]!.start, end: tokens[to]!.end };
    if (!free(span)) return;
    for (let i = from; i <= to; i++) used.add(i);
    times.push({ ...span, period, fiscal: fiscalNear(from, to), horizon: false, relative });
  };
  const items: Item[] = tokens.map((token) => ({
    kind: 'word',
    text: plain(token.text),
    start: token.start,
    end: token.end,
    capital: token.capital,
  }));
  for (const hit of findPatterns(index.quarters, items)) {
    if (used.has(hit.from)) continue;
    const year = yearNear(tokens, hit.to, 4) ?? yearBefore(tokens, hit.from);
    if (year)
      add(Math.min(hit.from, year.token), Math.max(hit.to - 1, year.token), `${year.year}-Q${hit.value.quarter}`);
    else if (writtenOn) add(hit.from, hit.to - 1, `${writtenOn.slice(0, 4)}-Q${hit.value.quarter}`, true);
  }
  for (const hit of findPatterns(index.halves, items)) {
    const year = yearNear(tokens, hit.to, 4) ?? yearBefore(tokens, hit.from);
    if (year) add(Math.min(hit.from, year.token), Math.max(hit.to - 1, year.token), `${year.year}-H${hit.value.half}`);
  }
  for (let i = 0; i < tokens.length; i++) {
    if (used.has(i)) continue;
    const { text, kind } = tokens[i]!;
    const part = partOf(text);
    const month = words.months.get(text);
    if (part) {
      const year =
        yearNear(tokens, i + 1, 3) ?? (i > 0 && tokens[i - 1]?.text !== '.' ? yearNear(tokens, i - 1, 0) : null);
      if (year) add(Math.min(i, year.token), Math.max(i, year.token), `${year.year}${part}`);
    } else if (month !== undefined) {
      const year = yearNear(tokens, i + 1, 3);
      const day = tokens[i - 1]?.kind === 'digits' && Number(tokens[i - 1]!.text) <= 31 ? i - 1 : null;
      if (year)
        add(
          day ?? i,
          year.token,
          `${year.year}-${pad(month)}${day === null ? '' : `-${pad(Number(tokens[day]!.text))}`}`,
        );
      else if (writtenOn && tokens[i]!.capital) add(i, i, monthBefore(writtenOn, month), true);
    } else if (FISCAL_YEAR.test(text) && text.startsWith('f')) {
      const year = yearNear(tokens, i, 0);
      if (year) add(i, i, String(year.year));
    } else if (kind === 'digits' && YEAR.test(text) && !used.has(i)) {
      const iso = isoDate(tokens, i) ?? signedDate(tokens, i);
      if (iso) add(i, iso.to, iso.period);
      else add(i, i, text);
    }
  }
  if (writtenOn) {
    for (const hit of findPatterns(index.relative, items)) {
      if (hit.value.grain !== 'now' && !used.has(hit.from))
        add(hit.from, hit.to - 1, relativePeriod(writtenOn, hit.value.grain, hit.value.shift), true);
    }
  }
  const horizons = findPatterns(index.horizon, items).map((hit) => tokens[hit.to - 1]!.end);
  times.sort((a, b) => a.start - b.start);
  return times.map((time) =>
    horizons.some((end) => end <= time.start && time.start - end <= 12) ? { ...time, horizon: true } : time,
  );
}

/** The newest such month not after the draft's date. */
function monthBefore(writtenOn: string, month: number): string {
  const year = Number(writtenOn.slice(0, 4));
  return `${month > Number(writtenOn.slice(5, 7) || '12') ? year - 1 : year}-${pad(month)}`;
}

/** '2025-01-31' written out. */
function isoDate(tokens: readonly Token[], at: number): { to: number; period: string } | null {
  const [dash, month, dash2, day] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (
    dash?.text !== '-' ||
    dash.spaced ||
    month?.kind !== 'digits' ||
    month.text.length !== 2 ||
    Number(month.text) > 12
  )
    return null;
  const base = `${tokens[at]!.text}-${month.text}`;
  return dash2?.text === '-' && day?.kind === 'digits' && day.text.length === 2
    ? { to: at + 4, period: `${base}-${day.text}` }
    : { to: at + 2, period: base };
}

/** A year, a month and perhaps a day, each with a sign of one character behind it, nothing spaced. */
function signedDate(tokens: readonly Token[], at: number): { to: number; period: string } | null {
  const sign = (i: number): boolean => {
    const token = tokens[i];
    return token !== undefined && token.kind === 'word' && token.text.length === 1 && !token.spaced;
  };
  const part = (i: number, most: number): string | null => {
    const token = tokens[i];
    return token?.kind === 'digits' && !token.spaced && Number(token.text) <= most ? token.text.padStart(2, '0') : null;
  };
  const month = sign(at + 1) && sign(at + 3) ? part(at + 2, 12) : null;
  if (month === null) return null;
  const day = sign(at + 5) ? part(at + 4, 31) : null;
  const base = `${tokens[at]!.text}-${month}`;
  return day === null ? { to: at + 3, period: base } : { to: at + 5, period: `${base}-${day}` };
}
