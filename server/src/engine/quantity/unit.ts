import type { UnitWord } from '../language/quantityWords.ts';
import type { Span } from '../text/span.ts';
import { isAfterName, isChipName } from './guard.ts';
import type { NumberRead } from './numberRead.ts';
import { attachedMark, find, isElided, type Reader, skipJoin, skipQuote } from './reader.ts';

/** A unit read beside a number. */
export interface UnitRead {
  readonly unit: string;
  readonly exponent: number;
  readonly factor: number;
  readonly money: boolean;
  readonly kind: UnitWord['kind'];
  readonly next: number;
  readonly span: Span;
  /** The unit stands right after the number, nothing but a link word between. */
  readonly close: boolean;
  readonly noun: Span | null;
}

const MAX_GAP = 4;
const GPU = 'GPU';
const COUNT = 'count';
const CHIP = 'chip';
const HOUR = 'hour';
const GPU_HOUR = 'GPU-hour';

/** The unit after a number whose last token is before `at`. */
export function readUnit(r: Reader, number: NumberRead, at: number): UnitRead | null {
  const from = skipQuote(r, skipJoin(r, at));
  const direct = unitAt(r, number, from, at, true, from !== at);
  if (direct) return direct;
  const link = find(r, r.words.links, from);
  if (link) {
    const linked = unitAt(r, number, link.next, at, true, false);
    // 'millions de $', but not '5 de $'.
    if (linked && (linked.kind !== 'sign' || (linked.money && number.scale))) return linked;
  }
  const precision = skipWhile(from, (k) => find(r, r.words.precisions, k)?.next ?? -1, 2);
  if (precision > from) {
    const measured = unitAt(r, number, skipJoin(r, precision), at, false, false);
    if (measured) return measured;
  }
  return readNoun(r, number, link ? link.next : from, at);
}

function unitAt(
  r: Reader,
  number: NumberRead,
  at: number,
  numberEnd: number,
  close: boolean,
  joined: boolean,
): UnitRead | null {
  const found = find(r, r.words.units, at);
  if (!found || isElided(r, at, found.next)) return null;
  const { value, next } = found;
  if (value.kind === 'sign' && (joined || belongsToNext(r, at, next))) return null;
  if (value.kind === 'noun' && isVersion(r, number)) return null;
  if (value.kind === 'noun')
    return joined ? noun(r, at, next, numberEnd, value, close) : lastNoun(r, at, next, numberEnd, value, close);
  // '75 USD million'
  const scale = value.money && !number.scale ? find(r, r.words.scales, next) : null;
  if (scale?.value.kind === 'word' && !scale.value.money)
    return { ...value, exponent: scale.value.exponent, next: scale.next, span: spanOf(r, at, next), close, noun: null };
  return { ...value, next, span: spanOf(r, at, next), close, noun: null };
}

/** '$15 $75': the second sign is the next number's. */
const belongsToNext = (r: Reader, at: number, next: number): boolean => {
  const after = r.tokens[next];
  if (after?.kind !== 'digits' || !r.tokens[at]!.spaced) return false;
  if (!after.spaced) return true;
  // '10 $ 30 $': the next number has a sign of its own behind it
  return r.words.phrasing.signFirst && find(r, r.words.units, next + 1)?.value.kind !== 'sign';
};

/** 'iPhone 15 chips': a small number behind a name is part of it. */
const isVersion = (r: Reader, number: NumberRead): boolean =>
  number.kind === 'digits' && !number.amountLike && number.mantissa.length <= 2 && isAfterName(r, number.first);

/** Looks over names and modifiers for the thing counted: '2,048 Nvidia H800 GPUs', '23,000 advanced chips'. */
function readNoun(r: Reader, number: NumberRead, from: number, numberEnd: number): UnitRead | null {
  if (isVersion(r, number)) return null;
  let at = from;
  for (let gap = 0; gap <= MAX_GAP; gap++) {
    at = skipBetween(r, at, from);
    const token = r.tokens[at];
    if (token?.kind !== 'word') return null;
    if (at > from) {
      const found = find(r, r.words.units, at);
      if (found?.value.kind === 'noun') return lastNoun(r, at, found.next, numberEnd, found.value, false);
    }
    const precision = find(r, r.words.precisions, at);
    const modifier = precision ?? find(r, r.words.modifiers, at);
    if (!precision && isChipName(token.text) && countsChips(number)) return chip(r, at, numberEnd, at === from);
    if (modifier) at = skipJoin(r, modifier.next);
    else if (token.capital && !r.functionWords.has(token.text)) at = skipPossessive(r, skipJoin(r, at + 1));
    else return null;
  }
  return null;
}

const QUOTES = '"\u201C\u201D\u00AB\u00BB';

/** 'Nvidia (NVDA) GPUs', 'NVIDIA -GPUs': a ticker, a stray hyphen or a quotation mark inside the row. */
function skipBetween(r: Reader, at: number, from: number): number {
  const [mark, word, close] = [r.tokens[at], r.tokens[at + 1], r.tokens[at + 2]];
  if (mark?.kind === 'mark' && QUOTES.includes(mark.text) && word?.kind === 'word') return at + 1;
  if (at === from || mark?.kind !== 'mark' || word?.kind !== 'word' || word.spaced) return at;
  if (mark.text === '(' && close?.text === ')') return at + 3;
  return mark.text === '-' && mark.spaced && find(r, r.words.units, at + 1)?.value.kind === 'noun' ? at + 1 : at;
}

/** 'Google’s custom chips': the ending of a name. */
const skipPossessive = (r: Reader, at: number): number =>
  attachedMark(r, at, "'") && r.tokens[at + 1]?.text.length === 1 && !r.tokens[at + 1]!.spaced ? at + 2 : at;

/** 'puces H800': the name behind the noun. */
const isChip = (r: Reader, at: number): boolean => {
  const token = r.tokens[skipJoin(r, at)];
  return token?.kind === 'word' && isChipName(token.text);
};

/** '24 000 unités du H100', '20 000 unités de GPU': units of a chip are chips. */
function ofChip(r: Reader, at: number): boolean {
  const link = find(r, r.words.links, at);
  const from = link?.next ?? at;
  const name = link && r.tokens[from]?.kind === 'word' && r.functionWords.has(r.tokens[from]!.text) ? from + 1 : from;
  const token = r.tokens[name];
  if (token?.kind !== 'word') return false;
  return isChipName(token.text) || find(r, r.words.units, name)?.value.unit === GPU;
}

const countsChips = (number: NumberRead): boolean =>
  number.amountLike || (number.kind === 'digits' && !number.mantissa.includes('.'));

function chip(r: Reader, at: number, numberEnd: number, close: boolean): UnitRead {
  // '2.7M H800 hours', '31M H100-h'
  const next = afterChips(r, at + 1);
  const hours = find(r, r.words.units, skipJoin(r, next));
  if (hours?.value.unit === HOUR) {
    const value: UnitWord = { unit: GPU_HOUR, exponent: 0, factor: 1, kind: 'noun', money: false };
    return noun(r, at, hours.next, numberEnd, value, close);
  }
  const value: UnitWord = { unit: GPU, exponent: 0, factor: 1, kind: 'noun', money: false };
  return lastNoun(r, at, next, numberEnd, value, close);
}

/** 'H100/H200': chips that share a number. */
function afterChips(r: Reader, at: number): number {
  let next = at;
  for (; attachedMark(r, next, '/'); next += 2) {
    const name = r.tokens[next + 1];
    if (name?.kind !== 'word' || name.spaced || !isChipName(name.text)) break;
  }
  return next;
}

/** Where the language puts the head last, the last noun of the row counts: 'H800 GPU hours' are hours. */
function lastNoun(r: Reader, at: number, next: number, numberEnd: number, value: UnitWord, close: boolean): UnitRead {
  if (r.words.headLast) {
    for (let k = skipJoin(r, next), tries = 0; tries < 3; tries++) {
      const more = find(r, r.words.units, k);
      if (more?.value.kind === 'noun') {
        // 'H200 chips' are GPUs, 'GPU servers' are servers.
        const kept = value.unit === GPU && more.value.unit === 'chip' ? value : more.value;
        return lastNoun(r, k, more.next, numberEnd, kept, false);
      }
      const token = r.tokens[k];
      if (token?.kind !== 'word' || !isChipName(token.text)) break;
      k = skipJoin(r, k + 1);
    }
  }
  return noun(r, at, next, numberEnd, value, close);
}

function noun(r: Reader, at: number, next: number, numberEnd: number, value: UnitWord, close: boolean): UnitRead {
  let end = next;
  while (end < next + 3 && isName(r, end)) end++;
  const first = r.tokens[skipJoin(r, numberEnd)];
  const link = find(r, r.words.links, numberEnd);
  const start = link ? r.tokens[link.next]?.start : first?.start;
  const span = spanOf(r, at, next);
  return {
    ...value,
    unit: (value.unit === COUNT && ofChip(r, next)) || (value.unit === CHIP && isChip(r, next)) ? GPU : value.unit,
    next,
    span,
    close,
    noun: { start: Math.min(start ?? span.start, span.start), end: r.tokens[end - 1]!.end },
  };
}

const isName = (r: Reader, at: number): boolean => {
  const token = r.tokens[at];
  return (
    token?.kind === 'word' &&
    token.spaced &&
    (token.capital || isChipName(token.text)) &&
    !r.functionWords.has(token.text)
  );
};

function skipWhile(from: number, step: (at: number) => number, most: number): number {
  let at = from;
  for (let count = 0; count < most; count++) {
    const next = step(at);
    if (next < 0) break;
    at = next;
  }
  return at;
}

const spanOf = (r: Reader, from: number, to: number): Span => ({
  start: r.tokens[from]!.start,
  end: r.tokens[to - 1]!.end,
});
