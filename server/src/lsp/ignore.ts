import type { Args, Edit, Fix } from '../engine/index.ts';

/** Writes `ballpark: { ignore: [...] }` into a draft without harming what stands there. Offsets are UTF-16. */

interface Span {
  readonly start: number;
  readonly end: number;
}

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const startOfLine = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

/** Start of the first line of the paragraph that holds `at`; a list item or block quote keeps its own marks. */
function paragraphStart(text: string, at: number): number {
  let start = startOfLine(text, at);
  while (start > 0) {
    const above = text.slice(startOfLine(text, start - 1), start).trim();
    if (above === '' || above === '---' || /^(#{1,6}\s|```|~~~|<!--)/.test(above)) break;
    start = startOfLine(text, start - 1);
  }
  return start;
}

/** A comment on its own line before the paragraph of `span`, at the paragraph's own depth. */
export function ignoreHere(text: string, span: Span, rule: string): Edit | null {
  const start = paragraphStart(text, span.start);
  const line = text.slice(start, span.end);
  // Inside a table, a list or a quotation a comment line would cut it in two: say it in the front matter instead.
  if (/^[ \t]*([|>*+-]|\d+[.)])/.test(line)) return null;
  const end = lineEnd(text);
  return { start, end: start, text: `<!-- ballpark-ignore ${rule} -->${end}` };
}

const quote = (word: string): string =>
  /^[A-Za-z0-9][\w.-]*$/.test(word) && !/^[\d.]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`;

/** One entry more in the front matter's list; null where the front matter has a shape that is not ours to change. */
export function ignoreInFrontMatter(text: string, entry: string): Edit | null {
  const nl = lineEnd(text);
  const word = quote(entry);
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const open = /^---[ \t]*\r?\n/.exec(text.slice(bom));
  const fresh = `ballpark: { ignore: [${word}] }`;
  if (!open) return { start: bom, end: bom, text: `---${nl}${fresh}${nl}---${nl}${nl}` };
  const from = bom + open[0].length;
  const close = /^(---|\.\.\.)[ \t]*$/m.exec(text.slice(from));
  if (!close) return null;
  const body = text.slice(from, from + close.index);
  const key = /^ballpark[ \t]*:/m.exec(body);
  if (!key) return { start: from + close.index, end: from + close.index, text: `${fresh}${nl}` };
  return intoExisting(body, key.index, from, word);
}

/** `ballpark:` stands already: flow style `{ ignore: [a] }`, or block style with `ignore: [a]` or `- a` lines. */
function intoExisting(body: string, key: number, from: number, word: string): Edit | null {
  const rest = body.slice(key);
  const end = /\r?\n(?=[^\s#])/.exec(rest)?.index ?? rest.length;
  const block = rest.slice(0, end);
  const at = from + key;
  const list = /ignore[ \t]*:[ \t]*\[/.exec(block);
  if (list) {
    const inside = list.index + list[0].length;
    const close = block.indexOf(']', inside);
    if (close < 0) return null;
    const comma = block.slice(inside, close).trim() === '' ? '' : ', ';
    return { start: at + close, end: at + close, text: comma + word };
  }
  const flow = /^ballpark[ \t]*:[ \t]*\{/.exec(block);
  if (flow) {
    const inside = flow[0].length;
    const comma = block.slice(inside).trim().startsWith('}') ? ' ' : ', ';
    return { start: at + inside, end: at + inside, text: ` ignore: [${word}]${comma}`.replace(/, $/, ',') };
  }
  const dashes = /^([ \t]+)ignore[ \t]*:[ \t]*\r?\n([ \t]*)- /m.exec(block);
  const nl = lineEnd(body);
  if (dashes) {
    const dash = at + dashes.index + dashes[0].length - 2 - (dashes[2] ?? '').length;
    return { start: dash, end: dash, text: `${dashes[2]}- ${word}${nl}` };
  }
  if (/^ballpark[ \t]*:[ \t]*(#.*)?$/m.test(block) && !/ignore/.test(block)) {
    const line = block.search(/\r?\n|$/);
    const indent = /\n([ \t]+)\S/.exec(block)?.[1] ?? '  ';
    return { start: at + line, end: at + line, text: `${nl}${indent}ignore: [${word}]` };
  }
  return null;
}

/** The fixes that silence one finding in its own draft. */
export function ignoreFixes(
  text: string,
  finding: Span & { readonly rule: string },
  fingerprint: string | null,
): Fix[] {
  const args: Args = { rule: { kind: 'text', text: finding.rule } };
  const fix = (titleId: string, edit: Edit | null): Fix[] =>
    edit ? [{ kind: 'ignore', titleId, args, safe: false, edits: [edit] }] : [];
  return [
    ...fix('fix.ignore.here', ignoreHere(text, finding, finding.rule)),
    ...fix('fix.ignore.frontmatter', fingerprint ? ignoreInFrontMatter(text, fingerprint) : null),
  ];
}
