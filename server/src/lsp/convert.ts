import { convert, type Reference } from '../engine/index.ts';
import type { Convert } from '../present/card.ts';

/** Amounts in another unit or currency, at the dated rates of the data. */
export function converter(reference: Reference): Convert {
  return (amount, unit, date) => {
    const put = (value: number | null): number | null | undefined =>
      value === null ? null : convert(value, amount.unit, unit, date || null, reference)?.value;
    const [value, low, high] = [put(amount.value), put(amount.low), put(amount.high)];
    if (value === undefined || low === undefined || high === undefined) return null;
    return { ...amount, value, low, high, unit };
  };
}
