import { Range, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CLAIMS, type ClaimsResult, type ClaimView, type Stretch } from '../../server/src/host/messages.ts';

export const toRange = ({ start, end }: Stretch): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** The claims of an open draft; null where it is not checked or the server is away. */
export async function claimsOf(client: BaseLanguageClient, uri: string): Promise<ClaimsResult | null> {
  if (!client.isRunning()) return null;
  return client.sendRequest<ClaimsResult | null>(CLAIMS, { uri }).catch(() => null);
}

export async function claimUnder(
  client: BaseLanguageClient,
  editor: TextEditor | undefined,
): Promise<ClaimView | null> {
  if (!editor) return null;
  const result = await claimsOf(client, editor.document.uri.toString());
  return result?.claims.find((claim) => toRange(claim.range).contains(editor.selection.active)) ?? null;
}
