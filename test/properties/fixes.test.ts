import json from '@ballpark/data';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Claim, check, type FileReport, type Fix, withFootnotes } from '../../server/src/engine/index.ts';
import { readProse } from '../../server/src/engine/prose/prose.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { type Sample, samples } from '../drafts.ts';

const world = loadBuiltin(json);

const apply = (text: string, fix: Fix): string =>
  [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);

const checked = (sample: Sample, text: string): FileReport =>
  withFootnotes(check({ ...sample.draft, text }, sample.options, world), text, world);

/** Kinds of the blocks, those that the fix itself adds left out. */
function blockTree(sample: Sample, text: string): string[] {
  const read = readProse(text, {
    format: sample.draft.format,
    proseKeys: sample.options.proseKeys,
    abbreviations: new Set(),
  });
  return read.blocks
    .filter((block) => !/\[\^ballpark-\d+\]: $/.test(text.slice(Math.max(0, block.start - 20), block.start)))
    .map((block) => `${block.kind} ${block.level ?? ''} ${block.headings.length}`);
}

/** Where an offset of the old text lies in the new. */
const moved = (fix: Fix, at: number): number =>
  at + fix.edits.reduce((by, e) => (e.end <= at ? by + e.text.length - (e.end - e.start) : by), 0);

interface Offered {
  readonly sample: Sample;
  readonly before: FileReport;
  readonly claim: Claim;
  readonly fix: Fix;
  readonly rule: string | null;
  /** The draft with the fix, and what is found in it. */
  readonly text: string;
  readonly after: FileReport;
}

function offered(): Offered[] {
  return samples().flatMap((sample) => {
    const before = checked(sample, sample.draft.text);
    const told = before.findings.flatMap((finding) =>
      finding.fixes.map((fix) => ({
        sample,
        before,
        claim: before.claims[finding.claims[0]!]!,
        fix,
        rule: finding.rule,
      })),
    );
    const flagged = new Set(before.findings.flatMap((finding) => finding.claims));
    const cited = before.claims
      .filter((claim) => !flagged.has(claim.id))
      .flatMap((claim) => claim.fixes.map((fix) => ({ sample, before, claim, fix, rule: null })));
    return [...told, ...cited].map((one) => {
      const text = apply(sample.draft.text, one.fix);
      return { ...one, text, after: checked(sample, text) };
    });
  });
}

let all: Offered[] = [];
beforeAll(() => {
  all = offered();
}, 120_000);

/** Leave their finding where it is: sources go on to disagree, and to cite is not to mend. */
const leaves = ({ kind, titleId }: Fix): boolean => kind === 'cite' || titleId === 'fix.hedge';

const label = ({ sample, claim, fix }: Offered): string => `${sample.name}: ${claim.text}: ${fix.titleId}`;
const counts = (report: FileReport): Map<string, number> => {
  const out = new Map<string, number>();
  for (const { rule } of report.findings) out.set(rule, (out.get(rule) ?? 0) + 1);
  return out;
};

describe('a fix, applied', () => {
  test('is offered for every rule by cause', () => {
    const kinds = new Set(all.map(({ rule, fix }) => `${rule} ${fix.kind}`));
    for (const kind of [
      'wrong-currency currency',
      'wrong-currency convert',
      'wrong-magnitude scale',
      'wrong-unit value',
      'wrong-subject subject',
      'wrong-metric scope',
      'wrong-period scope',
      'wrong-relation scope',
      'wrong-value value',
      'outdated value',
      'outdated hedge',
      'disputed hedge',
      'null cite',
      'wrong-currency ignore',
    ])
      expect(kinds).toContain(kind);
  });

  test('removes its finding', () => {
    const wrong = all.filter((one) => {
      if (one.rule === null || leaves(one.fix)) return false;
      const { after } = one;
      const at = moved(one.fix, one.claim.start);
      return after.findings.some(
        (finding) => finding.rule === one.rule && Math.abs((after.claims[finding.claims[0]!]?.start ?? -9) - at) <= 2,
      );
    });
    expect(wrong.map(label)).toEqual([]);
  });

  test('creates none of the same rule, nor any other', () => {
    const wrong = all.filter((one) => {
      const before = counts(one.before);
      const after = counts(one.after);
      const gone = one.rule !== null && !leaves(one.fix) ? 1 : 0;
      return [...after].some(([rule, n]) => n > (before.get(rule) ?? 0) - (rule === one.rule ? gone : 0));
    });
    expect(wrong.map(label)).toEqual([]);
  });

  test('leaves the tree of blocks as it was', () => {
    const wrong = all.filter(
      ({ sample, text }) => blockTree(sample, sample.draft.text).join() !== blockTree(sample, text).join(),
    );
    expect(wrong.map(label)).toEqual([]);
  });

  test('writes into no quotation, code or link target, and is never safe there', () => {
    for (const { sample, claim, fix } of all) {
      if (claim.quoted || claim.attribution || claim.verdict === 'disputed') expect(fix.safe).toBe(false);
      if (claim.quoted) expect(['cite', 'ignore']).toContain(fix.kind);
      for (const edit of fix.edits) {
        expect(edit.start).toBeGreaterThanOrEqual(0);
        expect(edit.end).toBeLessThanOrEqual(sample.draft.text.length);
        expect(edit.start).toBeLessThanOrEqual(edit.end);
      }
    }
  });
});
