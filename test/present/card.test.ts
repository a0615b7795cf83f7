import { GFM, parser } from '@lezer/markdown';
import { describe, expect, test } from 'vitest';
import type { Amount } from '../../server/src/engine/index.ts';
import { card } from '../../server/src/present/card.ts';
import { safeUrl } from '../../server/src/present/escape.ts';
import { type DressedClaim, dress } from '../../server/src/present/messages.ts';
import { claim, figure, report } from './fixtures.ts';
import { HOSTILE, HOSTILE_URLS } from './hostile.ts';

const dressed = (more: Parameters<typeof claim>[0] = {}, locale: 'en' | 'fr' = 'en'): DressedClaim =>
  dress(report({ claims: [claim(more)], findings: [] }), locale).claims[0]!;

const markdown = parser.configure(GFM);
const FORBIDDEN =
  /^(HTML\w*|Autolink|CodeText|InlineCode|FencedCode|ATXHeading\d|BlockQuote|HorizontalRule|LinkReference|OrderedList|Strikethrough|CommentBlock)$/;

/** What of a card could act: link and image targets, and nodes that only our own text may have. */
function anatomy(text: string): { urls: string[]; forbidden: string[] } {
  const urls: string[] = [];
  const forbidden: string[] = [];
  markdown.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'URL') urls.push(text.slice(from, to));
      if (FORBIDDEN.test(name)) forbidden.push(`${name}: ${text.slice(from, to)}`);
    },
  });
  return { urls, forbidden };
}

describe.each(['en', 'fr'] as const)('a card in %s', (locale) => {
  test('says what was understood, what was assumed, and by which sources', () => {
    expect(card(dressed({}, locale), { locale, picture: false })).toMatchSnapshot();
  });

  test('links to its source and to nothing else', () => {
    const convert = (given: Amount, unit: string): Amount => ({ ...given, value: (given.value ?? 0) * 1.04, unit });
    const { urls } = anatomy(card(dressed({}, locale), { locale, convert }));
    expect(urls).toHaveLength(2);
    expect(urls[0]).toBe('https://semianalysis.com/2025/01/31/deepseek-debates/');
    expect(urls[1]).toMatch(/^data:image\/svg\+xml;base64,/);
  });

  test('a figure that agrees says so with its source', () => {
    const agrees = dressed(
      { verdict: 'supported', reason: null, messageId: 'supported', references: [figure({ role: 'agrees' })] },
      locale,
    );
    const text = card(agrees, { locale });
    expect(text).toContain(locale === 'en' ? '**Agrees**' : '**Concorde**');
    expect(text).toContain('SemiAnalysis');
  });

  test('a figure that was not checked never looks right', () => {
    const unknown = dressed(
      {
        verdict: 'no_reference',
        reason: null,
        messageId: 'no_reference',
        subject: null,
        metric: null,
        references: [],
        args: {},
      },
      locale,
    );
    const text = card(unknown, { locale });
    expect(text).toContain(locale === 'en' ? '**Not checked**' : '**Non vérifié**');
    expect(text).not.toMatch(/Agrees|Concorde|data:/);
  });

  test('what was superseded stands apart', () => {
    const references = [figure({ role: 'differs' }), figure({ figure: 'old', role: 'superseded', asOf: '2024-01-01' })];
    const text = card(dressed({ references, verdict: 'outdated', messageId: 'outdated' }, locale), { locale });
    expect(text.split(locale === 'en' ? '**Earlier figures**' : '**Chiffres antérieurs**')).toHaveLength(2);
  });
});

test.each([
  ['said with the amount', 'year', 'USD'],
  ['said by itself', null, 'USD'],
])('"a year" is said once: %s', (_, perUnit, unit) => {
  const quantity = { value: 5e5, low: null, high: null, unit, op: 'eq', perUnit } as const;
  const text = card(dressed({ quantity, qualifiers: { per: 'year', kind: 'salary' }, references: [] }), {
    locale: 'en',
    flagged: true,
  });
  expect(text.match(/year/g)).toHaveLength(1);
  expect(text).toContain('salary');
});

test('the sentence is not said twice where the finding already says it', () => {
  expect(card(dressed(), { locale: 'en' })).toContain('are those of a figure');
  expect(card(dressed(), { locale: 'en', flagged: true })).not.toContain('are those of a figure');
});

test(`${HOSTILE.length} hostile texts in every field are shown, never obeyed`, () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(200);
  const usual = anatomy(card(dressed(), { locale: 'en', picture: false }));
  for (const text of HOSTILE) {
    const hostile = dressed({
      text,
      subject: { id: text, name: text },
      metric: text,
      qualifiers: { scope: text, period: text },
      assumed: [`subject:${text}`, text],
      attribution: { by: text, stance: 'reports' },
      args: { claimed: { kind: 'text', text } },
      references: [
        figure({
          unit: `other:${text}`,
          status: text,
          asOf: text,
          source: { id: text, publisher: text, title: text, url: `javascript:${text}`, date: text },
        }),
        figure({ source: { ...figure().source, title: text, publisher: text } }),
      ],
    });
    const seen = anatomy(card(hostile, { locale: 'en', picture: false, confusedWith: [text] }));
    expect({ text, ...seen }).toEqual({ text, urls: usual.urls, forbidden: [] });
  }
});

test.each(HOSTILE_URLS)('%s is no link', (url) => {
  const references = [figure({ source: { ...figure().source, url } })];
  expect(safeUrl(url)).toBeNull();
  expect(anatomy(card(dressed({ references }), { locale: 'en', picture: false })).urls).toEqual([]);
});

test('a link keeps its target and cannot end early', () => {
  expect(safeUrl('https://example.org/a_(b)?q=[c]|d')).toBe('https://example.org/a%5F%28b%29?q=%5Bc%5D%7Cd');
});
