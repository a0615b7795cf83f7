// Six words in a row that stand in two places were copied: names, units and numbers aside, prose does not repeat itself.

const LENGTH = 6;
/** Where a sentence, a field or a cell ends. */
const BREAK = /[.;:!?()[\]{}"“”«»|*`<>=#\t。；：！？、（）「」]|\n\s*[-\n]/u;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*|\p{N}[\p{L}\p{M}\p{N}.,]*/gu;
const NUMERIC = /\p{N}/u;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string): string[] =>
  (text.match(WORD) ?? []).flatMap((word) =>
    CJK.test(word) ? [...segmenter.segment(word)].map((part) => part.segment) : [word],
  );

/** Names, units, scale words: their words, folded, in one set. */
export const wordSet = (texts: Iterable<string>): Set<string> =>
  new Set([...texts].flatMap((text) => wordsOf(text.toLowerCase())));

/** Every run of six words of a text that crosses no break, without the words aside and numbers. */
export function* sequences(text: string, aside: ReadonlySet<string>): Generator<string> {
  for (const stretch of text.toLowerCase().split(BREAK)) {
    const words = wordsOf(stretch).filter((word) => !NUMERIC.test(word) && !aside.has(word));
    for (let i = 0; i + LENGTH <= words.length; i++) yield words.slice(i, i + LENGTH).join(' ');
  }
}
