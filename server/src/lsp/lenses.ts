import type { CodeLens } from 'vscode-languageserver';
import { tally } from '../present/reportRows.ts';
import { write } from '../present/write.ts';
import type { Checked } from './checker.ts';
import { headingsOf } from './claims.ts';

/** Above each heading, what the figures of its section come to. Nothing stands above a section without figures. */
export function lenses({ document, report, locale }: Checked): CodeLens[] {
  const headings = headingsOf(document.getText());
  const lineOf = new Map(report.claims.map((claim) => [claim.id, document.positionAt(claim.start).line]));
  return headings.flatMap(([line], i): CodeLens[] => {
    const next = headings[i + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    const claims = report.claims.filter(({ id }) => lineOf.get(id)! >= line && lineOf.get(id)! < next);
    if (claims.length === 0) return [];
    const title = write('page.summary', tally({ ...report, claims }), locale) ?? '';
    const start = { line, character: 0 };
    return [{ range: { start, end: start }, command: { title, command: '' } }];
  });
}
