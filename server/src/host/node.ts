import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decode } from './decode.ts';
import { compileGlob, expandBraces, isGlob, matchGlob } from './glob.ts';
import { type Found, walk } from './walk.ts';

export type { Found } from './walk.ts';

/** What a folder is searched for. */
const DRAFT = /\.(?:md|markdown|mdx|qmd|txt)$/i;
/** Larger files are no drafts; nothing more of them is read. */
export const MAX_BYTES: number = 64 * 1024 * 1024;

export interface ReadDraft {
  readonly text: string;
  /** Day the file was last written, local time as a Date. */
  readonly modified: Date;
  readonly skipped: 'binary' | 'too_large' | null;
}

/** Reads one draft, also from a pipe. Throws an Error with the system's message where it cannot be read. */
export async function readDraft(path: string): Promise<ReadDraft> {
  const info = await stat(path);
  if (info.isDirectory()) throw new Error(`EISDIR: is a directory, '${path}'`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path, { end: MAX_BYTES }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
  }
  if (size > MAX_BYTES) return { text: '', modified: info.mtime, skipped: 'too_large' };
  const decoded = decode(Buffer.concat(chunks));
  if ('binary' in decoded) return { text: '', modified: info.mtime, skipped: 'binary' };
  return { text: decoded.text, modified: info.mtime, skipped: null };
}

/** The drafts that files, folders and globs name, in their order, each once; and what could not be read. A file that is named is never excluded. */
export async function* findDrafts(
  names: readonly string[],
  isExcluded: (path: string) => boolean = () => false,
): AsyncGenerator<Found> {
  const given = new Set<string>();
  for (const name of names)
    for await (const found of named(name)) {
      if (given.has(found.path) || (found.path !== name && isExcluded(found.path))) continue;
      given.add(found.path);
      yield found;
    }
}

async function* named(name: string): AsyncGenerator<Found> {
  try {
    const info = await stat(name);
    if (info.isDirectory()) yield* walk(trimSlash(name), (path) => DRAFT.test(path));
    else yield { path: name, problem: null };
    return;
  } catch (error) {
    if (!isGlob(name)) {
      yield { path: name, problem: (error as Error).message };
      return;
    }
  }
  let any = false;
  for (const pattern of expandBraces(name))
    for await (const found of glob(pattern)) {
      any = true;
      yield found;
    }
  if (!any) yield { path: name, problem: 'no file matches' };
}

async function* glob(pattern: string): AsyncGenerator<Found> {
  const segments = pattern.replace(/^\.\//, '').split('/');
  const magic = segments.findIndex((s) => isGlob(s));
  const folder = magic < 0 ? segments.slice(0, -1) : segments.slice(0, magic);
  const compiled = compileGlob(segments.join('/'));
  // `docs/**` means the drafts in it; `docs/*.rst` says itself what it wants.
  const named = /\.\w+$/.test(segments.at(-1) ?? '');
  const wanted = (path: string): boolean => (named || DRAFT.test(path)) && matchGlob(compiled, path.split('/'));
  const root = folder.join('/') || (pattern.startsWith('/') ? '/' : '.');
  if (await stat(root).catch(() => null)) yield* walk(root, wanted);
}

const trimSlash = (path: string): string => path.replace(/(.)\/+$/, '$1');
