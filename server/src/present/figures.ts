import { type Figure, lookup, type Reference } from '../engine/index.ts';

/** Current figures that some words name ('deepseek v3 training cost'), the most fitting first, each once. */
export function findFigures(reference: Reference, words: string, locale: string): Figure[] {
  const { answers } = lookup(reference, words.slice(0, 200), locale);
  return [...new Set(answers.flatMap((answer) => answer.current))];
}
