/** A name or qualifier without case and marks: two that have the same key mean the same. */
export const nameKey = (text: string): string =>
  SIMPLE.test(text)
    ? text
    : text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

/** What is its own key already. */
const SIMPLE = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
