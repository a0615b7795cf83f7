import { check, type FileReport } from '../engine/index.ts';
import { type ReadDraft, readDraft } from '../host/node.ts';
import { type DressedFileReport, dress } from '../present/messages.ts';
import type { Reading } from './reading.ts';
import { localDay } from './terminal.ts';

/** One draft to check; `language` and `date` go before those of the run. */
export interface DraftInput {
  readonly text: string;
  readonly path: string;
  readonly id: string | null;
  readonly language: string | null;
  readonly date: string | null;
}

const PLAIN = /\.txt$/i;

/** Checks one draft and writes its sentences. Never throws. */
export function checkDraft(input: DraftInput, { world, optionsFor, locale, names }: Reading): DressedFileReport {
  const { text, path, id } = input;
  const format = PLAIN.test(path) ? 'plain' : 'auto';
  const options = optionsFor(path);
  const own = { ...options, language: input.language ?? options.language, writtenOn: input.date ?? options.writtenOn };
  return dress(check({ text, path, id, format }, own, world), locale, names);
}

/** What came of one path: its report with the text it is about, or why it could not be read. */
export type Outcome =
  | { readonly report: DressedFileReport; readonly text: string }
  | { readonly path: string; readonly problem: string };

/** Reads and checks one file. */
export async function checkFile(path: string, reading: Reading): Promise<Outcome> {
  let draft: ReadDraft;
  try {
    draft = await readDraft(path);
  } catch (error) {
    return { path, problem: (error as Error).message };
  }
  const { text, modified, skipped } = draft;
  if (skipped) return { report: dress(unread(path, skipped, reading), reading.locale, reading.names), text };
  const date = reading.optionsFor(path).writtenOn ?? localDay(modified);
  return { report: checkDraft({ text, path, id: null, language: null, date }, reading), text };
}

function unread(path: string, kind: 'binary' | 'too_large', { optionsFor }: Reading): FileReport {
  const options = optionsFor(path);
  const language = options.language === 'auto' ? 'und' : options.language;
  const note = { kind, start: 0, end: 0, messageId: `note.${kind}`, args: {} };
  return { path, id: null, language, writtenOn: options.writtenOn, notes: [note], claims: [], findings: [] };
}
