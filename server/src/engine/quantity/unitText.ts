import type { Phrasing } from '../language/quantityWords.ts';
import type { Style } from './style.ts';

/** A unit as it will be written. */
export interface UnitText {
  readonly text: string;
  readonly place: 'before' | 'after';
  /** Space between it and the number. */
  readonly space: string;
  /** It is a word, not a sign or symbol. */
  readonly word: boolean;
}

const LETTER = /\p{L}/u;

/** The unit of a style, with another prefix, another currency, or its plural, where the amount asks for it. */
export function unitText(
  unit: string,
  style: Style,
  scales: { readonly prefix: number; readonly unit: number },
  plural: boolean,
  phrasing: Phrasing,
): UnitText {
  const [currency = '', rest] = unit.split('/');
  const [written = '', writtenRest] = style.unit.split('/');
  const place = style.place === 'before' ? 'before' : 'after';
  const space = place === 'before' ? style.beforeNumber : style.beforeUnit;
  const word = isWord(style, phrasing);
  if (scales.prefix !== 0) return { text: prefixed(style, scales.unit, phrasing), place, space, word };
  if (unit === style.unit || (rest === writtenRest && currency === written))
    return { text: inflected(unit, style, plural, phrasing), place, space, word };
  const forms = phrasing.units.get(currency);
  if (word && forms) return { text: forms[plural ? 1 : 0], place, space, word };
  const sign = phrasing.signs.get(currency) ?? currency;
  const code = style.unitText.includes(written) && style.unitText !== '';
  const text = code ? currency : sign;
  // A code of letters stands apart from digits and from a scale suffix.
  const touching = space === '' && isLetter(text.charAt(place === 'before' ? text.length - 1 : 0));
  return { text, place, space: touching ? '\u00A0' : space, word: false };
}

const isLetter = (c: string): boolean => LETTER.test(c);

function isWord(style: Style, phrasing: Phrasing): boolean {
  const [written = ''] = style.unit.split('/');
  if (phrasing.units.get(written)?.includes(style.unitText)) return true;
  return style.unitText.length > 3 && style.place === 'after';
}

/** One unit word is inflected where the pack knows both forms. */
function inflected(unit: string, style: Style, plural: boolean, phrasing: Phrasing): string {
  const forms = phrasing.units.get(unit.split('/')[0] ?? unit);
  return forms?.includes(style.unitText) ? forms[plural ? 1 : 0] : style.unitText;
}

/** The unit's text with the prefix of another power of ten, of the same kind (letter or syllable). */
function prefixed(style: Style, exponent: number, phrasing: Phrasing): string {
  const old = [...(phrasing.prefixes.get(style.unitExponent) ?? [])].sort((a, b) => b.length - a.length);
  const had = old.find((prefix) => style.unitText.toLowerCase().startsWith(prefix.toLowerCase())) ?? '';
  const base = style.unitText.slice(had.length);
  if (exponent === 0) return base;
  const syllable = had.length > 1 || (had === '' && base.length > 3);
  const found = phrasing.prefixes.get(exponent)?.find((prefix) => prefix.length > 1 === syllable);
  return (found ?? '') + base;
}
