import { newMemo } from '../claim/aside.ts';
import { EMPTY_CONTEXT } from '../claim/claim.ts';
import type { World } from '../draft.ts';
import type { Block } from '../prose/block.ts';
import type { Claim, Edit, FigureRef, FileReport, Fix } from '../report.ts';
import { foldChar } from '../text/fold.ts';
import { newline } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Judging, judgeBlock } from './judgeBlock.ts';
import { ruleFor } from './severity.ts';

type Source = FigureRef['source'];

/** Kinds of block that a citation may stand in: a mark in a heading would change its anchor. */
const CITABLE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'cell', 'caption', 'quote']);
const KEY = 'fix.cite.key';
const LINK = 'fix.cite.link';
const FOOTNOTE = 'fix.cite.footnote';
const MARKUP = /[\\*_`[\]<>|]/g;

/** Kinds of source, the one that a writer would rather cite first. */
const RATHER: readonly string[] = [
  'filing',
  'paper',
  'datasheet',
  'official',
  'list_price',
  'estimate',
  'press',
  'dataset',
];

/** What a claim rests on: the figure that agrees with it, of a page if there is one, at first hand if it can be. */
export function sourceOf(references: readonly FigureRef[]): Source | null {
  const rank = ({ status, source }: FigureRef): number =>
    RATHER.indexOf(status) + (source.url === null ? RATHER.length : 0);
  const agreeing = references.filter((one) => one.role === 'agrees' && !one.local);
  return agreeing.sort((a, b) => rank(a) - rank(b))[0]?.source ?? null;
}

const isWordy = (c: string): boolean => /[\p{L}\p{N}\u2060-]/u.test(c);

/** Where a mark may follow an amount: behind the word it ends in; null inside links, code and before what would join it. */
function placeAfter(block: Block, raw: string, end: number): number | null {
  let at = end;
  while (at < raw.length && isWordy(raw.charAt(at))) at++;
  const next = raw.charAt(at);
  if (next === '(' || next === '[' || next === ':') return null;
  if (raw.startsWith(' [@', at)) return null;
  const inside = (spans: readonly Span[]): boolean => spans.some((span) => span.start < at && at <= span.end);
  return inside(block.links) || inside(block.frozen) ? null : at;
}

const encoded = (url: string): string =>
  url.replace(/[()<>|\\\s]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

function isPlain(block: Block, raw: string, span: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const [written, read] = [raw.charAt(at), block.text.charAt(at)];
    if (written !== read && !(foldChar(written) === ' ' && foldChar(read) === ' ')) return false;
  }
  return !/[[\]]/.test(raw.slice(span.start, span.end)) && !/[!\]]/.test(raw.charAt(span.start - 1));
}

const cite = (titleId: string, args: Fix['args'], edits: readonly Edit[]): Fix => ({
  kind: 'cite',
  titleId,
  args,
  safe: false,
  edits,
});

/** An inline link and a key for one claim, edits relative to the block. The footnote's number is the draft's affair. */
export function citations(block: Block, raw: string, span: Span, source: Source | null): Fix[] {
  if (!source || !CITABLE.has(block.kind)) return [];
  const { url, publisher } = source;
  if (url !== null && block.links.some((link) => link.url === url)) return [];
  const out: Fix[] = [];
  const linked = block.links.some((link) => link.start < span.end && span.start < link.end);
  if (url?.startsWith('https://') && !linked && isPlain(block, raw, span)) {
    const edits = [
      { start: span.start, end: span.start, text: '[' },
      { start: span.end, end: span.end, text: `](${encoded(url)})` },
    ];
    out.push(cite(LINK, { publisher: { kind: 'text', text: publisher } }, edits));
  }
  const at = placeAfter(block, raw, span.end);
  if (at !== null) {
    const key = source.id;
    out.push(cite(KEY, { key: { kind: 'text', text: key } }, [{ start: at, end: at, text: ` [@${key}]` }]));
  }
  return out;
}

const LABEL = '[^ballpark-';

const plainText = (text: string): string => text.replace(MARKUP, '\\$&');

/** `withTitle`: false where the title's own numbers would be read as claims. */
function definition(source: Source, withTitle: boolean): string {
  const parts = [plainText(source.publisher)];
  if (source.title && withTitle) parts.push(`*${plainText(source.title)}*`);
  parts.push(source.date);
  if (source.url?.startsWith('https://')) parts.push(`<${encoded(source.url)}>`);
  return parts.join(', ');
}

/** Footnotes that stand in the draft: label by the line of its definition, and the highest number in use. */
function standing(text: string): { readonly last: number; readonly lines: ReadonlyMap<string, string> } {
  const lines = new Map<string, string>();
  let last = 0;
  for (let at = text.indexOf(LABEL); at >= 0; at = text.indexOf(LABEL, at + 1)) {
    const close = text.indexOf(']', at);
    const number = Number(text.slice(at + LABEL.length, close));
    if (close < 0 || !Number.isSafeInteger(number)) continue;
    last = Math.max(last, number);
    const end = text.indexOf('\n', close);
    if (text.charAt(close + 1) === ':')
      lines.set(text.slice(close + 2, end < 0 ? text.length : end).trim(), String(number));
  }
  return { last, lines };
}

/** The definition as a paragraph of its own at the end of the draft. */
function atEnd(text: string, line: string): Edit {
  const nl = newline(text);
  const closed = text.endsWith('\n');
  const before = text.endsWith(nl + nl) ? '' : closed ? nl : nl + nl;
  return { start: text.length, end: text.length, text: `${before}${line}${closed ? nl : ''}` };
}

/** What footnotes are made from: a report, the text it is about, and whether they can stand at its end. */
export type Citable = Pick<FileReport, 'claims' | 'language' | 'writtenOn' | 'footnotes'>;

/**
 * The footnote of each claim beside which a mark can stand, made when it is asked for: numbered past those that stand
 * in the draft, one number a source. Null where the claim rests on nothing or the draft can hold no footnote.
 */
export function footnotesOf(report: Citable, text: string, world: World): (claim: Claim) => Fix | null {
  if (!report.footnotes) return () => null;
  const { last, lines } = standing(text);
  const judging: Judging = {
    world,
    language: report.language,
    writtenOn: report.writtenOn,
    knownAt: EVER,
    memo: newMemo(),
  };
  const numbers = new Map<string, number>();
  const notes = new Map<string, { readonly mark: string; readonly edits: readonly Edit[] }>();
  for (const { verdict, references } of report.claims) {
    const source = verdict === 'supported' || verdict === 'disputed' ? sourceOf(references) : null;
    if (source && !numbers.has(source.id)) numbers.set(source.id, numbers.size + 1);
  }
  const noteOf = (source: Source): { readonly mark: string; readonly edits: readonly Edit[] } => {
    const old = notes.get(source.id);
    if (old) return old;
    const line = definition(source, !speaks(`${source.publisher}, ${source.title}, ${source.date}`, judging));
    const label = lines.get(line);
    const mark = `${LABEL}${label ?? last + (numbers.get(source.id) ?? 1)}]`;
    const note = { mark, edits: label ? [] : [atEnd(text, `${mark}: ${line}`)] };
    notes.set(source.id, note);
    return note;
  };
  return (claim) => {
    const at = claim.fixes.find((fix) => fix.titleId === KEY)?.edits[0]?.start;
    const source = at === undefined ? null : sourceOf(claim.references);
    if (!source || at === undefined) return null;
    const { mark, edits } = noteOf(source);
    const args: Fix['args'] = { publisher: { kind: 'text', text: source.publisher } };
    return cite(FOOTNOTE, args, [{ start: at, end: at, text: mark }, ...edits]);
  };
}

/** A claim's fixes with its footnote before the other citations. */
export function withFootnote<F extends Fix>(fixes: readonly F[], footnote: F | null): readonly F[] {
  if (!footnote) return fixes;
  const first = fixes.findIndex((fix) => fix.kind === 'cite');
  return [...fixes.slice(0, first), footnote, ...fixes.slice(first)];
}

/** A report with the footnotes of all its claims: for those who write it out. */
export function withFootnotes(report: FileReport, text: string, world: World): FileReport {
  const footnote = footnotesOf(report, text, world);
  return {
    ...report,
    claims: report.claims.map((claim) => ({ ...claim, fixes: withFootnote(claim.fixes, footnote(claim)) })),
  };
}

const EVER = '9999-12-31';

/** Whether words of a definition would be found wrong: numbers in a title. */
function speaks(words: string, judging: Judging): boolean {
  const whole = { start: 0, end: words.length };
  const block: Block = {
    ...whole,
    kind: 'footnote',
    text: words,
    sentences: [whole],
    headings: [],
    level: null,
    table: null,
    language: null,
    quoted: [],
    links: [],
    frozen: [],
  };
  return judgeBlock(block, EMPTY_CONTEXT, judging)?.verdicts.some((verdict) => ruleFor(verdict) !== null) ?? false;
}
