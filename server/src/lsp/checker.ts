import type { Cache, check, Draft, FileReport, NoteKind, Options, World } from '../engine/index.ts';
import type { Locale } from '../present/locale.ts';
import { type DressedFileReport, dress } from '../present/messages.ts';
import { namesOf } from '../present/names.ts';

export type { Options, World };
export type Check = typeof check;

/** A draft as an editor holds it: the part of a text document that a check needs. */
export interface Sheet {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
  positionAt(offset: number): { line: number; character: number };
  offsetAt(position: { line: number; character: number }): number;
}

/** One check of one version of one draft. */
export interface Checked {
  /** As it was when it was checked. */
  readonly document: Sheet;
  readonly report: DressedFileReport;
  readonly locale: Locale;
  readonly world: World;
  readonly ms: number;
}

const PROBE = 8192;

/** A report that says nothing but why. */
export const emptyReport = (
  draft: Draft,
  options: Options,
  note: NoteKind,
  messageId: string,
  args: FileReport['notes'][number]['args'] = {},
): FileReport => ({
  path: draft.path,
  id: draft.id,
  language: options.language,
  writtenOn: options.writtenOn,
  notes: [{ kind: note, messageId, args, start: 0, end: 0 }],
  claims: [],
  findings: [],
});

/** Runs the engine so that nothing it meets can stop the server: a failure is told to `onFailure`, the draft says nothing. */
export function runCheck(
  engine: Check,
  draft: Draft,
  options: Options,
  world: World,
  onFailure: (error: unknown) => void,
  cache: Cache | null,
): FileReport {
  if (draft.text.length > options.maxLength) {
    return emptyReport(draft, options, 'too_large', 'note.too_large', {
      limit: { kind: 'number', number: options.maxLength },
    });
  }
  if (draft.text.slice(0, PROBE).includes('\0')) return emptyReport(draft, options, 'binary', 'note.binary');
  try {
    return engine(draft, options, world, cache);
  } catch (error) {
    onFailure(error);
    return emptyReport(draft, options, 'skipped', 'note.failed');
  }
}

/** A report in the reader's words. */
export function dressed(report: FileReport, locale: Locale, world: World): DressedFileReport {
  return dress(report, locale, namesOf(world.reference));
}
