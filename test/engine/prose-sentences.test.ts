import { describe, expect, it } from 'vitest';
import { quotedSpans } from '../../server/src/engine/prose/quotes.ts';
import { splitSentences } from '../../server/src/engine/prose/sentences.ts';

const words = {
  abbreviations: new Set(['mr', 'dr', 'mme', 'inc', 'corp', 'etc', 'vs', 'approx', 'env', 'fig', 'no', 'av', 'st']),
  starters: new Set(['the', 'it', 'this', 'they', 'le', 'la', 'elle', 'ce']),
};
/** Sentences joined by '|'. */
const split = (text: string, breaks: number[] = []): string =>
  splitSentences(text, words, breaks)
    .map((s) => text.slice(s.start, s.end))
    .join('|');

describe('where a sentence ends', () => {
  it.each([
    ['It cost $6M. They paid.', 'It cost $6M.|They paid.'],
    ['It rose to $1.6B. Then it fell by 3.5 %.', 'It rose to $1.6B.|Then it fell by 3.5 %.'],
    ['It cost $6 million. 2,048 GPUs ran.', 'It cost $6 million.|2,048 GPUs ran.'],
    ['It cost $6 million. $5M was rent.', 'It cost $6 million.|$5M was rent.'],
    ['Really?! Yes. No…', 'Really?!|Yes.|No…'],
    ['« Combien ? » demande-t-il. Six.', '« Combien ? » demande-t-il.|Six.'],
    ['Il l’a dit : « C’est six. » Elle doute.', 'Il l’a dit : « C’est six. »|Elle doute.'],
    ['Combien ? Six millions ! Ou sept ?', 'Combien ?|Six millions !|Ou sept ?'],
    ['“It cost six.” He left.', '“It cost six.”|He left.'],
    ['"It cost six." He left.', '"It cost six."|He left.'],
    ['(It cost six.) He left.', '(It cost six.)|He left.'],
    ['“Six?” he asked.', '“Six?” he asked.'],
    ['He wrote (why?) a book. End.', 'He wrote (why?) a book.|End.'],
    ['日本は6兆円。次は7兆円。', '日本は6兆円。|次は7兆円。'],
    ['它花了600万美元！真的吗？是。', '它花了600万美元！|真的吗？|是。'],
    ['• One: 5 • Two: 6', '• One: 5|• Two: 6'],
    ['A sum of six.\u2060\u2060\u2060 Then seven.', 'A sum of six.\u2060\u2060\u2060|Then seven.'],
    ['See \uFFFC\uFFFC. Then seven.', 'See \uFFFC\uFFFC.|Then seven.'],
    ['It cost $6 million.The rest went elsewhere.', 'It cost $6 million.|The rest went elsewhere.'],
    ['Some cost. xAI paid less.', 'Some cost.|xAI paid less.'],
    ['It ended in 2024. Nvidia gained.', 'It ended in 2024.|Nvidia gained.'],
    ['It uses the H100. The rest idles.', 'It uses the H100.|The rest idles.'],
    ['They work at Acme Inc. The firm grew.', 'They work at Acme Inc.|The firm grew.'],
    ['in the U.S. The law changed.', 'in the U.S.|The law changed.'],
    ['It came at 5 p.m. They left.', 'It came at 5 p.m.|They left.'],
    ['Chips, racks, etc. The bill was high.', 'Chips, racks, etc.|The bill was high.'],
    ['No space\u00A0! Là\u202F? Oui.', 'No space\u00A0!|Là\u202F?|Oui.'],
    ['Then... Nothing. So... six.', 'Then...|Nothing.|So... six.'],
    ['A final mark.— A dash.', 'A final mark.— A dash.'],
    ['One. — Two.', 'One.|— Two.'],
    ['Sum of 6. ', 'Sum of 6.'],
  ])('%s', (text, expected) => expect(split(text)).toBe(expected));
});

describe('where none ends', () => {
  it.each([
    'M. Dupont a payé.',
    'Mme Le Pen a payé.',
    'Dr. Smith paid.',
    'J. R. Smith paid Mr. Liang.',
    'Selon M. Le Maire, six.',
    'The U.S. Department paid $3.5M.',
    'e.g. the H800 and i.e. the other',
    'See p. 12 and fig. 3.',
    'approx. six',
    'approx. $5M',
    'No. 5 of Acme Inc. said so',
    'It is v. 2.5 of Node.js on deepseek.com',
    'Character.AI paid.',
    'Acme Corp. (formerly B) paid',
    '1. First of all',
    'Wait... what',
    'Yahoo! and others',
    'a ratio of 1.5 to 2.0',
    'A vs. B',

    '12.5.2025',
    '$ .5',
    '',
    ' ',
    '...',
    '?!',
    'env. 6 M€',
    'l’av. J. Jaurès',
    'It is "six". and',
    'The price (approx. 5) rose',
    'at 5 p.m. on Monday',
  ])('%s', (text) => expect(split(text)).toBe(text.trim()));
});

it('ends a sentence at a line broken by hand, before a capital', () => {
  expect(split('Cost: 5 Chips: 6', [7])).toBe('Cost: 5|Chips: 6');
  expect(split('a cost of five million', [9])).toBe('a cost of five million');
});

describe('what stands in quotation marks', () => {
  const quoted = (text: string): string[] =>
    quotedSpans(text, splitSentences(text, words)).map((s) => text.slice(s.start, s.end));
  it.each<[string, string[]]>([
    ['He said “six” and “seven”.', ['“six”', '“seven”']],
    ['He said "six" and "seven".', ['"six"', '"seven"']],
    ['Il dit « six » puis «sept».', ['« six »', '«sept»']],
    ['Er sagt „sechs“ und »sieben«.', ['„sechs“', '»sieben«']],
    ['He said ‘six’ of the labs’ chips.', ['‘six’']],
    ["He said 'six million' and it's the labs' own.", ["'six million'"]],
    ['It’s six, l’un d’eux.', []],
    ['In the ’90s and ‘tis', []],
    ['A 12" wafer and a 14" one', []],
    ['他说“六百万”。「七」', ['“六百万”', '「七」']],
    ['He said “six. Then he left.', ['“six.']],
    ['He said “six. Then “seven” came.', ['“six.', '“seven”']],
    ['Il dit « le modèle “V3” a coûté six ».', ['« le modèle “V3” a coûté six »']],
    ['He said "six.', ['"six.']],
    ['(“six”) ["seven"]', ['“six”', '"seven"']],
    ['“\u2060\u2060six\u2060” x', ['“\u2060\u2060six\u2060”']],
    ['nothing', []],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));
});
