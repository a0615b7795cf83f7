import { l10n, Position, type QuickPickItem, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ATTEND, FIGURES, type FigureView } from '../../server/src/host/messages.ts';

const PAUSE_MS = 150;

type Item = QuickPickItem & { readonly figure: FigureView };

const toItem = (figure: FigureView): Item => ({
  label: figure.amount,
  description: `${figure.subject} · ${figure.metric}`,
  detail: [figure.source, figure.scope].filter(Boolean).join(' · '),
  alwaysShow: true,
  figure,
});

/** Searches the reference as one types and puts the chosen figure at the caret, in the draft's language, cited. */
export async function insertFigure(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const uri = editor.document.uri.toString();
  void client.sendNotification(ATTEND, { uri }); // not waited for: what is typed next belongs to the search
  const figure = await choose(client, uri);
  if (!figure) return;
  const style = workspace.getConfiguration('ballpark', editor.document.uri).get('citation', 'link');
  const { text, end } = figure.insert[style] ?? { text: figure.amount, end: '' };
  const draft = editor.document.getText();
  const known = end !== '' && draft.includes(`\n${end.slice(0, end.indexOf(':') + 1)}`);
  await editor.edit((edit) => {
    edit.replace(editor.selection, text);
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const gap = draft.endsWith('\n') ? '\n' : '\n\n';
    if (end && !known) edit.insert(new Position(last.line, last.character), `${gap}${end}\n`);
  });
}

function choose(client: BaseLanguageClient, uri: string): Promise<FigureView | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Insert a figure');
  pick.placeholder = l10n.t('Subject and metric, as in: DeepSeek V3 training cost');
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  pick.onDidChangeValue((words) => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const turn = ++asked;
      pick.busy = true;
      const found = await client.sendRequest<readonly FigureView[]>(FIGURES, { uri, words }).catch(() => []);
      if (turn !== asked) return;
      pick.items = found.map(toItem);
      pick.busy = false;
    }, PAUSE_MS);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.figure);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
