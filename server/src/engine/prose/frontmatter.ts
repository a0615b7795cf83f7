import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { FrontMatter } from './block.ts';
import { SETTINGS_KEY } from './directives.ts';
import { Mask } from './mask.ts';
import { type RawBlock, rawBlock } from './piece.ts';
import type { SentenceWords } from './sentences.ts';

/** What stands between the marks at the very start of a draft. */
export interface FrontMatterReading {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly RawBlock[];
  /** The text of the key `title`: the heading above all others. */
  readonly title: RawBlock | null;
}

/** Longer front matter is not read. */
const MAX_LENGTH = 65_536;
const EMPTY: FrontMatter = { span: null, date: null, language: null, ignore: [], problem: null };
export const NO_FRONT_MATTER: FrontMatterReading = { frontMatter: EMPTY, blocks: [], title: null };

/** The stretch of the front matter and of what is in it, or null. `---` is YAML, `+++` TOML. */
export function findFrontMatter(text: string): { end: number; from: number; to: number; yaml: boolean } | null {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const mark = text.slice(start, start + 3);
  if (mark !== '---' && mark !== '+++') return null;
  const from = nextLine(text, start);
  if (from < 0 || text.slice(start + 3, from).trim() !== '' || /^[\r\n]/.test(text.charAt(from))) return null;
  for (let at = from; at >= 0 && at < text.length && at - from < 1_000_000; ) {
    const next = nextLine(text, at);
    const line = text.slice(at, Math.min(next < 0 ? text.length : next, at + 80)).trimEnd();
    if (line === mark || (line === '...' && mark === '---')) {
      return { end: next < 0 ? text.length : next, from, to: at, yaml: mark === '---' };
    }
    at = next;
  }
  return null;
}

function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const carriage = text.slice(at, feed < 0 ? text.length : feed).indexOf('\r');
  if (carriage >= 0 && at + carriage + 1 !== feed) return at + carriage + 1;
  return feed < 0 ? -1 : feed + 1;
}

/** Reads front matter; null where the marks enclose no mapping (two rules around prose). Never throws. */
export function readFrontMatter(
  text: string,
  stretch: { readonly end: number; readonly from: number; readonly to: number; readonly yaml: boolean },
  proseKeys: readonly string[],
  words: SentenceWords,
): FrontMatterReading | null {
  const { from, to, end } = stretch;
  const span = { start: 0, end };
  const refuse = (message: string, start: number, stop: number): FrontMatterReading => {
    const problem = { message: message.slice(0, 300), start: from + start, end: Math.max(from + stop, from + start) };
    return { ...NO_FRONT_MATTER, frontMatter: { ...EMPTY, span, problem } };
  };
  if (!stretch.yaml) return { ...NO_FRONT_MATTER, frontMatter: { ...EMPTY, span } };
  if (to - from > MAX_LENGTH) return refuse('TOO_LARGE', 0, to - from);
  const source = text.slice(from, to);
  if (/[[{]{100}/.test(source)) return refuse('TOO_DEEP', 0, to - from);
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(source.replace(/\r(?!\n)/g, '\n'), {
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'UNREADABLE', 0, to - from);
  }
  const root = document.contents;
  const error = document.errors[0];
  if (error) {
    if (!/^[\w-]+\s*:/m.test(source)) return null;
    return refuse(error.message, error.pos[0], Math.min(error.pos[1], to - from));
  }
  if (root === null) return { ...NO_FRONT_MATTER, frontMatter: { ...EMPTY, span } };
  if (!isMap(root)) return null;
  return fields(root, text, from, span, proseKeys, words);
}

function fields(
  root: YAMLMap,
  text: string,
  from: number,
  span: { start: number; end: number },
  proseKeys: readonly string[],
  words: SentenceWords,
): FrontMatterReading {
  const own = child(root, SETTINGS_KEY);
  const settings = isMap(own) ? own : null;
  const ignore = settings ? child(settings, 'ignore') : null;
  const list = isSeq(ignore) ? ignore.items.map(scalarText) : [scalarText(ignore)];
  const blocks: RawBlock[] = [];
  let title: RawBlock | null = null;
  for (const item of root.items) {
    const { key, value } = item as Pair;
    if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string' || !value.range) continue;
    if (!proseKeys.includes(String(key.value))) continue;
    const block = scalarBlock(text, value, from, words);
    if (!block) continue;
    blocks.push(block);
    if (key.value === 'title') title = block;
  }
  const alias = root.items.find((item) => isAlias((item as Pair).value));
  const range = alias && isAlias(alias.value) ? alias.value.range : null;
  return {
    blocks: blocks.sort((a, b) => a.start - b.start),
    title,
    frontMatter: {
      span,
      date: isoDate((settings && scalarText(child(settings, 'date'))) || scalarText(child(root, 'date'))),
      language:
        (settings && scalarText(child(settings, 'language'))) ||
        scalarText(child(root, 'lang')) ||
        scalarText(child(root, 'language')),
      ignore: list.filter((entry): entry is string => entry !== null),
      problem: range ? { message: 'ALIAS', start: from + range[0], end: from + range[1] } : null,
    },
  };
}

/** The value of a key; the first where a key stands twice. Aliases are not followed. */
function child(map: YAMLMap, name: string): unknown {
  for (const item of map.items) if (isScalar(item.key) && item.key.value === name) return item.value;
  return null;
}

function scalarText(node: unknown): string | null {
  if (!isScalar(node) || node.value === null || typeof node.value === 'boolean') return null;
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  return text.trim().slice(0, 500) || null;
}

/** '2025', '2025-02' or '2025-02-03' at the start of a date; null for anything else. */
function isoDate(text: string | null): string | null {
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d-])/.exec(text ?? '');
  if (!match) return null;
  const [, year, month, day] = match;
  if (Number(month ?? 1) > 12 || Number(month ?? 1) < 1 || Number(day ?? 1) > 31 || Number(day ?? 1) < 1) return null;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

function scalarBlock(text: string, node: Scalar, base: number, words: SentenceWords): RawBlock | null {
  const from = base + node.range![0];
  const to = base + node.range![1];
  const mask = new Mask(text, from, to);
  const quote = text.charAt(from);
  if (quote === '|' || quote === '>') {
    const line = nextLine(text, from);
    mask.hide(from, line < 0 || line > to ? to : line);
  } else if (quote === '"' || quote === "'") {
    mask.hide(from, from + 1);
    for (let at = from + 1; at < to - 1; at++) {
      const c = text.charAt(at);
      if (c === "'" && quote === "'") mask.hide(at, ++at);
      else if (c === '\\' && quote === '"') at = maskEscape(text, at, mask);
    }
    mask.hide(to - 1, to);
  }
  const leaf = { text: mask.finish(), frozen: [], links: [], directives: [], breaks: [] };
  return rawBlock('frontmatter', from, leaf, words);
}

/** Masks an escape of a double-quoted scalar; returns its last position. */
function maskEscape(text: string, at: number, mask: Mask): number {
  const kind = text.charAt(at + 1);
  const digits = kind === 'x' ? 2 : kind === 'u' ? 4 : 0;
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  if (digits > 0 && !Number.isNaN(code)) mask.put(at, at + 2 + digits, String.fromCharCode(code));
  else if (kind === 'n' || kind === 't' || kind === '\n' || kind === '\r') mask.put(at, at + 2, ' ');
  else mask.hide(at, at + 1);
  return at + 1 + digits;
}
