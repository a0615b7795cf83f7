import {
  type Args,
  type Claim,
  type FileReport,
  type Finding,
  type Fix,
  type Note,
  once,
  withLate,
} from '../engine/index.ts';
import { withCitations } from './cite.ts';
import type { Locale } from './locale.ts';
import { type Names, PLAIN_NAMES } from './names.ts';
import { write } from './write.ts';

export type DressedFix = Fix & { readonly title: string };
export type DressedClaim = Omit<Claim, 'fixes'> & { readonly message: string; readonly fixes: readonly DressedFix[] };
export type DressedFinding = Omit<Finding, 'fixes' | 'related'> & {
  readonly message: string;
  readonly related: readonly (Finding['related'][number] & { readonly message: string })[];
  readonly fixes: readonly DressedFix[];
};
export type DressedNote = Note & { readonly message: string };
export type DressedFileReport = Omit<FileReport, 'claims' | 'findings' | 'notes'> & {
  readonly claims: readonly DressedClaim[];
  readonly findings: readonly DressedFinding[];
  readonly notes: readonly DressedNote[];
};

/** A sentence that begins with an amount ('about $6 million ...') begins with a capital all the same. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One plain sentence for a message; an unknown id or missing arguments give a poorer sentence, never none. */
export function sentence(
  messageId: string,
  args: Args,
  locale: Locale,
  names: Names = PLAIN_NAMES,
  claim?: Claim,
): string {
  const all = withCitations(messageId, args, claim, locale);
  return capital(write(messageId, all, locale, names) ?? write('unknown', all, locale, names) ?? messageId);
}

/** The title of a fix. */
export function fixTitle(titleId: string, args: Args, locale: Locale, names: Names = PLAIN_NAMES): string {
  return write(titleId, args, locale, names) ?? write('fix.unknown', args, locale, names) ?? titleId;
}

/** What a note says. */
export function noteMessage(note: Pick<Note, 'kind' | 'messageId' | 'args'>, locale: Locale): string {
  const ids = [note.messageId, `note.${note.kind}`, 'note.unknown'];
  for (const id of ids) {
    const text = id.startsWith('note.') ? write(id, note.args, locale) : null;
    if (text !== null) return text;
  }
  return note.kind;
}

/**
 * The same report with every sentence written out in the reader's locale. Sentences are written when they are read:
 * a keystroke in a long draft asks for few of them.
 */
export function dress(report: FileReport, locale: Locale, names: Names = PLAIN_NAMES): DressedFileReport {
  const fixesOf = (list: readonly Fix[]): DressedFix[] =>
    list.map((fix) => ({ ...fix, title: fixTitle(fix.titleId, fix.args, locale, names) }));
  const byId = new Map(report.claims.map((claim) => [claim.id, claim]));
  return {
    ...report,
    notes: report.notes.map((note) => ({ ...note, message: noteMessage(note, locale) })),
    claims: report.claims.map((claim): DressedClaim => {
      const message = once(() => sentence(claim.messageId, claim.args, locale, names, claim));
      const fixes = once(() => fixesOf(claim.fixes));
      return withLate(claim, { message, fixes });
    }),
    findings: report.findings.map((finding): DressedFinding => {
      const claim = byId.get(finding.claims[0] ?? -1);
      const message = once(() => sentence(finding.messageId, finding.args, locale, names, claim));
      const fixes = once(() => fixesOf(finding.fixes));
      const related = once(() =>
        finding.related.map((r) => ({ ...r, message: sentence(r.messageId, r.args, locale, names) })),
      );
      return withLate(finding, { message, fixes, related });
    }),
  };
}
