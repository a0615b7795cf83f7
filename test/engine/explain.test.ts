import json from '@ballpark/data';
import { describe, expect, test } from 'vitest';
import { check, explain } from '../../server/src/engine/index.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { samples } from '../drafts.ts';

const world = loadBuiltin(json);

describe('the journey of an amount', () => {
  const drafts = samples();
  test('is told for every claim and ends in the verdict of the report', () => {
    for (const { draft, options } of drafts) {
      const { claims, findings } = check(draft, options, world);
      // all claims of short drafts, some of long ones
      for (const claim of claims.filter((_, i) => claims.length < 9 || i % 11 === 0)) {
        const steps = explain(draft, options, world, claim.start);
        const amount = steps.find((step) => step.what === 'amount')?.facts;
        expect(amount).toMatchObject({ start: claim.start, end: claim.end });
        // the report gives a bare count or price the unit of what it was understood to measure
        const { unit } = claim.quantity;
        expect([unit, unit.split('/')[0], 'number']).toContain(amount?.['unit']);
        const verdict = steps.find((step) => step.what === 'verdict');
        const reckoned = steps.find((step) => step.what === 'reckoned');
        expect((reckoned ?? verdict)?.facts['verdict'] ?? 'no_reference').toBe(claim.verdict);
        expect(verdict?.facts['reason'] ?? null).toBe(claim.reason);
        const told = findings.some(
          ({ claims: [first], messageId }) => first === claim.id && messageId === claim.messageId,
        );
        if (told) expect(steps.some((step) => step.what === 'told')).toBe(true);
        const order = ['prose', 'quantity', 'mention', 'claim', 'evidence', 'verdict', 'finding'];
        const landings = steps.map((step) => order.indexOf(step.landing));
        expect(landings).toEqual([...landings].sort((a, b) => a - b));
      }
    }
  });

  test('is empty where there is no amount', () => {
    const draft = { text: 'The sky is blue today, and so is the sea.', path: '', id: null, format: 'auto' } as const;
    for (let at = -1; at <= draft.text.length + 1; at++)
      expect(explain(draft, drafts[0]!.options, world, at)).toEqual([]);
  });

  test('says why a conflict is not told', () => {
    const text = 'Stories circulate. DeepSeek did not spend €1.6 billion on its servers, says SemiAnalysis.';
    const steps = explain(
      { text, path: '', id: null, format: 'auto' },
      { ...drafts[0]!.options, language: 'en' },
      world,
      46,
    );
    expect(steps.find((step) => step.what === 'stance')?.facts['polarity']).toBe('negated');
    expect(steps.find((step) => step.what === 'judged')?.facts['verdict']).toBe('conflict');
    expect(steps.find((step) => step.what === 'verdict')?.facts['verdict']).toBe('no_reference');
  });
});
