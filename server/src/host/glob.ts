/** Path patterns: `*`, `?`, `[a-z]`, `{md,txt}`, `**`. Matching takes at most length of pattern x length of path. */

type Piece = 'star' | 'any' | { readonly not: boolean; readonly ranges: readonly (readonly [string, string])[] };
const STARS: unique symbol = Symbol('**');

/** One compiled path segment, or `**`. */
export type Segment = readonly Piece[] | typeof STARS;

const literal = (c: string): Piece => ({ not: false, ranges: [[c, c]] });

function compileSegment(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '*') {
      if (pieces.at(-1) !== 'star') pieces.push('star');
    } else if (c === '?') pieces.push('any');
    else if (c === '\\' && i + 1 < text.length) pieces.push(literal(text[++i]!));
    else if (c === '[') {
      const end = text.indexOf(']', i + 2);
      if (end < 0) {
        pieces.push(literal(c));
        continue;
      }
      const body = text.slice(i + 1, end);
      const not = body[0] === '!' || body[0] === '^';
      pieces.push({ not, ranges: classRanges(not ? body.slice(1) : body) });
      i = end;
    } else pieces.push(literal(c));
  }
  return pieces;
}

function classRanges(body: string): [string, string][] {
  const ranges: [string, string][] = [];
  for (let i = 0; i < body.length; i++) {
    const from = body[i]!;
    if (body[i + 1] === '-' && i + 2 < body.length) {
      ranges.push([from, body[i + 2]!]);
      i += 2;
    } else ranges.push([from, from]);
  }
  return ranges;
}

/** Compiles a pattern with `/` between its segments. */
export const compileGlob = (pattern: string): Segment[] =>
  pattern.split('/').map((segment) => (segment === '**' ? STARS : compileSegment(segment)));

/** Greedy wildcard matching with one point of return: what a star took is the only thing ever tried again. */
function matches<P, T>(
  pattern: readonly P[],
  items: ArrayLike<T>,
  isStar: (p: P) => boolean,
  fits: (p: P, item: T) => boolean,
): boolean {
  let p = 0;
  let i = 0;
  let star = -1;
  let mark = 0;
  while (i < items.length) {
    const piece = pattern[p];
    if (piece !== undefined && isStar(piece)) {
      star = p++;
      mark = i;
    } else if (piece !== undefined && fits(piece, items[i]!)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++mark;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p]!)) p++;
  return p === pattern.length;
}

const fitsChar = (piece: Piece, c: string): boolean =>
  piece === 'any' || (piece !== 'star' && piece.ranges.some(([from, to]) => from <= c && c <= to) !== piece.not);
const fitsSegment = (segment: Segment, name: string): boolean =>
  segment !== STARS && matches(segment, name, (p) => p === 'star', fitsChar);

/** True where the whole path, split at `/`, fits the pattern. */
export const matchGlob = (pattern: readonly Segment[], path: readonly string[]): boolean =>
  matches(pattern, path, (s) => s === STARS, fitsSegment);

export const isGlob = (text: string): boolean => /[*?[{]/.test(text);

/** `a.{md,txt}` gives `a.md`, `a.txt`; at most 256 patterns, the rest is left as written. */
export function expandBraces(pattern: string): string[] {
  let done: string[] = [];
  let open: string[] = [pattern];
  while (open.length > 0 && open.length + done.length <= 256) {
    const next: string[] = [];
    for (const text of open) {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(text);
      if (!group) done.push(text);
      else
        for (const choice of group[1]!.split(','))
          next.push(text.slice(0, group.index) + choice + text.slice(group.index + group[0].length));
    }
    open = next;
  }
  done = done.concat(open);
  return done;
}

/** True where one of the globs fits the path, `/` between segments; a pattern without `/` fits any file name. */
export function isMatched(globs: readonly string[], path: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const whole = (glob: string): string => (glob.includes('/') ? glob.replace(/^\//, '') : `**/${glob}`);
  return globs.some((glob) => matchGlob(compileGlob(whole(glob)), segments));
}
