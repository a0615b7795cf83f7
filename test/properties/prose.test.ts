import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prose } from '../../server/src/engine/prose/block.ts';
import { type ProseReading, readProse } from '../../server/src/engine/prose/prose.ts';
import { splitSentences } from '../../server/src/engine/prose/sentences.ts';
import { fold } from '../../server/src/engine/text/fold.ts';
import { tokenize } from '../../server/src/engine/text/tokens.ts';
import { runs } from '../runs.ts';

/** Seed, and the full size under `npm run soak`, come from test/setup.ts. */
const settings = runs(300);
const abbreviations: ReadonlySet<string> = new Set(['inc', 'p', 'approx', 'm']);
const base = { proseKeys: ['title', 'description'], abbreviations } as const;
const read = (text: string, format: 'markdown' | 'plain' | 'auto', previous?: ProseReading): ProseReading =>
  readProse(text, { ...base, format, ...(previous ? { previous: previous.state } : {}) });

/** Bits that mean something to a reader of Markdown, HTML, YAML or plain text. */
const BITS = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '  \n',
  '    ',
  '# ',
  '## ',
  '---\n',
  '+++\n',
  '===\n',
  '- ',
  '* ',
  '1. ',
  '> ',
  '> [!NOTE]\n',
  '```\n',
  '~~~',
  '`',
  '``',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '[',
  ']',
  '](',
  ')',
  '![',
  '[^1]',
  '[^1]: ',
  '[a]: http://b.c\n',
  '[a]',
  '[x] ',
  '<',
  '>',
  '<!--',
  '-->',
  '<!-- ballpark-ignore -->',
  '<!-- ballpark-source: x -->',
  '<b>',
  '</b>',
  '<br>',
  '<p>',
  '</p>',
  '<div class="5">',
  '</div>',
  '<table>',
  '<tr>',
  '<td>',
  '<th>',
  '</table>',
  '<sup>',
  '</sup>',
  '<code>',
  '</code>',
  '<li>',
  '<h2>',
  '</h2>',
  '<blockquote>',
  '<script>',
  '</script>',
  '|',
  '| a | b |\n|---|---|\n',
  '|---|\n',
  '| $5M | 6 |\n',
  '&nbsp;',
  '&#8239;',
  '&amp;',
  '&',
  ';',
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\times',
  '\\',
  '{',
  '}',
  '^',
  'http://x.y/5',
  'www.a.bc',
  'a@b.cd',
  '“',
  '”',
  '«',
  '»',
  '"',
  "'",
  '‘',
  '’',
  '„',
  '.',
  '. ',
  '...',
  '…',
  '?',
  '! ',
  '。',
  '• ',
  '– ',
  'U.S. ',
  'M. Dupont',
  'p. 12',
  '$5 million',
  '1,6 milliard',
  '2 048',
  'DeepSeek',
  'a',
  'The ',
  'le ',
  '5.576',
  '\u00AD',
  '\u2060',
  '\uFFFC',
  '\uFEFF',
  '\u0000',
  '\uD83D',
  '\uDE00',
  '😀',
  '日本',
  'title: x\n',
  'title: "a \\"5\\" b"\n',
  'ballpark: {ignore: [x]}\n',
  'date: 2025-02-03\n',
  '&r\n',
  '*r\n',
  ': ',
];
const bits = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...BITS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(
  bits,
  bits.map((text) => `---\n${text}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const formats = fc.constantFrom('markdown', 'plain', 'auto') as fc.Arbitrary<'markdown' | 'plain' | 'auto'>;

/** Ordinary paragraphs between the bits, so that much of a tree can be reused. */
const PARAGRAPHS = [
  'The cluster **Borealis** holds [2,048 GPUs](https://a.b/c) and cost about $51 million, its owner says. It took 55 days.',
  '- One rack draws 120 kW\n  and needs water.\n- Another does not.\n\n  It has 72 chips.',
  '> “We paid $6 million,” he wrote.\n> Nobody believed it.',
  '| Model | Cost |\n|---|---|\n| A1 | $5M |\n| B2 | 1,6 Md€ |',
  'It cost [a] lot of money, say [some][a] of them.',
  '## A heading\n\nLa machine a coûté près de 1,6 milliard d’euros en matériel, dont 50 000 puces.',
  '```\nx = 5\n```\n\n<div>\n<p>It cost $6M</p>\n</div>',
  'See[^1] this.\n\n[^1]: A note of $5M.\n\n    It goes on for 3 lines.\n\n[a]: http://b.c',
];
const drafts = fc.array(
  fc.oneof({ weight: 1, arbitrary: texts }, { weight: 3, arbitrary: fc.constantFrom(...PARAGRAPHS) }),
  { maxLength: 16 },
);

/** What holds of every reading of every text. */
function sound(text: string, prose: Prose): void {
  let end = 0;
  for (const block of prose.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeLessThanOrEqual(text.length);
    expect(block.text.length).toBe(block.end - block.start);
    end = block.end;
    let last = 0;
    for (const sentence of block.sentences) {
      expect(sentence.start).toBeGreaterThanOrEqual(last);
      expect(sentence.end).toBeGreaterThan(sentence.start);
      last = sentence.end;
    }
    expect(last).toBeLessThanOrEqual(block.text.length);
    for (const span of [...block.quoted, ...block.links, ...block.frozen]) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(block.text.length);
    }
    // A character is the draft's own, a mask, or what an entity, a formula or a line break means.
    const own = text.slice(block.start, block.end);
    for (let i = 0; i < own.length; i++) {
      if (/[\p{L}\d$€]/u.test(own.charAt(i)) && block.text.charAt(i) !== own.charAt(i)) {
        expect('\u2060\uFFFC').toContain(block.text.charAt(i));
      }
    }
  }
  for (const directive of prose.directives) {
    expect(text.slice(directive.start, directive.start + 4)).toBe('<!--');
    expect(text.slice(directive.end - 3, directive.end)).toBe('-->');
  }
  const problem = prose.frontMatter.problem;
  if (problem) expect(problem.end).toBeLessThanOrEqual(text.length);
}

/** All that is said of a draft, without the state. */
const said = ({ state: _state, ...prose }: ProseReading): Prose => prose;

describe('prose', () => {
  it('reads any text: spans inside, in order, apart; masks of the same length', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => sound(text, read(text, format))),
      settings,
    );
  });

  it('covers the words of a block with its sentences', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        for (const block of read(text, format).blocks) {
          for (const token of tokenize(block.text)) {
            expect(block.sentences.some((s) => s.start <= token.start && token.end <= s.end)).toBe(true);
          }
        }
      }),
      settings,
    );
  });

  it('reads an edited draft as it reads it from nothing', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.oneof(fc.constantFrom('', ...BITS), bits),
    });
    fc.assert(
      fc.property(drafts, formats, fc.array(edit, { minLength: 1, maxLength: 12 }), (parts, format, edits) => {
        let text = parts.join('\n\n');
        let reading = read(text, format);
        for (const { at, cut, put } of edits) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + put + text.slice(from + cut);
          reading = read(text, format, reading);
          expect(said(reading)).toEqual(said(read(text, format)));
        }
      }),
      settings,
    );
  });

  it('folds without changing a length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(fold(text).length).toBe(text.length)),
      settings,
    );
  });

  it('splits sentences in order, inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const sentence of splitSentences(text, { abbreviations })) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      settings,
    );
  });
});
