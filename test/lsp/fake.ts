import type { Claim, FileReport, Finding, World } from '../../server/src/engine/index.ts';
import { buildReference } from '../../server/src/engine/index.ts';
import type { Check } from '../../server/src/lsp/checker.ts';
import { claim, figure, finding, report } from '../present/fixtures.ts';

/** A world without figures: the protocol must not depend on what the data holds. */
export const WORLD = {
  reference: buildReference({
    version: '2026.11',
    asOf: '2026-11-20',
    sources: [],
    figures: [],
    subjects: [],
    metrics: [],
    units: [],
    rates: [],
  }),
  languages: new Map(),
  lexicon: {},
} as unknown as World;

/** Reads WRONG (a conflict, mended by RIGHT), MAYBE (disputed), FINE (agrees), NEW (nothing known); BOOM breaks it. Sentences end at a full stop. */
export const fakeCheck: Check = (draft, options): FileReport => {
  if (draft.text.includes('BOOM')) throw new Error('the engine broke');
  const claims: Claim[] = [];
  const findings: Finding[] = [];
  for (const match of draft.text.matchAll(/WRONG|MAYBE|FINE|NEW/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const sentence = {
      start: draft.text.lastIndexOf('.', start) + 1,
      end: draft.text.indexOf('.', start) + 1 || draft.text.length,
    };
    const id = claims.length;
    const fix = {
      kind: 'currency',
      titleId: 'fix.currency',
      args: {},
      safe: match[0] === 'WRONG',
      edits: [{ start, end, text: 'RIGHT' }],
    } as const;
    const cite = {
      kind: 'cite',
      titleId: 'fix.cite.link',
      args: {},
      safe: false,
      edits: [{ start: end, end, text: ' (source)' }],
    } as const;
    const ignore = {
      kind: 'ignore',
      titleId: 'fix.ignore.here',
      args: { rule: { kind: 'text', text: 'wrong-currency' } },
      safe: false,
      edits: [{ start: 0, end: 0, text: '<!-- ballpark-ignore -->\n' }],
    } as const;
    const base = { id, start, end, sentence, text: match[0], fingerprint: `print-${match[0]}` };
    if (match[0] === 'FINE') {
      claims.push(
        claim({
          ...base,
          verdict: 'supported',
          reason: null,
          messageId: 'supported',
          references: [figure({ role: 'agrees' })],
          fixes: [cite],
        }),
      );
      continue;
    }
    if (match[0] === 'NEW') {
      const nothing = { verdict: 'no_reference', reason: null, messageId: 'no_reference', references: [] } as const;
      claims.push(claim({ ...base, ...nothing }));
      continue;
    }
    const rule = match[0] === 'WRONG' ? 'wrong-currency' : 'disputed';
    claims.push(
      claim({ ...base, verdict: rule === 'disputed' ? 'disputed' : 'conflict', messageId: rule, fixes: [fix] }),
    );
    const severity = options.severities[rule] ?? (rule === 'disputed' ? 'information' : 'warning');
    if (severity === 'off' || options.ignore.includes(rule) || options.ignore.includes(base.fingerprint)) continue;
    findings.push(
      finding({
        rule,
        severity,
        start,
        end,
        claims: [id],
        messageId: rule,
        fixes: [fix, ignore],
        related: [{ start: 0, end: 1, messageId: 'related', args: {} }],
      }),
    );
  }
  return report({ path: draft.path, claims, findings });
};
