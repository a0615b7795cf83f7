import { headerGroups, repeatedGroups } from './pastedHeader.ts';
import { endsName, isNumeric, isValue, mayJoin, type Word, wordsOf } from './pastedWords.ts';
import { bulletLength, type Line } from './plainLines.ts';

type Columns = Line['columns'];

const MOST_WORDS = 24;
const MOST_LABEL = 7;
const MOST_LENGTH = 250;
/** Words of a unit behind a number ('80 GB', '5,2 Mrd. $'). */
const MOST_UNIT = 2;
/** Begins no name, but goes on with a sentence. */
const SMALL = /^\p{Ll}+$/u;
const ENDS = /[.!?:;,\u3002]$/;

/** A row whose columns are parted by nothing but spaces: where each of its last numbers begins. */
interface Row {
  readonly words: readonly Word[];
  /** Indexes of the words that begin a number, in order; each with `joined`: thousands parted by spaces are one. */
  readonly single: readonly number[];
  readonly joined: readonly number[];
}

function readRow(line: Line): Row | null {
  if (line.text.length > MOST_LENGTH || bulletLength(line.text) > 0 || ENDS.test(line.text)) return null;
  const words = wordsOf(line.text, line.from);
  if (words.length < 2 || words.length > MOST_WORDS || isNumeric(words[0]!.text)) return null;
  const single = starts(words, false);
  return single.length > 0 ? { words, single, joined: starts(words, true) } : null;
}

/** The last numbers of a row, hardly a word between them. */
function starts(words: readonly Word[], join: boolean): number[] {
  const found: number[] = [];
  for (let at = words.length - 1, gap = 0; at >= 1; at--) {
    if (!isNumeric(words[at]!.text)) {
      if (++gap > MOST_UNIT) break;
      continue;
    }
    if (join && mayJoin(words[at - 1]!.text, words[at]!.text) && at > 1) continue;
    found.unshift(at);
    gap = 0;
  }
  return found;
}

/** The row cut into a label and `count` numbers; null where that is uncertain. */
function cut(row: Row, count: number, join: boolean): Columns | null {
  const all = join ? row.joined : row.single;
  const at = all.slice(all.length - count);
  const first = at[0];
  if (all.length < count || first === undefined || first > MOST_LABEL) return null;
  const [label, value] = [row.words[first - 1]!, row.words[first]!];
  if (first > 1 && SMALL.test(row.words[0]!.text)) return null;
  if (!endsName(label.text) || (!join && all.length > count && mayJoin(label.text, value.text))) return null;
  return [0, ...at].map((from, k) => ({
    from: row.words[from]!.from,
    to: row.words[(at[k] ?? row.words.length) - 1]!.to,
  }));
}

/** A table pasted from a page whose cells lost their borders: a line of headers, then two rows or more. */
export function spacedRows(lines: readonly (Line | null)[], at: number): Line[] | null {
  const head = lines[at];
  if (!head || !isHead(head) || !isHead(lines[at + 1])) return null;
  // below the first line of a run of rows no other is tried: each run is read twice at most
  if (at > 0 && readRow(head) && lines[at - 1] && readRow(lines[at - 1]!)) return null;
  const rows: Row[] = [];
  for (let line = lines[at + 1]; line && line.columns.length < 2; line = lines[at + 1 + rows.length]) {
    const row = readRow(line);
    if (!row) break;
    rows.push(row);
  }
  if (rows.length < 2) return null;
  const groups = headerGroups(wordsOf(head.text, head.from));
  if (groups.some(([word]) => isValue(word!.text))) return null;
  const least = Math.min(...rows.map((row) => row.single.length));
  const header = repeatedGroups(groups, least) ?? groups;
  const cells = body(rows, header.length - 1);
  if (!cells) return null;
  const columns = header.map((group) => ({ from: group[0]!.from, to: group.at(-1)!.to }));
  return [{ ...head, columns }, ...cells.map((own, k): Line => ({ ...lines[at + 1 + k]!, columns: own }))];
}

const isHead = (line: Line | null | undefined): boolean =>
  line != null &&
  line.columns.length < 2 &&
  !ENDS.test(line.text) &&
  line.text.includes(' ') &&
  line.text.length < MOST_LENGTH &&
  bulletLength(line.text) === 0;

function body(rows: readonly Row[], count: number): Columns[] | null {
  if (count < 1 || (count === 1 && rows.length < 3)) return null;
  for (const join of [false, true]) {
    // no number of its own begins with a zero: thousands are parted so here
    if (join && !rows.some(({ words }) => words.some(({ text }) => text.startsWith('0') && text.length > 2))) break;
    const cells = rows.map((row) => cut(row, count, join));
    if (cells.every((one) => one !== null)) return cells;
  }
  return null;
}
