import {
  check,
  type Draft,
  explain,
  type FileReport,
  type Options,
  type Step,
  withFootnotes,
} from '../engine/index.ts';
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

/** A draft and the options it is read with, as the engine takes them. */
function prepared({ text, path, id, ...own }: DraftInput, { optionsFor }: Reading): { draft: Draft; options: Options } {
  const options = optionsFor(path);
  return {
    draft: { text, path, id, format: PLAIN.test(path) ? 'plain' : 'auto' },
    options: { ...options, language: own.language ?? options.language, writtenOn: own.date ?? options.writtenOn },
  };
}

/** Checks one draft and writes its sentences. Never throws. */
export function checkDraft(input: DraftInput, reading: Reading): DressedFileReport {
  const { draft, options } = prepared(input, reading);
  const report = withFootnotes(check(draft, options, reading.world), draft.text, reading.world);
  return dress(report, reading.locale, reading.names);
}

/** What each landing made of the amount at an offset of a draft that was checked. */
export function stepsAt(report: DressedFileReport, text: string, offset: number, reading: Reading): readonly Step[] {
  const { path, id, writtenOn } = report;
  const { draft, options } = prepared({ text, path, id, language: null, date: writtenOn }, reading);
  return explain(draft, options, reading.world, offset);
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
