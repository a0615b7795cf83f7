import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CLIENT_FILE, type FileParams } from '../../server/src/host/messages.ts';

const MAX_BYTES = 1024 * 1024;
const MOST_FILES = 2000;
const DEEPEST = 8;
/** The only file that the server writes. */
const WRITTEN = 'ballpark-ignore.json';

/** Reads what the server cannot: a folder behind a file system of the editor's, in the browser every folder. */
export const answerFiles = (client: BaseLanguageClient): Disposable =>
  client.onRequest(CLIENT_FILE, async (params: FileParams): Promise<unknown> => {
    const uri = Uri.parse(params.uri, true);
    if (!workspace.getWorkspaceFolder(uri)) return null;
    switch (params.act) {
      case 'read':
        return read(uri);
      case 'modified':
        return modified(uri);
      case 'list':
        return list(uri, DEEPEST);
      case 'write':
        return write(uri, params.text);
    }
  });

async function read(uri: Uri): Promise<string | null> {
  const { type, size } = await workspace.fs.stat(uri);
  if (type !== FileType.File || size > MAX_BYTES) return null;
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** The local calendar day, ISO; null where the file system does not know it. */
async function modified(uri: Uri): Promise<string | null> {
  const { mtime } = await workspace.fs.stat(uri);
  if (!mtime) return null;
  const date = new Date(mtime);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Regular files of a folder and those in it; links are not followed. */
async function list(folder: Uri, depth: number): Promise<string[]> {
  const found: string[] = [];
  for (const [name, type] of await workspace.fs.readDirectory(folder)) {
    const uri = Uri.joinPath(folder, name);
    if (type === FileType.File) found.push(uri.toString());
    if (type === FileType.Directory && depth > 0) found.push(...(await list(uri, depth - 1)));
    if (found.length >= MOST_FILES) break;
  }
  return found.slice(0, MOST_FILES);
}

async function write(uri: Uri, text: string): Promise<boolean> {
  if (!uri.path.endsWith(`/${WRITTEN}`) || workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
}
