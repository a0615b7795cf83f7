import type { Language } from '../language/language.ts';
import type { Phrasing, ScaleFamily } from '../language/quantityWords.ts';
import { fold, isHidden } from '../text/fold.ts';
import type { Quantity } from './quantity.ts';

/** The manner in which an amount is written, taken from one that stands in a text. */
export interface Style {
  /** Significant digits to keep, at least two. */
  readonly digits: number;
  /** Digits after the mark that are written even where they are zeros ('$5.00'). */
  readonly decimals: number;
  readonly decimal: string;
  readonly group: string;
  /** Thousands are parted from so many digits on. */
  readonly groupFrom: number;
  /** Scale words it chooses from, and the one written; null: plain digits. */
  readonly family: ScaleFamily | null;
  readonly scaleExponent: number;
  readonly scaleText: string;
  /** Power of ten of prefix and rate ('GW', 'per 1K tokens'), and factor of a foreign measure. */
  readonly unitExponent: number;
  readonly factor: number;
  readonly unit: string;
  readonly unitText: string;
  /** before: '$5'; after: '5 $', '5 GW'; none: no unit is written inside the amount. */
  readonly place: 'before' | 'after' | 'none';
  /** What stands between the parts, as written, and after the unit. */
  readonly beforeNumber: string;
  readonly beforeScale: string;
  readonly beforeUnit: string;
  readonly tail: string;
  /** What joins the ends of a range. */
  readonly join: string;
}

const LEAST_DIGITS = 2;
const CENTS = 2;
const EN_DASH = '\u2013';

const visible = (text: string): string => {
  let out = '';
  for (let at = 0; at < text.length; at++) if (!isHidden(text.charAt(at))) out += text.charAt(at);
  return out;
};

/** The style of a quantity; `text` is what its spans point into (the block's text). */
export function styleOf(quantity: Quantity, text: string, language: Language): Style {
  const { phrasing } = language.quantity;
  const { number, scale, unitSpan, form } = quantity;
  const cut = (start: number, end: number): string => visible(text.slice(start, Math.max(start, end)));
  const inside = unitSpan !== null && quantity.start <= unitSpan.start && unitSpan.end <= quantity.end;
  const place = !inside ? 'none' : unitSpan.end <= number.start ? 'before' : 'after';
  const scaleText = scale ? cut(scale.start, scale.end) : '';
  return {
    ...marks(quantity, phrasing),
    decimals: form?.decimals === CENTS && !scale && phrasing.signs.has(quantity.unit.split('/')[0]!) ? CENTS : 0,
    digits: Math.max(LEAST_DIGITS, form?.digits ?? 0),
    family: scale ? familyOf(phrasing.families, scaleText) : null,
    scaleExponent: scale?.exponent ?? 0,
    scaleText,
    unitExponent: form?.unitExponent ?? 0,
    factor: form?.factor ?? 1,
    unit: quantity.unit,
    unitText: unitSpan ? cut(unitSpan.start, unitSpan.end) : '',
    place,
    beforeNumber: place === 'before' ? cut(unitSpan!.end, number.start) : '',
    beforeScale: scale ? cut(form?.end ?? scale.start, scale.start) : '',
    beforeUnit: place === 'after' ? cut(number.end, unitSpan!.start) : '',
    tail: cut(place === 'after' ? unitSpan!.end : number.end, quantity.end),
    join: form?.join ?? (place === 'before' ? EN_DASH : ` ${phrasing.rangeWord} `),
  };
}

/** Marks as written; what was not written is the language's own, and never the same mark twice. */
function marks({ form, value, high }: Quantity, phrasing: Phrasing): Pick<Style, 'decimal' | 'group' | 'groupFrom'> {
  const foreign = form !== null && (form.point === phrasing.group || form.group === phrasing.decimal);
  const decimal = form?.point ?? (foreign ? phrasing.group : phrasing.decimal);
  const group = form?.group ?? (foreign && decimal !== phrasing.decimal ? phrasing.decimal : phrasing.group);
  const whole = Math.log10(Math.abs(value ?? high ?? 1) || 1) + 1;
  const bare = form !== null && form.group === null && form.digits > 0 && form.decimals === 0;
  return {
    decimal,
    group,
    groupFrom: form?.group
      ? 4
      : bare && form.digits >= phrasing.groupFrom && whole >= form.digits
        ? Number.POSITIVE_INFINITY
        : phrasing.groupFrom,
  };
}

/** The set of scale words that the one written belongs to. */
function familyOf(families: readonly ScaleFamily[], text: string): ScaleFamily | null {
  const has = (same: (one: string) => boolean): ScaleFamily | undefined =>
    families.find((family) => [...family.values()].some(([one, many]) => same(one) || same(many)));
  return has((one) => one === text) ?? has((one) => fold(one) === fold(text)) ?? families[0] ?? null;
}
