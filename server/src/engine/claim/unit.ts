import type { Quantity } from '../quantity/quantity.ts';

/** Money for an hour is a rate of its own: what renting a chip costs. */
const HOUR = 'hour';
const RENTAL = '/GPU-hour';

/** The unit a claim is compared in. */
export const unitOf = (quantity: Quantity): string =>
  quantity.perUnit === HOUR && /^[A-Z]{3}$/.test(quantity.unit) ? quantity.unit + RENTAL : quantity.unit;
