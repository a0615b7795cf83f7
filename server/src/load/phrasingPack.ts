import type { Phrasing, ScaleFamily } from '../engine/language/quantityWords.ts';
import type { RawQuantityPack } from './rawQuantityPack.ts';

const pair = (text: string | readonly string[]): readonly [string, string] =>
  typeof text === 'string' ? [text, text] : [text[0] ?? '', text[1] ?? text[0] ?? ''];

const family = (raw: Readonly<Record<string, string | readonly string[]>>): ScaleFamily =>
  new Map(
    Object.entries(raw)
      .map(([exponent, text]) => [Number(exponent), pair(text)] as const)
      .sort((a, b) => b[0] - a[0]),
  );

/** How amounts are written, from `phrasing.yaml`, with the prefixes of `signs.yaml` and `units.yaml`. */
export function toPhrasing(raw: RawQuantityPack): Phrasing {
  const { phrasing, signs, units } = raw;
  const prefixes = new Map<number, string[]>();
  for (const [text, exponent] of [...Object.entries(signs?.prefixes ?? {}), ...Object.entries(units?.prefixes ?? {})])
    prefixes.set(exponent, [...(prefixes.get(exponent) ?? []), text]);
  return {
    decimal: phrasing?.decimal ?? '.',
    group: phrasing?.group ?? ',',
    groupFrom: phrasing?.groupFrom ?? 4,
    families: (phrasing?.families ?? []).map(family),
    seldom: new Set(phrasing?.seldom),
    pluralFrom: phrasing?.pluralFrom ?? 0,
    link: phrasing?.link ?? '',
    linkVowel: phrasing?.linkVowel ?? '',
    vowels: phrasing?.vowels ?? '',
    units: new Map(Object.entries(phrasing?.units ?? {})),
    signs: new Map(Object.entries(phrasing?.signs ?? {})),
    signFirst: phrasing?.signFirst ?? true,
    signSpace: phrasing?.signSpace ?? '',
    rangeWord: phrasing?.rangeWord ?? '-',
    prefixes,
    months: phrasing?.months ?? [],
    asOf: phrasing?.asOf ?? null,
    during: phrasing?.during ?? null,
    accordingTo: phrasing?.accordingTo ?? '',
    publishers: new Map(Object.entries(phrasing?.publishers ?? {})),
  };
}
