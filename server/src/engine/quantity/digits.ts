import type { QuantityWords } from '../language/quantityWords.ts';
import { isHidden } from '../text/fold.ts';
import type { Token } from '../text/tokens.ts';
import type { Reader } from './reader.ts';

/** Digits with their separators. */
export interface Digits {
  readonly mantissa: string;
  /** Where one separator with three digits after it can be read two ways: the reading without it, or with it as decimal mark. */
  readonly grouped: string | null;
  readonly pointed: string | null;
  /** The mark is no thousands separator of the language. */
  readonly foreign: boolean;
  /** Thousands separator and decimal mark as written. */
  readonly group: string | null;
  readonly point: string | null;
  readonly next: number;
}

/** Longer runs are no amounts of anything. */
const MAX_DIGITS = 40;
const MAX_PARTS = 14;
/** Here the full-width forms begin. */
const WIDE = 0xff00;

/** The space that parts the first thousands, as written. */
function spaceAfter(r: Reader, at: number): string {
  const next = r.tokens[at + 1]!;
  for (let k = r.tokens[at]!.end; k < next.start; k++) if (!isHidden(r.text.charAt(k))) return r.text.charAt(k);
  return ' ';
}

interface Chain {
  readonly parts: readonly string[];
  readonly marks: readonly string[];
  /** Token after each part. */
  readonly ends: readonly number[];
}

/** Reads digits at a token; `skipTo` is the token to go on from where they are no number (a version, a date). */
export function readDigits(r: Reader, at: number): Digits | { readonly skipTo: number } | null {
  const first = r.tokens[at];
  if (first?.kind !== 'digits') return null;
  const chain = loosen(r, collect(r, at, first));
  const end = chain.ends.at(-1)!;
  if (chain.parts.length > MAX_PARTS || chain.parts.reduce((sum, part) => sum + part.length, 0) > MAX_DIGITS)
    return { skipTo: end };
  const digits = interpret(chain, r.words);
  if (!digits) return { skipTo: end };
  return digits.group === ' ' ? { ...digits, group: spaceAfter(r, at) } : digits;
}

function collect(r: Reader, at: number, first: Token): Chain {
  const parts = [first.text];
  const marks: string[] = [];
  const ends = [at + 1];
  for (let next = at + 1; ; ) {
    const mark = r.tokens[next];
    const after = r.tokens[next + 1];
    if (
      mark?.kind === 'mark' &&
      !mark.spaced &&
      isSeparator(r, mark, first) &&
      after?.kind === 'digits' &&
      !after.spaced
    ) {
      marks.push(mark.text);
      parts.push(after.text);
      next += 2;
    } else if (
      mark?.kind === 'digits' &&
      mark.text.length === 3 &&
      parts.at(-1)!.length <= 3 &&
      (marks.length === 0 || marks.at(-1) === ' ') &&
      (marks.length > 0 || first.text.charAt(0) !== '0') &&
      oneSpace(r.text, r.tokens[next - 1]!, mark)
    ) {
      marks.push(' ');
      parts.push(mark.text);
      next++;
    } else return { parts, marks, ends };
    ends.push(next);
  }
}

/** A plain space parts thousands only where the language writes it so, or a word follows the number. */
function loosen(r: Reader, chain: Chain): Chain {
  const spaced = chain.marks.indexOf(' ');
  if (spaced < 0 || r.words.groups.includes(' ') || r.tokens[chain.ends.at(-1)!]?.kind === 'word') return chain;
  const plain = chain.marks.some((mark, at) => {
    const next = r.tokens[chain.ends[at]!];
    return mark === ' ' && next !== undefined && r.text.charAt(next.start - 1) === ' ';
  });
  if (!plain) return chain;
  return {
    parts: chain.parts.slice(0, spaced + 1),
    marks: chain.marks.slice(0, spaced),
    ends: chain.ends.slice(0, spaced + 1),
  };
}

/** A full-width mark parts full-width digits only: behind others it ends a clause. */
const isSeparator = (r: Reader, { text, start }: Token, first: Token): boolean =>
  (text === '.' || text === ',' || text === "'" || text === '\u066C') &&
  (r.text.charCodeAt(start) < WIDE || r.text.charCodeAt(first.start) >= WIDE);

/** Exactly one space, of any kind, stands between two tokens. */
function oneSpace(text: string, left: Token, right: Token): boolean {
  let spaces = 0;
  for (let at = left.end; at < right.start; at++) if (!isHidden(text.charAt(at))) spaces++;
  return spaces === 1;
}

const threes = (parts: readonly string[]): boolean =>
  parts.length > 1 &&
  parts[0]!.length <= 3 &&
  parts[0]!.charAt(0) !== '0' &&
  parts.every((part, at) => at === 0 || part.length === 3);

/** 12,34,567 */
const indian = (parts: readonly string[]): boolean =>
  parts.length > 2 &&
  parts[0]!.length <= 2 &&
  parts.at(-1)!.length === 3 &&
  parts.every((part, at) => at === 0 || at === parts.length - 1 || part.length === 2);

function interpret({ parts, marks, ends }: Chain, words: QuantityWords): Digits | null {
  const whole = (count: number): Digits => ({
    mantissa: parts.slice(0, count).join(''),
    grouped: null,
    pointed: null,
    foreign: false,
    group: count > 1 ? (marks[0] ?? null) : null,
    point: null,
    next: ends[count - 1]!,
  });
  if (parts[0]!.length > 1 && parts[0]!.charAt(0) === '0') return null;
  if (marks.length === 0) return whole(1);
  const last = marks.at(-1)!;
  const kinds = new Set(marks);
  if (kinds.size > 2) return null;
  if (kinds.size === 2) {
    const body = parts.slice(0, -1);
    const once = marks.indexOf(last) === marks.length - 1;
    if (!once || (last !== '.' && last !== ',') || !(threes(body) || (marks[0] === ',' && indian(body)))) return null;
    return { ...whole(parts.length), mantissa: `${body.join('')}.${parts.at(-1)}`, point: last };
  }
  if (marks.length > 1) return threes(parts) || (last === ',' && indian(parts)) ? whole(parts.length) : null;
  if (last === ' ' || last === "'") return threes(parts) ? whole(2) : whole(1);
  const point = { ...whole(2), mantissa: `${parts[0]}.${parts[1]}`, group: null, point: last };
  if (!threes(parts)) return point;
  // Three digits after one mark: the locale decides; the foreign reading travels along.
  if (last === words.decimal) return { ...point, grouped: parts.join('') };
  return { ...whole(2), pointed: point.mantissa, foreign: !words.groups.includes(last) };
}
