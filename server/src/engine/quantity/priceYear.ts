import type { Reader } from './reader.ts';

const YEAR = '#';

/** The year of 'in 2023 dollars', 'dollars de 2023' after an amount of money; null where none is named. */
export function priceYearAt(r: Reader, from: number): number | null {
  for (const pattern of r.words.priceYears) {
    let year = 0;
    const fits = pattern.every((word, at) => {
      const token = r.tokens[from + at];
      if (word !== YEAR) return token?.text === word;
      year = token?.kind === 'digits' && token.text.length === 4 ? Number(token.text) : 0;
      return year > 0;
    });
    if (fits && year > 0) return year;
  }
  return null;
}
