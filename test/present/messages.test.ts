import { describe, expect, test } from 'vitest';
import en from '../../l10n/messages.en.json' with { type: 'json' };
import fr from '../../l10n/messages.fr.json' with { type: 'json' };
import type { NoteKind } from '../../server/src/engine/index.ts';
import { citeFigure } from '../../server/src/present/cite.ts';
import { pickLocale } from '../../server/src/present/locale.ts';
import { dress, fixTitle, noteMessage, sentence } from '../../server/src/present/messages.ts';
import { ALL_ARGS, amount, claim, figure, finding, report } from './fixtures.ts';

const LOCALES = ['en', 'fr'] as const;
const RULES = [
  ...['wrong-subject', 'wrong-metric', 'wrong-scope', 'wrong-relation', 'wrong-period', 'wrong-magnitude'],
  ...['wrong-currency', 'wrong-unit', 'wrong-value', 'outdated', 'disputed', 'supported', 'no_reference'],
  ...['inconsistent', 'arithmetic', 'implausible', 'unsourced'],
];
const FIXES = [
  ...['fix.currency', 'fix.scale', 'fix.subject', 'fix.scope', 'fix.value', 'fix.convert', 'fix.cite.footnote'],
  ...['fix.cite.link', 'fix.cite.key', 'fix.hedge', 'fix.ignore.here', 'fix.ignore.frontmatter'],
];
const NOTES: NoteKind[] = [
  ...(['skipped', 'too_large', 'binary', 'language_unknown'] as const),
  ...(['capped', 'rule_disabled', 'ignored', 'front_matter'] as const),
];
const WHOLE = /^[^{}[\]|]+$/;

describe('the catalogue', () => {
  test('both languages know the same messages', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  test('templates of one message ask for the same arguments in both languages', () => {
    const holes = (value: string | string[]) =>
      [...new Set([value].flat().flatMap((t) => [...t.matchAll(/\{(\w+)/g)].map((m) => m[1])))].sort();
    for (const [id, value] of Object.entries(en)) {
      const wanted = holes(value);
      // A locale may leave an argument out of a sentence, never ask for another.
      for (const hole of holes((fr as Record<string, string | string[]>)[id] ?? ''))
        expect([id, wanted]).toEqual([id, expect.arrayContaining([hole])]);
    }
  });

  test('nothing is called true or false', () => {
    const all = JSON.stringify([en, fr]);
    expect(all).not.toMatch(/\b(true|false|vrai|faux|fausse)\b/i);
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  test.each(RULES)('%s is one whole sentence, with all its arguments and with none', (id) => {
    for (const args of [ALL_ARGS, {}]) {
      const text = sentence(id, args, locale);
      expect(text).toMatch(WHOLE);
      expect(text).toMatch(/^[\p{Lu}\d$€].*\.$/u);
      expect(text).not.toBe(id);
    }
  });

  test.each(RULES)('%s stays whole when any one argument is missing', (id) => {
    for (const name of Object.keys(ALL_ARGS)) {
      const { [name]: _, ...rest } = ALL_ARGS;
      expect(sentence(id, rest, locale)).toMatch(WHOLE);
    }
  });

  test.each(FIXES)('%s has a title', (id) => {
    for (const args of [ALL_ARGS, {}]) {
      const title = fixTitle(id, args, locale);
      expect(title).not.toBe(id);
      expect(title.replace(/\[@[\w-]+\]/, '')).toMatch(WHOLE);
    }
  });

  test.each(NOTES)('a note of kind %s is said', (kind) => {
    for (const args of [ALL_ARGS, {}]) {
      expect(noteMessage({ kind, messageId: `note.${kind}`, args }, locale)).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(noteMessage({ kind, messageId: 'something-new', args }, locale)).toMatch(/^[\p{Lu}\d].*\.$/u);
    }
  });

  test('an unknown message still says something', () => {
    expect(sentence('brand-new-rule', {}, locale)).toMatch(/^\p{Lu}.*\.$/u);
    expect(fixTitle('fix.brand-new', {}, locale)).toMatch(/^\p{Lu}/u);
    expect(sentence('constructor', {}, locale)).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('arguments of a wrong shape are as good as missing', () => {
    const odd = { claimed: { kind: 'nonsense' }, factor: { kind: 'number', number: Number.NaN } } as never;
    expect(sentence('wrong-magnitude', odd, locale)).toMatch(WHOLE);
  });
});

test('an estimate is named as one, with its date', () => {
  expect(sentence('wrong-currency', claim().args, 'en', undefined, claim())).toBe(
    'The digits of €1.6 billion are those of a figure in another currency: SemiAnalysis estimates $1.6 billion, 31 January 2025.',
  );
  expect(sentence('wrong-currency', claim().args, 'fr', undefined, claim())).toBe(
    'Les chiffres de 1,6 milliard d’euros sont ceux d’un montant publié dans une autre monnaie : 1,6 milliard de dollars selon l’estimation de SemiAnalysis, 31 janvier 2025.',
  );
});

test('a dispute names each authority once', () => {
  const references = [
    figure({ role: 'differs' }),
    figure({ figure: 'b', role: 'differs' }),
    figure({
      role: 'agrees',
      value: 5.576e6,
      status: 'paper',
      source: { ...figure().source, publisher: 'DeepSeek', date: '2024-12-27' },
    }),
  ];
  expect(sentence('disputed', {}, 'en', undefined, claim({ references }))).toBe(
    'Sources disagree: SemiAnalysis estimates $1.6 billion, 31 January 2025; DeepSeek’s paper gives $5.576 million, 27 December 2024.',
  );
});

test.each([
  [6e9, 1000, '1,000 times the published figure'],
  [6e9, 0.001, '1,000 times the published figure'],
  [6e3, 1000, '1/1,000 of the published figure'],
  [6e3, 0.001, '1/1,000 of the published figure'],
])('%d with the factor %d is told as %s', (value, number, text) => {
  const args = {
    ...ALL_ARGS,
    claimed: { kind: 'amount', amount: amount(value) },
    factor: { kind: 'number', number },
  } as const;
  expect(sentence('wrong-magnitude', args, 'en')).toContain(text);
  expect(sentence('wrong-magnitude', args, 'fr')).toMatch(/1\s000/);
});

test('a report is dressed throughout and keeps its values', () => {
  const fix = { kind: 'currency', titleId: 'fix.currency', args: ALL_ARGS, safe: true, edits: [] } as const;
  const bare = report({
    claims: [claim({ fixes: [fix] })],
    findings: [finding({ fixes: [fix], related: [{ start: 1, end: 2, messageId: 'related', args: ALL_ARGS }] })],
    notes: [{ kind: 'capped', messageId: 'note.capped', args: {}, start: 0, end: 0 }],
  });
  const dressed = dress(bare, 'en');
  expect(dressed).toMatchObject({ claims: [{ fixes: [{ ...fix }] }], findings: [{ rule: 'wrong-currency' }] });
  expect(dressed.findings[0]?.message).toBe(dressed.claims[0]?.message);
  expect(dressed.findings[0]?.fixes[0]?.title).toBe('Change the currency to “de dollars”');
  expect(dressed.findings[0]?.related[0]?.message).toBe('Here: $6 billion.');
  expect(dressed.notes[0]?.message).toBe('Not every finding is shown.');
});

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['en-GB', 'en'],
  ['de', 'en'],
  [undefined, 'en'],
])('%s is read in %s', (tag, locale) => {
  expect(pickLocale(tag)).toBe(locale);
});

test('an amount without a value is said all the same', () => {
  const args = { claimed: { kind: 'amount', amount: amount(null) } as const };
  expect(sentence('unsourced', args, 'en')).toBe('An unspecified amount names no source.');
});

test('what is no longer in force is said with its last day', () => {
  const args = {
    claimed: { kind: 'amount', amount: amount(6e9) },
    until: { kind: 'date', date: '2025-09-05' },
  } as const;
  const [en = '', fr = ''] = LOCALES.map((locale) => sentence('outdated', args, locale, undefined, claim()));
  expect(en).toContain('until 5 September 2025');
  expect(fr).toContain('jusqu’au 5 septembre 2025');
});

test('what a source puts at about so much is told with four digits', () => {
  const told = (op: 'approx' | 'eq'): string => citeFigure(figure({ value: 81_392_700, unit: 'USD', op }), 'en');
  expect(told('approx')).toContain('$81.39 million');
  expect(told('eq')).toContain('$81.3927 million');
});
