import { describe, expect, it } from 'vitest';
import { HIDDEN, OPAQUE } from '../../server/src/engine/prose/block.ts';
import { readProse } from '../../server/src/engine/prose/prose.ts';

const options = {
  format: 'auto',
  proseKeys: ['title', 'description'],
  abbreviations: new Set(['p', 'no', 'inc']),
} as const;
const read = (text: string, format: 'auto' | 'markdown' | 'plain' = 'auto') => readProse(text, { ...options, format });
/** Masks made visible: hidden characters left out, a run of unreadable ones as one '■'. */
const seen = (text: string): string => text.replaceAll(HIDDEN, '').replace(new RegExp(`${OPAQUE}+`, 'g'), '■');
const blocks = (text: string, format: 'auto' | 'markdown' | 'plain' = 'auto'): string[] =>
  read(text, format).blocks.map((block) => `${block.kind}: ${seen(block.text)}`);

describe('what a reader sees of Markdown', () => {
  const cases: [string, string, string[]][] = [
    ['emphasis', 'It cost **$6** million, _not_ ~~five~~ six.', ['paragraph: It cost $6 million, not five six.']],
    ['link', 'It [cost](https://a.b/5 "6") $6M.', ['paragraph: It cost $6M.']],
    ['linked figure', '[1,6 milliard](http://x.fr/2) d’euros', ['paragraph: 1,6 milliard d’euros']],
    ['reference link', 'See [the paper][p].\n\n[p]: https://x.y/2048', ['paragraph: See the paper.']],
    ['undefined reference', 'The firm [sic] paid.', ['paragraph: The firm [sic] paid.']],
    ['autolink', 'See <https://a.b/5> or https://c.d/6.', ['paragraph: See ■ or ■.']],
    ['code', 'Set `n = 2048` now.\n\n    indented 5\n\n```\nfenced 6\n```', ['paragraph: Set ■ now.']],
    [
      'entities',
      '5&nbsp;M&euro; &amp; 50&#8239;000 &#x20ac; &bogus;',
      ['paragraph: 5\u00A0M€ & 50\u202F000 € &bogus;'],
    ],
    ['escape', 'A \\$5 \\* b', ['paragraph: A $5 * b']],
    ['hard wrap', 'It cost\n$6 million.', ['paragraph: It cost $6 million.']],
    [
      'footnotes',
      'Cost.[^1] More.\n\n[^1]: It was $6M.\n[^2]: word',
      ['paragraph: Cost. More.', 'footnote: It was $6M.', 'footnote: word'],
    ],
    ['citations', 'Cost [12] was [@key, p. 5] six [1, 2].', ['paragraph: Cost  was  six .']],
    ['list', '- one\n  goes on\n  1. two\n\n- [ ] three', ['item: one   goes on', 'item: two', 'item: three']],
    ['quote', '> He said\n> six.', ['quote: He said  six.']],
    ['alert', '> [!NOTE]\n> Mind this.', ['paragraph:   Mind this.']],
    ['heading', '# A **b** #\n\nC\n---\n', ['heading: A b', 'heading: C']],
    ['comment', 'a <!-- $5 --> b\n\n<!-- $6\n\n$7 -->\n', ['paragraph: a  b']],
    ['picture', '![A $5 rack](x.png)\n*Photo: us*', ['caption: A $5 rack', 'caption: Photo: us']],
    ['picture amid text', 'Seen ![a 5](x) here', ['paragraph: Seen  here']],
    ['html', '<div class="w-5">It <b>cost</b> $6M</div>', ['paragraph: It cost $6M']],
    ['html list', '<ul><li>a<li>b</ul>', ['item: a', 'item: b']],
    ['html figure', '<figure><img src="a5.png" alt="7"><figcaption>Rack</figcaption></figure>', ['caption: Rack']],
    ['html code', '<p>a <code>5</code> b</p><script>x = 6</script>', ['paragraph: a ■ b']],
    [
      'superscript',
      '10<sup>25</sup> FLOP, 2,048<sup>3</sup> GPUs, mm<sup>2</sup>',
      ['paragraph: 10^25 FLOP, 2,048 GPUs, mm2'],
    ],
    ['formula', 'About $3.8 \\times 10^{25}$ FLOP', ['paragraph: About 3.8 × 10^25 FLOP']],
    ['money', 'From $1.6B and $5M to US$6 and A$7', ['paragraph: From $1.6B and $5M to US$6 and A$7']],
    ['thousands in a formula', '\\(10{,}000\\) GPUs, $\\approx 5\\,000$ h', ['paragraph: 10,000 GPUs, ≈ 5\u202F000 h']],
    ['unknown formula', 'With $\\frac{a}{b}$ it', ['paragraph: With ■ it']],
    ['brackets escaped', 'It cost \\[[six](http://a.b/7)\\] \\(or 8\\)', ['paragraph: It cost [six] (or 8)']],
    [
      'double brackets',
      'It [[costs]](http://a.b/7) six [[1]](http://a.b/8), see [[Page 9|this]] and [[that]]',
      ['paragraph: It costs six , see this and that'],
    ],
    [
      'templates',
      '{{< figure width="600" >}} {% raw 5 %} Text {#id-6} {{ page.n }} {/* 7 */}',
      ['paragraph:   Text   '],
    ],
    ['break', 'a<br>b', ['paragraph: a b']],
  ];
  it.each(cases)('%s', (_name, text, expected) => expect(blocks(text, 'markdown')).toEqual(expected));
});

describe('place', () => {
  it('names the headings above a block', () => {
    const { blocks } = read('# A\n\none\n\n## B\n\ntwo\n\n### C\n\n## D\n\nthree\n');
    expect(blocks.map((block) => [block.text, ...block.headings].join(' < '))).toEqual([
      'A',
      'one < A',
      'B < A',
      'two < A < B',
      'C < A < B',
      'D < A',
      'three < A < D',
    ]);
  });
  it('gives a cell its headers, caption and table number', () => {
    const { blocks } = read(
      'Costs in $M.\n\n| Model | Cost |\n|---|---|\n| V3 | 5.6 |\n| R1 ||\n\nx\n\n| a | b |\n|---|---|\n|| 2 |\n',
      'markdown',
    );
    const tables = blocks.filter((block) => block.table).map((block) => [block.text, ...Object.values(block.table!)]);
    expect(tables).toContainEqual(['5.6', 'Cost', 'V3', 'Costs in $M.', 0]);
    expect(tables).toContainEqual(['2', 'b', '', 'x', 1]);
  });
  it('reads an HTML table', () => {
    const { blocks } = read('<table><caption>In $M</caption><tr><th>M<th>Cost<tr><td>V3<td>6</table>');
    expect(blocks.at(-1)).toMatchObject({
      kind: 'cell',
      text: '6',
      table: { column: 'Cost', row: 'V3', caption: 'In $M' },
    });
  });
});

describe('front matter', () => {
  it('gives settings and prose', () => {
    const { frontMatter, blocks } = read(
      '---\ntitle: "The \\"$6M\\" model"\ndate: 2025-02-03\nballpark: { ignore: [a, b], language: fr }\nslug: x-5\n---\nText.',
    );
    expect(frontMatter).toMatchObject({ date: '2025-02-03', language: 'fr', ignore: ['a', 'b'], problem: null });
    expect(blocks.map((block) => seen(block.text))).toEqual(['The "$6M" model', 'Text.']);
    expect(blocks[1]!.headings).toEqual(['The "$6M" model']);
  });
  it('tells what is wrong', () => {
    const { frontMatter, blocks } = read('---\ntitle: "open\ndate: x\n---\nText.');
    expect(frontMatter.problem?.message).toBeTruthy();
    expect(blocks.map((block) => block.text)).toEqual(['Text.']);
  });
  it('leaves two rules around prose alone', () => {
    expect(blocks('---\nJust words.\n\n---\nText.')).toEqual(['paragraph: Just words.', 'paragraph: Text.']);
  });
});

describe('a draft that changes', () => {
  const pad = 'Words between that no edit touches, enough of them to be kept. '.repeat(5);
  const edited = (before: string, after: string): [string[], string[]] => {
    const first = read(before, 'markdown');
    const second = readProse(after, { ...options, format: 'markdown', previous: first.state });
    expect(second.blocks).toEqual(read(after, 'markdown').blocks);
    const kept = second.blocks.filter((block) => first.blocks.includes(block));
    return [second.blocks.map((block) => seen(block.text)), kept.map((block) => seen(block.text))];
  };
  it('reads its links again when their definitions change', () => {
    const [texts] = edited(`See [a].\n\n${pad}\n\nEnd.`, `See [a].\n\n${pad}\n\n[a]: http://x.y\n\nEnd.`);
    expect(texts[0]).toBe('See a.');
  });
  it('keeps the blocks before an edit', () => {
    expect(edited(`# A\n\nOne.\n\n${pad}\n\nTwo.`, `# A\n\nOne.\n\n${pad}\n\nTwo!`)[1]).toEqual([
      'A',
      'One.',
      pad.trim(),
    ]);
  });
  it('reads the section again under a new heading, and no other', () => {
    const rest = `One.\n\n# B\n\n${pad}\n\nTwo.\n\n${pad}`;
    const [, kept] = edited(`# A\n\n${rest}`, `# C\n\n${rest}`);
    expect(kept).toEqual(expect.arrayContaining(['B', 'Two.']));
    expect(kept).not.toContain('One.');
  });
});

describe('directives', () => {
  it.each([
    ['<!-- ballpark-ignore -->', { kind: 'ignore', target: null, reason: null }],
    [
      '<!-- ballpark-ignore wrong-value -- checked by hand -->',
      { kind: 'ignore', target: 'wrong-value', reason: 'checked by hand' },
    ],
    ['a <!--ballpark-ignore-next--> b', { kind: 'ignore-next', target: null, reason: null }],
    ['<!-- ballpark-source: epoch-2025 -->', { kind: 'source', target: 'epoch-2025', reason: null }],
    ['<div>\n<!-- ballpark-disable wrong-unit -->\n</div>', { kind: 'disable', target: 'wrong-unit', reason: null }],
    ['<!-- ballpark-enable -->', { kind: 'enable', target: null, reason: null }],
  ])('%s', (text, expected) => {
    const { directives } = read(text, 'markdown');
    expect(directives).toEqual([{ ...expected, start: text.indexOf('<!--'), end: text.indexOf('-->') + 3 }]);
  });
  it.each(['<!-- ballpark-ignored -->', '`<!-- ballpark-ignore -->`', '```\n<!-- ballpark-ignore -->\n```'])(
    '%s is none',
    (text) => {
      expect(read(text, 'markdown').directives).toEqual([]);
    },
  );
});

describe('pasted text', () => {
  it('reads a line as a paragraph, bare lines as headings, rows as cells', () => {
    const text =
      'Water use\nIt takes 5 litres a query, they say, which is rather a lot of water for so little.\n• One: 5.\nModel\tCost\nV3\t$6M\n\nAnother line that stands for itself and ends.';
    const { format, blocks } = read(text);
    expect(format).toBe('plain');
    expect(blocks.map((block) => `${block.kind}: ${block.text}`)).toEqual([
      'heading: Water use',
      'paragraph: It takes 5 litres a query, they say, which is rather a lot of water for so little.',
      'item: One: 5.',
      'cell: Model',
      'cell: Cost',
      'cell: V3',
      'cell: $6M',
      'paragraph: Another line that stands for itself and ends.',
    ]);
    expect(blocks[6]!.table).toMatchObject({ column: 'Cost', row: 'V3' });
  });
});
