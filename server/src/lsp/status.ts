import type { Status } from '../host/messages.ts';
import type { Checked } from './checker.ts';

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
    dataset: version,
    asOf,
    ms: Math.round(ms),
  };
}
