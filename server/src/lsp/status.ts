import type { Status } from '../host/messages.ts';
import type { Locale } from '../present/locale.ts';
import { noteMessage } from '../present/messages.ts';
import type { Checked } from './checker.ts';

/** Notes of a checker that broke, not of a draft it leaves alone. */
const BROKEN: ReadonlySet<string> = new Set(['note.failed', 'note.rule_disabled', 'note.quarantined']);

/** What the status item shows of a check. */
export function toStatus({ document, report, world, ms }: Checked): Status {
  const count = (verdict: string): number => report.claims.filter((claim) => claim.verdict === verdict).length;
  const { version, asOf } = world.reference.dataset;
  return {
    uri: document.uri,
    version: document.version,
    claims: report.claims.length,
    agree: count('supported'),
    conflicts: count('conflict'),
    outdated: count('outdated'),
    disputed: count('disputed'),
    unknown: count('no_reference'),
    notes: [...new Set(report.notes.map((note) => note.message))],
    failed: report.notes.some((note) => BROKEN.has(note.messageId) || note.kind === 'rule_disabled'),
    dataset: version,
    asOf,
    ms: Math.round(ms),
  };
}

/** What it shows where not even a report could be made. */
export function failedStatus(uri: string, version: number, locale: Locale): Status {
  const counts = { claims: 0, agree: 0, conflicts: 0, outdated: 0, disputed: 0, unknown: 0 };
  const notes = [noteMessage({ kind: 'skipped', messageId: 'note.failed', args: {} }, locale)];
  return { uri, version, ...counts, notes, failed: true, dataset: '', asOf: '', ms: 0 };
}
