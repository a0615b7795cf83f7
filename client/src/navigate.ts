import { commands, languages, Selection, TextEditorRevealType, window } from 'vscode';

/** Moves the caret to the next (1) or previous (-1) finding of the draft, hints too, around the end; shows its card. */
export async function go(way: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const starts = languages
    .getDiagnostics(editor.document.uri)
    .filter((diagnostic) => diagnostic.source === 'ballpark')
    .map((diagnostic) => diagnostic.range.start)
    .sort((a, b) => a.compareTo(b));
  const here = editor.selection.active;
  const beyond = way > 0 ? starts.find((s) => s.isAfter(here)) : starts.findLast((s) => s.isBefore(here));
  const target = beyond ?? (way > 0 ? starts[0] : starts.at(-1));
  if (!target) return;
  editor.selection = new Selection(target, target);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover');
}
