import { bulletLength, type Line } from './plainLines.ts';

const SEPARATORS = ':\uFF1A\u2013\u2014=';
const LONGEST = 60;
/** A number and nothing else, marks of emphasis apart. */
const BARE = /^[*_]{0,3}[~\u2248<>\u2264\u2265+\u2212-]?\d[\d.,'\u2019\u00A0\u202F ]{0,20}[*_]{0,3}$/;
const LETTER = /\p{L}/u;
const SPACE = /\s/;

/**
 * 'Amazon: 200': a name and a bare number, as the two columns of a row; null for any other stretch. What the number
 * counts is said by the name or by what leads to the list.
 */
export function labelledRow(source: string, from: number, to: number): Line | null {
  if (to - from > 2 * LONGEST) return null;
  let at = to - 1;
  while (at > from && !SEPARATORS.includes(source.charAt(at))) at--;
  let label = at;
  while (label > from && SPACE.test(source.charAt(label - 1))) label--;
  let value = at + 1;
  while (value < to && SPACE.test(source.charAt(value))) value++;
  if (at === from || label - from > LONGEST || value === at + 1) return null;
  if (!LETTER.test(source.slice(from, label)) || !BARE.test(source.slice(value, to))) return null;
  return {
    from,
    to,
    text: source.slice(from, to),
    columns: [
      { from, to: label },
      { from: value, to },
    ],
  };
}

/** Two lines or more of that kind, with bullets or without, below one that ends with a colon. */
export function labelledRows(lines: readonly (Line | null)[], at: number): Line[] | null {
  const lead = lines[at - 1] ?? lines[at - 2];
  if (!lead || !/[:\uFF1A]$/.test(lead.text)) return null;
  const rows: Line[] = [];
  for (let line = lines[at]; line && line.columns.length < 2; line = lines[at + rows.length]) {
    let from = line.from + bulletLength(line.text);
    while (from < line.to && SPACE.test(line.text.charAt(from - line.from))) from++;
    const row = labelledRow(line.text, from - line.from, line.text.length);
    if (!row) break;
    const columns = row.columns.map((column) => ({ from: column.from + line!.from, to: column.to + line!.from }));
    rows.push({ ...line, columns });
  }
  return rows.length > 1 ? rows : null;
}
