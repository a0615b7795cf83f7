import { describe, expect, it } from 'vitest';
import { type ProseReading, readProse } from '../../server/src/engine/prose/prose.ts';

const options = { proseKeys: ['title'], abbreviations: new Set(['inc']) } as const;
const read = (text: string, format: 'markdown' | 'plain' = 'markdown'): ProseReading =>
  readProse(text, { ...options, format });

/** Texts that cost naive readers quadratic time; `n` grows them. */
const FLOODS: Record<string, (n: number) => string> = {
  'rows without borders': (n) => 'Alpha 1 2\n'.repeat(n),
  'rows under headers that do not fit': (n) => 'One Two Three Four Five\nAlpha 1 2\nBeta 3 4\n'.repeat(n / 4),
  'cells one a line': (n) => `A\nB\nC\n${'D\n1\n2\n'.repeat(n)}`,
  'names one a line': (n) => 'Alpha\n'.repeat(n),
  'numbers one a line': (n) => '12\n'.repeat(n),
  'columns set apart': (n) => 'Alpha   1   2\n'.repeat(n),
  'columns set apart, ever fewer': (n) => 'Alpha   1   2\nBeta   3\n'.repeat(n / 2),
  'nested lists': (n) => '* '.repeat(n),
  'nested quotes': (n) => `${'> '.repeat(n)}a`,
  'nested quotes on many lines': (n) => `${'> '.repeat(100)}a\n`.repeat(n / 20),
  'nested lists on many lines': (n) => Array.from({ length: n / 5 }, (_, i) => `${' '.repeat(i % 200)}- a`).join('\n'),
  'emphasis that opens': (n) => '*a_ '.repeat(n),
  'strong that opens': (n) => '**a '.repeat(n),
  'links that open': (n) => '[a]('.repeat(n),
  brackets: (n) => '['.repeat(n),
  'brackets that close': (n) => ']'.repeat(n),
  links: (n) => '[a](b) '.repeat(n),
  'many links in little text': (n) => `${'word '.repeat(50)}[a](b) `.repeat(n / 40),
  ticks: (n) => Array.from({ length: n / 50 }, (_, i) => '`'.repeat(i + 1)).join(' '),
  tags: (n) => '<b>'.repeat(n),
  'tags that open': (n) => '<a '.repeat(n),
  'attributes that open': (n) => `<p ${'a="'.repeat(n)}`,
  'comments that open': (n) => 'a <!-- '.repeat(n),
  'code elements': (n) => `<p>${'<code>'.repeat(n)}`,
  superscripts: (n) => '10<sup>'.repeat(n),
  'table cells': (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n|${'1|'.repeat(n)}`,
  'table rows': (n) => `a|b\n-|-\n${'1|2\n'.repeat(n)}`,
  'blank lines after a bar': (n) => `|a|\n${' '.repeat(4 * n)}x`,
  'spaces between words': (n) => `a${' '.repeat(4 * n)}b`,
  references: (n) => '[a]: b\n'.repeat(n),
  'references that open': (n) => '[a\n'.repeat(n),
  footnotes: (n) => '[^a]: b\n'.repeat(n),
  URLs: (n) => 'http://a.b/c '.repeat(n),
  'URLs that end in brackets': (n) => `http://a.b/${')'.repeat(n)} `.repeat(4),
  addresses: (n) => 'a@'.repeat(n),
  schemes: (n) => '://'.repeat(n),
  entities: (n) => '&amp;'.repeat(n),
  dollars: (n) => '$a '.repeat(n),
  formulas: (n) => '\\('.repeat(n),
  templates: (n) => '{{'.repeat(n),
  'full stops': (n) => '. ( '.repeat(n),
  dots: (n) => '.'.repeat(4 * n),
  initials: (n) => 'A. '.repeat(n),
  bullets: (n) => '• a '.repeat(n),
  quotes: (n) => '“a '.repeat(n),
  'straight quotes': (n) => `"a 'b `.repeat(n),
  'soft hyphens': (n) => 'a\u00AD'.repeat(n),
  'lone surrogates': (n) => '\uD83D'.repeat(n),
  'lone carriage returns': (n) => 'a\r'.repeat(n),
  zeros: (n) => '\0'.repeat(n),
  'one line': (n) => 'It cost $5.6 million, e.g. for 2,048 chips. '.repeat(n / 8),
  headings: (n) => '# a\n'.repeat(n / 2),
  'front matter that never ends': (n) => `---\n${'a: b\n'.repeat(n)}`,
  'front matter with many brackets': (n) => `---\na: ${'['.repeat(n)}\n---\nx`,
  'front matter with many maps': (n) => `---\ntitle: ${'{a: '.repeat(n / 4)}\n---\nx`,
};

/** The least processor time of three readings, in ms: other programs on the machine do not count. */
function cost(text: string, format: 'markdown' | 'plain'): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    read(text, format);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
    if (best < 30) break;
  }
  return best;
}

describe.each(['markdown', 'plain'] as const)('time grows with length: %s', (format) => {
  it.each(Object.keys(FLOODS))('%s', (name) => {
    const short = FLOODS[name]!(1000);
    const long = FLOODS[name]!(8000);
    read(short, format);
    // Eight times the text: quadratic work would take 64 times as long.
    expect(cost(long, format)).toBeLessThan(30 * Math.max(cost(short, format), 8));
  });
});

describe('limits', () => {
  it('cuts a draft at its greatest length and says so', () => {
    const text = `It cost $5 million.\n\n${'x'.repeat(4_000_000)}`;
    const { truncated, blocks } = read(text);
    expect(truncated).toEqual({ start: 4_000_000, end: text.length });
    expect(blocks.at(-1)!.end).toBeLessThanOrEqual(4_000_000);
    expect(readProse('It cost $5.', { ...options, format: 'auto', maxLength: 7 }).truncated).toEqual({
      start: 7,
      end: 11,
    });
    expect(read('It cost $5.').truncated).toBe(null);
  });

  it('cuts a draft of too many blocks and says so', () => {
    const text = `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(65_000)}\n\nThe end.`;
    const { truncated, blocks } = read(text);
    expect(blocks.length).toBeLessThan(121_000);
    expect(truncated).toEqual({ start: blocks.at(-1)!.end, end: text.length });
  });

  it('reads a flood of marks as plain text', () => {
    const { blocks } = read(`${'*_[`'.repeat(600)} it cost $5 million, see https://a.b/7`);
    expect(blocks[0]!.text).toContain('it cost $5 million');
    expect(blocks[0]!.text).not.toContain('/7');
  });
});

describe('front matter that means harm', () => {
  const bomb = `---\na: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`).join('\n')}\ntitle: *b29\n---\nText.`;
  it.each<[string, string, string]>([
    ['a bomb of aliases', bomb, 'ALIAS'],
    ['a cycle', '---\ntitle: &r { a: *r }\ndate: *r\n---\nText.', 'ALIAS'],
    ['deep brackets', `---\ntitle: ${'['.repeat(20_000)}\n---\nText.`, 'TOO_DEEP'],
    ['a hundred kilobytes', `---\ntitle: ${'a '.repeat(50_000)}\n---\nText.`, 'TOO_LARGE'],
  ])('%s', (_name, text, message) => {
    const { frontMatter, blocks } = read(text);
    expect(frontMatter.problem).toMatchObject({ message });
    expect(blocks.map((block) => block.text)).toEqual(['Text.']);
  });

  it('keeps away from keys of objects', () => {
    const { frontMatter } = read(
      '---\n__proto__: { date: 2020-01-01 }\nconstructor: x\nballpark: { __proto__: { language: de } }\n---\n',
    );
    expect(frontMatter).toMatchObject({ date: null, language: null, problem: null });
    expect(({} as Record<string, unknown>)['date']).toBe(undefined);
  });

  it.each([
    ['2025-02-03', '2025-02-03'],
    ['2025-02', '2025-02'],
    ['2025', '2025'],
    ['2025/2/3', '2025-02-03'],
    ['"2025-02-03T10:00:00Z"', '2025-02-03'],
    ['2025-02-03 10:00:00 +0100', '2025-02-03'],
    ['3 February 2025', null],
    ['2025-13-01', null],
    ['20250203', null],
    ['yes', null],
    ['', null],
  ])('date: %s', (written, date) => expect(read(`---\ndate: ${written}\n---\n`).frontMatter.date).toBe(date));
});
