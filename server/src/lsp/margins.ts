import type { Connection } from 'vscode-languageserver';
import type { Checked } from './checker.ts';
import { hints } from './hints.ts';
import { lenses } from './lenses.ts';
import { links } from './links.ts';
import type { Settings } from './settings.ts';

/** What stands beside the text: links of keys, and, where the writer wants them, hints and lenses. */
export function answerMargins(
  connection: Connection,
  checkedOf: (uri: string) => Promise<Checked | null>,
  settings: (uri: string) => Promise<Settings>,
): void {
  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    const checked = await checkedOf(uri);
    return checked ? links(checked) : [];
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    const checked = (await settings(uri)).inlayHints ? await checkedOf(uri) : null;
    return checked ? hints(checked, range) : [];
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const checked = (await settings(uri)).codeLens ? await checkedOf(uri) : null;
    return checked ? lenses(checked) : [];
  });
}
