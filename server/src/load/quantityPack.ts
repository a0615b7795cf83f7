import type {
  Direction,
  FactorWord,
  HedgeWord,
  NumberWord,
  QuantityWords,
  ScaleWord,
  UnitWord,
} from '../engine/language/quantityWords.ts';
import { VULGAR } from '../engine/quantity/number.ts';
import { decimalString } from '../engine/quantity/numeral.ts';
import { type Phrase, Phrases } from '../engine/text/phrases.ts';
import { tokenize } from '../engine/text/tokens.ts';
import { toPhrasing } from './phrasingPack.ts';
import type { RawHedge, RawQuantityPack, RawSigns } from './rawQuantityPack.ts';
import { unitPhrases } from './unitWords.ts';

type Lists = Readonly<Record<string, readonly string[]>>;

const NO_SIGNS: RawSigns = {
  prefixes: {},
  money: {},
  exact: [],
  units: [],
  times: [],
  precisions: [],
  suffixes: [],
  hedges: [],
  hedgesAfter: [],
  directions: {},
  pairs: [],
  per: [],
  list: [],
};

const all = <T>(texts: readonly string[] | undefined, value: T): Phrase<T>[] =>
  (texts ?? []).map((text) => ({ text, value }));
const set = (...lists: (readonly string[] | undefined)[]): Phrases<true> =>
  new Phrases(lists.flatMap((list) => all(list, true as const)));
const keyed = <T>(lists: Lists | undefined, value: (key: string) => T): Phrases<T> =>
  new Phrases(Object.entries(lists ?? {}).flatMap(([key, texts]) => all(texts, value(key))));
const hedges = (...lists: (readonly RawHedge[] | undefined)[]): Phrases<HedgeWord> =>
  new Phrases(lists.flatMap((list) => (list ?? []).flatMap(({ op, strength, words }) => all(words, { op, strength }))));

const NO_FACTOR: FactorWord = { unit: 'ratio', value: null, direction: null };
const PERCENT: UnitWord = { unit: 'percent', exponent: 0, factor: 1, kind: 'sign', money: false };

/** Builds the words of quantities from a pack's parsed files, keyed by file name; `signs` is the shared file. */
export function toQuantityWords(pack: unknown): QuantityWords {
  const words = toWords(pack);
  const { numbers, vague, factors, signs, hedges, rangeOpen } = words;
  const firsts = (...all: Phrases<unknown>[]): string[] => all.flatMap((phrases) => [...phrases.firsts()]);
  const begins = new Set([...firsts(numbers, vague, factors, signs), ...VULGAR.keys(), '.']);
  return {
    ...words,
    starts: new Set([...begins, ...firsts(hedges, rangeOpen)]),
    begins,
    articles: articlesOf(pack, words),
  };
}

/** Words that are nothing but an article, each with all that may follow it in an amount. */
function articlesOf(pack: unknown, words: ReturnType<typeof toWords>): QuantityWords['articles'] {
  const { numbers, vague, factors, signs, scales, units, fractions, precisions, links, over, times, outOf } = words;
  const behind = [numbers, scales, units, fractions, precisions, links, over, times, outOf];
  const all = behind.flatMap((phrases) => [...phrases.firsts()]);
  const texts = Object.keys((pack as RawQuantityPack | null)?.numerals?.words?.['article'] ?? {});
  const begins = [numbers, vague, factors, signs] as readonly Phrases<unknown>[];
  return new Map(
    texts
      .filter((text) => !text.includes(' '))
      .map((text) => [text, new Set([...all, ...begins.flatMap((phrases) => phrases.seconds(text))])]),
  );
}

function toWords(pack: unknown): Omit<QuantityWords, 'starts' | 'begins' | 'articles'> {
  const raw = (pack ?? {}) as RawQuantityPack;
  const signs = raw.signs ?? NO_SIGNS;
  const { numerals, scales, units, phrasing } = raw;
  const around = raw.hedges;
  const { after, before } = unitPhrases(signs, units ?? {});
  const factorSigns = all(around?.factorBefore, {
    unit: 'ratio',
    exponent: 0,
    factor: 1,
    kind: 'sign' as const,
    money: false,
  });
  return {
    decimal: numerals?.decimal ?? '.',
    groups: numerals?.group ?? [],
    sums: numerals?.sums ?? false,
    shortForms: numerals?.shortForms ?? false,
    over: set(numerals?.over),
    numbers: new Phrases(numberWords(numerals)),
    scales: new Phrases(scaleWords(scales, signs)),
    units: new Phrases(after),
    signs: new Phrases([...before, ...factorSigns, ...all(units?.percentBefore, PERCENT)]),
    sharedSigns: new Map(Object.entries(signs.shared ?? {})),
    links: set(units?.links),
    scaleLinks: (phrasing?.link ?? '') !== '',
    ordinals: set(numerals?.ordinals),
    fractions: new Phrases(Object.entries(numerals?.fractions ?? {}).flatMap(([of, texts]) => all(texts, Number(of)))),
    outOf: set(numerals?.outOf),
    modifiers: set(units?.modifiers),
    headLast: units?.headLast ?? false,
    capitalNouns: units?.capitalNouns ?? false,
    precisions: set(signs.precisions),
    hedges: hedges(around?.before, signs.hedges),
    hedgesAfter: hedges(around?.after, signs.hedgesAfter),
    rangeOpen: new Phrases([
      ...all(around?.ranges?.['pair'], 'pair' as const),
      ...all(around?.ranges?.['from'], 'from' as const),
    ]),
    rangeAnd: set(around?.ranges?.['and']),
    rangeTo: set(around?.ranges?.['to']),
    per: new Phrases([
      ...all(around?.per?.['any'], 'any' as const),
      ...all(signs.per, 'any' as const),
      ...all(around?.per?.['time'], 'time' as const),
    ]),
    periods: keyed(around?.periods, (key) => key),
    vague: new Phrases((around?.vague ?? []).flatMap(({ low, high, words }) => all(words, [low, high] as const))),
    factors: new Phrases([...factorWords(around?.factors), ...all(around?.idioms, NO_FACTOR)]),
    times: set2(signs.times, around?.times),
    timesSigns: new Set(signs.times.map((text) => text.toLowerCase())),
    directions: keyed({ ...merge(signs.directions, around?.directions) }, (key) => key as Direction),
    pairs: set(signs.pairs, around?.pairs),
    yearBefore: set(around?.years?.before),
    priceYears: (around?.years?.price ?? []).map((text) => tokenize(text).map((token) => token.text)),
    listAnd: set(signs.list, around?.list),
    contrasts: set(around?.contrasts),
    headerIn: set(units?.headerIn),
    sized: set(units?.sized),
    headers: keyed(units?.headers, (unit) => ({ unit })),
    phrasing: toPhrasing(raw),
  };
}

const merge = (a: Lists, b: Lists | undefined): Lists =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b ?? {})])].map((key) => [
      key,
      [...(a[key] ?? []), ...(b?.[key] ?? [])],
    ]),
  );

const set2 = (...lists: (readonly string[] | undefined)[]): Phrases<FactorWord> =>
  new Phrases(lists.flatMap((list) => all(list, { unit: 'ratio' as const, value: null, direction: null })));

function numberWords(numerals: RawQuantityPack['numerals']): Phrase<NumberWord>[] {
  const listed = Object.entries(numerals?.words ?? {}).flatMap(([role, words]) =>
    Object.entries(words).map(([text, value]) => ({
      text,
      value: { role: role as NumberWord['role'], value: decimalString(value) },
    })),
  );
  return [...listed, ...compounds(numerals?.compounds)];
}

/** Numbers that a language writes as one word: 'zweiundzwanzig', 'dreihundert', 'fünftausend'. */
function compounds(raw: NonNullable<RawQuantityPack['numerals']>['compounds']): Phrase<NumberWord>[] {
  if (!raw) return [];
  const out: Phrase<NumberWord>[] = [];
  const add = (text: string, value: number): number => out.push({ text, value: { role: 'add', value: String(value) } });
  const below = new Map(Object.entries(raw.ones));
  const addHundreds = (text: string, value: number): void => {
    add(text + raw.hundred, value);
    for (const [rest, more] of below) add(text + raw.hundred + rest, value + more);
  };
  for (const [ten, value] of Object.entries(raw.tens)) {
    below.set(ten, value);
    for (const [one, digit] of Object.entries(raw.ones))
      if (digit < 10) below.set(one + raw.joiner + ten, value + digit);
  }
  for (const [text, value] of below) {
    add(text, value);
    add(text + raw.thousand, value * 1000);
    if (value < 10) addHundreds(text, value * 100);
    if (value < 10) add(text + raw.hundred + raw.thousand, value * 100_000);
  }
  return out;
}

function scaleWords(scales: RawQuantityPack['scales'], signs: RawSigns): Phrase<ScaleWord>[] {
  const read = (lists: Lists | undefined, money: boolean): Phrase<ScaleWord>[] =>
    Object.entries(lists ?? {}).flatMap(([exponent, texts]) =>
      all(texts, { exponent: Number(exponent), kind: 'word' as const, money }),
    );
  const suffixes = [...signs.suffixes, ...(scales?.suffixes ?? [])].map(({ text, exponent, exact, money }) => ({
    text,
    exact: exact ?? false,
    value: { exponent, kind: 'suffix' as const, money: money ?? false },
  }));
  return [...read(scales?.words, false), ...read(scales?.money, true), ...suffixes];
}

const factorWords = (factors: NonNullable<RawQuantityPack['hedges']>['factors']): Phrase<FactorWord>[] =>
  (factors ?? []).flatMap(({ value, unit, words, direction }) =>
    all(words, { unit: unit ?? 'ratio', value: decimalString(value), direction: direction ?? null }),
  );
