import { readSpelled } from './numberWords.ts';
import { decimalString } from './numeral.ts';
import { find, type Reader } from './reader.ts';

/** A share in words: its value as percent or, where it is a tenth or less, as a ratio. */
export interface Share {
  readonly mantissa: string;
  readonly unit: 'percent' | 'ratio';
  readonly next: number;
}

const TENTH = 10;
const MOST = 1000;

/** 'two thirds', 'three fifths of', 'one in five', 'deux utilisateurs sur trois' without its noun. */
export function readShare(r: Reader, at: number): Share | null {
  const top = readSpelled(r, at);
  if (!top || top.lot) return null;
  const a = Number(top.mantissa);
  if (!Number.isInteger(a) || a < 1 || a >= MOST) return null;
  return fractionOf(r, top.next, a, top.article) ?? (top.article ? null : oneIn(r, top.next, a));
}

/** 'fifths' after a number, 'fifth of' after an article. */
function fractionOf(r: Reader, at: number, top: number, article: boolean): Share | null {
  const part = find(r, r.words.fractions, at);
  if (!part || part.value <= top || (article && !find(r, r.words.links, part.next))) return null;
  return share(top, part.value, part.next);
}

/** 'in five', 'out of ten': a number above it, with no measure behind it ('one in three years'). */
function oneIn(r: Reader, at: number, top: number): Share | null {
  const out = find(r, r.words.outOf, at);
  if (!out) return null;
  const digits = r.tokens[out.next]?.kind === 'digits' ? Number(r.tokens[out.next]!.text) : null;
  const spelled = digits === null ? readSpelled(r, out.next) : null;
  const bottom = digits ?? Number(spelled?.mantissa);
  const next = spelled?.next ?? out.next + 1;
  if (!(bottom > top && bottom <= MOST) || spelled?.article || find(r, r.words.scales, next)) return null;
  return find(r, r.words.units, next)?.value.kind === 'measure' ? null : share(top, bottom, next);
}

const share = (top: number, bottom: number, next: number): Share =>
  bottom >= TENTH && top === 1
    ? { mantissa: decimalString(top / bottom), unit: 'ratio', next }
    : { mantissa: decimalString((100 * top) / bottom), unit: 'percent', next };
