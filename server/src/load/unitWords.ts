import type { UnitWord } from '../engine/language/quantityWords.ts';
import type { Phrase } from '../engine/text/phrases.ts';
import type { RawQuantityPack, RawSigns, RawUnit } from './rawQuantityPack.ts';

type Values = Readonly<Record<string, number>>;
type UnitPhrase = Phrase<UnitWord>;

const CENT = -2;

const word = (unit: string, kind: UnitWord['kind'], exponent = 0, factor = 1, money = false): UnitWord => ({
  unit,
  kind,
  exponent,
  factor,
  money,
});

/** All spellings of a unit: plain, with prefix letters, with prefix words. */
function spellings(raw: RawUnit, letters: Values, syllables: Values): UnitPhrase[] {
  const { unit, exponent = 0, factor = 1, bare = true, exact = false } = raw;
  const out: UnitPhrase[] = [];
  const push = (texts: readonly string[] | undefined, kind: UnitWord['kind'], more: number, isExact: boolean): void => {
    for (const text of texts ?? [])
      out.push({ text, exact: isExact, value: word(unit, kind, exponent + more, factor) });
  };
  push(raw.sign, 'sign', 0, false);
  push(raw.words, 'measure', 0, false);
  push(raw.plain, raw.thing ? 'noun' : 'measure', 0, exact);
  push(raw.plainExact, 'measure', 0, true);
  for (const symbol of raw.symbols ?? []) {
    if (bare) push([symbol], 'measure', 0, exact);
    for (const letter of raw.prefixes ?? Object.keys(letters))
      push([letter + symbol], 'measure', letters[letter] ?? 0, exact);
  }
  for (const name of raw.prefixed ?? []) {
    if (bare) push([name], 'measure', 0, false);
    for (const [syllable, power] of Object.entries(syllables))
      push([syllable + name, `${syllable} ${name}`], 'measure', power, false);
  }
  return out;
}

/** Units after a number, and signs before it. */
export function unitPhrases(
  signs: RawSigns,
  units: NonNullable<RawQuantityPack['units']>,
): { after: UnitPhrase[]; before: UnitPhrase[] } {
  const exactSigns = new Set(signs.exact);
  const currency = [...Object.entries(units.signs ?? {}), ...Object.entries(signs.money)].flatMap(([unit, texts]) =>
    texts.map((text): UnitPhrase => ({ text, exact: exactSigns.has(text), value: word(unit, 'sign', 0, 1, true) })),
  );
  // 'MUSD', 'kEUR'
  const scaled = Object.keys(signs.money).flatMap((code) =>
    ['k', 'M'].map(
      (letter): UnitPhrase => ({
        text: letter + code,
        exact: true,
        value: word(code, 'measure', signs.prefixes[letter] ?? 0, 1, true),
      }),
    ),
  );
  const named = Object.entries(units.money ?? {}).flatMap(([unit, texts]) =>
    texts.map((text): UnitPhrase => ({ text, value: word(unit, 'measure', 0, 1, true) })),
  );
  const cents = Object.entries(units.cents ?? {}).flatMap(([unit, texts]) =>
    texts.map((text): UnitPhrase => ({ text, value: word(unit, 'measure', CENT, 1, true) })),
  );
  const things = Object.entries(units.things ?? {}).flatMap(([unit, texts]) =>
    texts.map((text): UnitPhrase => ({ text, value: word(unit, 'noun') })),
  );
  const measures = [...(units.measures ?? []), ...signs.units].flatMap((raw) =>
    spellings(raw, signs.prefixes, units.prefixes ?? {}),
  );
  return {
    after: [...scaled, ...named, ...cents, ...measures, ...things, ...currency],
    before: [
      ...scaled.map((phrase) => ({ ...phrase, value: { ...phrase.value, kind: 'sign' as const } })),
      ...currency,
    ],
  };
}
