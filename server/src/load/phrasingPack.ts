import type { Phrasing } from '../engine/language/quantityWords.ts';
import type { RawQuantityPack } from './rawQuantityPack.ts';

const descending = (a: { exponent: number }, b: { exponent: number }): number => b.exponent - a.exponent;

/** How amounts are written, from `phrasing.yaml`. */
export function toPhrasing(raw: RawQuantityPack['phrasing']): Phrasing {
  return {
    decimal: raw?.decimal ?? '.',
    group: raw?.group ?? ',',
    groupFrom: raw?.groupFrom ?? 4,
    scales: Object.entries(raw?.scales ?? {})
      .map(([exponent, [one, many]]) => ({ exponent: Number(exponent), one, many, link: raw?.scaleLink ?? false }))
      .sort(descending),
    suffixes: Object.entries(raw?.suffixes ?? {})
      .map(([exponent, text]) => ({ exponent: Number(exponent), text }))
      .sort(descending),
    pluralFrom: raw?.pluralFrom ?? 0,
    link: raw?.link ?? '',
    linkVowel: raw?.linkVowel ?? '',
    vowels: raw?.vowels ?? '',
    units: new Map(Object.entries(raw?.units ?? {})),
    signs: new Map(Object.entries(raw?.signs ?? {})),
    signFirst: raw?.signFirst ?? true,
    signSpace: raw?.signSpace ?? '',
    rangeWord: raw?.rangeWord ?? '-',
  };
}
