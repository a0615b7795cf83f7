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

/** The unit a claim is compared in. */
export const unitOf = (quantity: Quantity): string =>
  quantity.perUnit === HOUR && /^[A-Z]{3}$/.test(quantity.unit) ? quantity.unit + RENTAL : quantity.unit;
