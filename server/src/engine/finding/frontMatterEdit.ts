import { SETTINGS_KEY } from '../prose/directives.ts';
import type { Edit } from '../report.ts';

/** Writes `ballpark: { ignore: [...] }` into front matter without harming what stands there. */

const LIST: Edit['text'] = 'ignore';
const SPACE = '[ \\t]*';
const key = (after: string): RegExp => new RegExp(`^${SETTINGS_KEY}${SPACE}:${after}`, 'm');

/** What begins with a digit may read as a number: '12e4567890123456' would. */
const quote = (word: string): string => (/^[A-Za-z][\w-]*$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`);

type Add = (word: string) => Edit;

/**
 * Puts one entry more into the front matter's list; null where the front matter has a shape that is not ours to change.
 * `exists`: the draft's first lines were read as front matter. `nl`: how its lines end.
 */
export function frontMatterSlot(text: string, exists: boolean, nl: string): Add | null {
  const add = slot(text, exists, nl);
  return add && ((entry) => add(quote(entry)));
}

function slot(text: string, exists: boolean, nl: string): Add | null {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const open = /^---[ \t]*\r?\n/.exec(text.slice(bom, bom + 1000));
  const fresh = (word: string): string => `${SETTINGS_KEY}: { ${LIST}: [${word}] }`;
  if (!exists)
    return open || text.startsWith('+++', bom)
      ? null
      : (word) => added(bom, `---${nl}${fresh(word)}${nl}---${nl}${nl}`);
  if (!open) return null;
  const from = bom + open[0].length;
  const close = /^(---|\.\.\.)[ \t]*$/m.exec(text.slice(from));
  if (!close) return null;
  const body = text.slice(from, from + close.index);
  const found = key('').exec(body);
  if (!found) return (word) => added(from + close.index, `${fresh(word)}${nl}`);
  return intoExisting(body, found.index, from, nl);
}

const added = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** The key stands already: flow style `{ ignore: [a] }`, or block style with `ignore: [a]` or `- a` lines. */
function intoExisting(body: string, at: number, from: number, nl: string): Add | null {
  const rest = body.slice(at);
  const block = rest.slice(0, /\r?\n(?=[^\s#])/.exec(rest)?.index ?? rest.length);
  const base = from + at;
  const list = new RegExp(`${LIST}${SPACE}:${SPACE}\\[`).exec(block);
  if (list) {
    const inside = list.index + list[0].length;
    const close = block.indexOf(']', inside);
    if (close < 0) return null;
    const comma = block.slice(inside, close).trim() === '' ? '' : ', ';
    return (word) => added(base + close, comma + word);
  }
  const flow = key(`${SPACE}\\{`).exec(block);
  if (flow) {
    const inside = flow[0].length;
    const comma = block.slice(inside).trim().startsWith('}') ? ' ' : ',';
    return (word) => added(base + inside, ` ${LIST}: [${word}]${comma}`);
  }
  return intoLines(block, base, nl);
}

function intoLines(block: string, base: number, nl: string): Add | null {
  const dashes = new RegExp(`^([ \\t]+)${LIST}${SPACE}:${SPACE}\\r?\\n([ \\t]*)- `, 'm').exec(block);
  if (dashes) {
    const indent = dashes[2] ?? '';
    const dash = base + dashes.index + dashes[0].length - 2 - indent.length;
    return (word) => added(dash, `${indent}- ${word}${nl}`);
  }
  if (!key(`${SPACE}(#.*)?$`).test(block) || block.includes(LIST)) return null;
  const line = block.search(/\r?\n|$/);
  const indent = /\n([ \t]+)\S/.exec(block)?.[1] ?? '  ';
  return (word) => added(base + line, `${nl}${indent}${LIST}: [${word}]`);
}
