import type { ClaimsResult } from '../host/messages.ts';
import { safeUrl } from '../present/escape.ts';
import { namesOf } from '../present/names.ts';
import { write } from '../present/write.ts';
import type { Checked } from './checker.ts';
import { toRange } from './toProtocol.ts';

const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/;

/** Line and text of each heading, fenced code apart. */
export function headingsOf(text: string): readonly (readonly [number, string])[] {
  const marks: [number, string][] = [];
  let fence: string | null = null;
  for (const [n, line] of text.split(/\r\n|\r|\n/).entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark && (fence === null || fence === mark)) fence = fence ? null : mark;
    const title = fence ? null : HEADING.exec(line)?.[1];
    if (title) marks.push([n, title]);
  }
  return marks;
}

/** The text of the last heading above each line that has one. */
function sections(text: string): (line: number) => string {
  const marks = headingsOf(text);
  return (line) => marks.findLast(([n]) => n <= line)?.[1] ?? '';
}

/** The claims of a check as a client's list shows them. */
export function toClaims({ document, report, locale, world }: Checked): ClaimsResult {
  const sectionOf = sections(document.getText());
  const names = namesOf(world.reference);
  const rules = new Map(
    report.findings.flatMap((finding) => finding.claims.map((id) => [id, finding] as const)).reverse(),
  );
  return {
    version: document.version,
    claims: report.claims.map((claim) => {
      const range = toRange(document, claim);
      const finding = rules.get(claim.id);
      const figure = claim.references.find((f) => f.role !== 'superseded') ?? claim.references[0];
      return {
        range,
        text: claim.text,
        verdict: claim.verdict,
        verdictLabel: write(`verdict.${claim.verdict}`, {}, locale) ?? claim.verdict,
        rule: finding?.rule ?? null,
        message: finding?.message ?? claim.message,
        subject: claim.subject?.name ?? null,
        metric: claim.metric ? names.metric(claim.metric, locale) : null,
        section: sectionOf(range.start.line),
        fingerprint: claim.fingerprint,
        url: safeUrl(figure?.source.url ?? null),
        source: figure?.source.title ?? null,
      };
    }),
  };
}
