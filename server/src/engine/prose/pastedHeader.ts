import { isNumeric, type Word } from './pastedWords.ts';

const LOWER = /^\p{Ll}/u;
const LETTER = /^[\p{L}\p{N}]/u;
const OPENS = /^[([]/;
const CLOSES = /[)\]]$/;

/**
 * The words of a pasted header line as columns: brackets, signs ('$/h') and words in small letters, with what follows
 * those ('per 1M'), belong to the word before.
 */
export function headerGroups(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  let open = false;
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    const hangs =
      open ||
      !LETTER.test(word.text) ||
      LOWER.test(word.text) ||
      (isNumeric(word.text) && LOWER.test(before?.text ?? ''));
    if (hangs && groups.length > 0) groups.at(-1)!.push(word);
    else groups.push([word]);
    if (OPENS.test(word.text)) open = true;
    if (CLOSES.test(word.text)) open = false;
  }
  return groups;
}

/** 'Input Price Output Price': as many columns as are asked for, told by a word that comes back in each. */
export function repeatedGroups(groups: readonly Word[][], columns: number): Word[][] | null {
  const [label, ...rest] = groups;
  const size = rest.length / columns;
  if (!label || columns < 2 || size < 2 || !Number.isInteger(size)) return null;
  const chunks = Array.from({ length: columns }, (_, at) => rest.slice(at * size, (at + 1) * size).flat());
  const same = (pick: (chunk: Word[]) => Word | undefined): boolean =>
    new Set(chunks.map((chunk) => pick(chunk)?.text.toLowerCase())).size === 1;
  return same((chunk) => chunk[0]) !== same((chunk) => chunk.at(-1)) ? [label, ...chunks] : null;
}
