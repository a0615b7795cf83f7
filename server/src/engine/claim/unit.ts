import type { Item } from '../mention/mention.ts';
import type { Quantity } from '../quantity/quantity.ts';

/** Money for an hour is a rate of its own: what renting a chip costs. */
const HOUR = 'hour';
const RENTAL = '/GPU-hour';

const TOKENS = '/Mtoken';
const isMoney = (quantity: Quantity): boolean => quantity.perUnit === null && /^[A-Z]{3}$/.test(quantity.unit);

export const isTokenPrice = (quantity: Quantity): boolean => quantity.unit.endsWith(TOKENS);

/** Where prices of tokens are spoken of, a bare amount may be one: '($5/$15)'. Null elsewhere. */
export const tokenPriceUnit = (quantity: Quantity, tokenPriced: boolean): string | null =>
  tokenPriced && isMoney(quantity) ? quantity.unit + TOKENS : null;

const UNITS = 'count';
const GPUS = 'GPU';
const CHIP = 'chip';

/** The unit a claim is compared in. `behind` is the item after its amount: units of a chip are chips ('50,000 H100 units'). */
export const unitOf = (quantity: Quantity, behind?: Item): string => {
  if (quantity.perUnit === HOUR && /^[A-Z]{3}$/.test(quantity.unit)) return quantity.unit + RENTAL;
  return quantity.unit === UNITS && behind?.kind === 'name' && behind.subjectKind === CHIP ? GPUS : quantity.unit;
};
