import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver';
import type { FigureView } from '../host/messages.ts';
import { RULES } from '../load/rules.ts';
import type { Sheet, World } from './checker.ts';

/** Typed before a search of the reference: `@figure:deepseek v3 cost`. */
const FIGURE = /@figure:([^\n@]{0,100})$/;
const SOURCE = /<!--\s{0,5}ballpark-source:\s{0,5}([\w.-]{0,100})$/;
const RULE = /<!--\s{0,5}ballpark-(?:ignore|ignore-next|disable|enable)\s{1,5}([\w-]{0,40})$/;
const DIRECTIVE = /<!--\s{0,5}(?:ballpark-?)?([\w-]{0,20})$/;
const DIRECTIVES = ['ignore', 'ignore-next', 'disable', 'enable', 'source:'];
const MOST = 60;
/** No line of prose is longer before the caret; what is, is not read. */
const LONGEST = 400;

export interface CompletionSetting {
  readonly citation: 'link' | 'footnote' | 'key' | 'none';
  readonly figures: (words: string) => readonly FigureView[];
}

/** What may follow what was typed: figures of the reference, sources and rules inside comments. */
export function completion(sheet: Sheet, at: Position, world: World, setting: CompletionSetting): CompletionItem[] {
  const offset = sheet.offsetAt(at);
  const before = sheet.getText().slice(Math.max(0, offset - LONGEST), offset);
  const replace = (match: RegExpExecArray, start: number, newText: string) => ({
    range: { start: sheet.positionAt(offset - match[0].length + start), end: at },
    newText,
  });
  const figure = FIGURE.exec(before);
  if (figure) return figureItems(sheet, setting, figure, (newText) => replace(figure, 0, newText));
  const plain = (match: RegExpExecArray, words: readonly string[], kind: CompletionItemKind): CompletionItem[] => {
    const typed = match[1] ?? '';
    const list = words.filter((word) => word.includes(typed)).slice(0, MOST);
    return list.map((label) => ({ label, kind, textEdit: replace(match, match[0].length - typed.length, label) }));
  };
  const source = SOURCE.exec(before);
  if (source) return plain(source, [...world.reference.sources.keys()], CompletionItemKind.Reference);
  const rule = RULE.exec(before);
  if (rule) return plain(rule, RULES, CompletionItemKind.EnumMember);
  const directive = DIRECTIVE.exec(before);
  if (!directive) return [];
  const typed = (directive[1] ?? '').replace(/^ballpark-?/, '');
  return DIRECTIVES.filter((word) => word.startsWith(typed)).map((word) => ({
    label: `ballpark-${word}`,
    kind: CompletionItemKind.Keyword,
    textEdit: replace(directive, 0, `<!-- ballpark-${word}`),
    filterText: directive[0],
  }));
}

function figureItems(
  sheet: Sheet,
  { citation, figures }: CompletionSetting,
  match: RegExpExecArray,
  edit: (text: string) => NonNullable<CompletionItem['textEdit']>,
): CompletionItem[] {
  const text = sheet.getText();
  const end = sheet.positionAt(text.length);
  return figures(match[1] ?? '').map((view, i) => {
    const { text: inserted, end: tail } = view.insert[citation] ?? { text: view.amount, end: '' };
    const known = tail !== '' && text.includes(`\n${tail.slice(0, tail.indexOf(':') + 1)}`);
    const newLines = text.endsWith('\n') ? '\n' : '\n\n';
    return {
      label: `${view.amount}, ${view.metric}`,
      detail: `${view.subject} · ${view.source}`,
      ...(view.scope ? { documentation: view.scope } : {}),
      kind: CompletionItemKind.Value,
      sortText: String(i).padStart(4, '0'),
      filterText: match[0],
      textEdit: edit(inserted),
      ...(tail && !known
        ? { additionalTextEdits: [{ range: { start: end, end }, newText: `${newLines}${tail}\n` }] }
        : {}),
    };
  });
}
