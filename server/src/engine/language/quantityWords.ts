/** Words and signs around numbers, and how to write an amount. Filled from numerals, scales, units, hedges and phrasing. */
// biome-ignore lint/suspicious/noEmptyInterface: the room `quantity/` defines it with its first pack
export interface QuantityWords {}
