/** A unit as the evaluation compares it: what it measures, and how many base units it is. */
export interface Measure {
  readonly dimension: string;
  readonly factor: number;
}

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  ['USD', 'EUR', 'CNY', 'JPY', 'GBP', 'CHF', 'INR', 'KRW'].map((c) => [c.toLowerCase(), c] as const),
);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['€', 'EUR'],
  ['rmb', 'CNY'],
]);
const PER_TOKENS = new Set(['mtok', 'mtoken', 'mtokens', '1m tokens']);
const PER_HOUR = new Set(['h', 'hour', 'gpu-hour', 'gpuh']);
const PER_TIME = new Set(['day', 'year']); // an amount a year is scored as the amount

const COUNTS = new Set(
  'count gpu gpus chip chips tpu accelerator accelerators node parameter parameters token tokens transistor person users query unit token/s'.split(
    ' ',
  ),
);
const OTHERS: readonly (readonly [dimension: string, factor: number, names: string])[] = [
  ['gpuh', 1, 'gpu-hour|gpu-hours|gpuh|gpu hours'],
  ['time', 1 / 3600, 'second|s'],
  ['time', 1 / 60, 'minute'],
  ['time', 1, 'hour|hours|h'],
  ['time', 24, 'day|days'],
  ['time', 168, 'week'],
  ['time', 730.5, 'month|months'],
  ['time', 8766, 'year|years'],
  ['volume', 1, 'litre|liter|l'],
  ['volume', 1e-3, 'ml'],
  ['mass', 1, 'gco2|gco2e'],
  ['mass', 1e3, 'kgco2'],
  ['mass', 1e6, 'tco2|tco2e'],
  ['percent', 1, 'percent|%'],
  ['percent', 100, 'fraction'],
  ['ratio', 1, 'ratio|x|times'],
];
const TABLE: ReadonlyMap<string, Measure> = new Map([
  ...OTHERS.flatMap(([dimension, factor, names]) =>
    names.split('|').map((name) => [name, { dimension, factor }] as const),
  ),
  ...[...COUNTS].map((name) => [name, { dimension: 'count', factor: 1 }] as const),
]);

const PREFIX: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15, e: 1e18 };
const PHYSICAL: Readonly<Record<string, string>> = {
  w: 'power',
  wh: 'energy',
  'wh/query': 'energy',
  b: 'bytes',
  'b/s': 'bandwidth',
  flop: 'flop',
  'flop/s': 'flop/s',
  flops: 'flop/s',
};
const PREFIXED = /^([kmgtpe]?)(wh\/query|wh|w|b\/s|b|flop\/s|flops|flop)$/;

function money(name: string): Measure | null {
  const sign = SIGNS.get(name);
  if (sign) return { dimension: `money:${sign}`, factor: 1 };
  const slash = name.indexOf('/');
  const currency = CURRENCIES.get(slash < 0 ? name : name.slice(0, slash));
  if (!currency) return null;
  const per = slash < 0 ? '' : name.slice(slash + 1);
  if (per === '' || PER_TIME.has(per)) return { dimension: `money:${currency}`, factor: 1 };
  if (PER_TOKENS.has(per)) return { dimension: `money:${currency}/Mtoken`, factor: 1 };
  if (PER_HOUR.has(per)) return { dimension: `money:${currency}/hour`, factor: 1 };
  return null;
}

/** Case does not count: predictions are expected in base units, so `mW` and `MW` never meet. Unknown units equal only themselves. */
export function measure(unit: string | null | undefined): Measure {
  const name = String(unit ?? '')
    .trim()
    .toLowerCase();
  const known = TABLE.get(name) ?? money(name);
  if (known) return known;
  const physical = PREFIXED.exec(name);
  if (physical) return { dimension: PHYSICAL[physical[2]!]!, factor: PREFIX[physical[1]!]! };
  return { dimension: `?${name}`, factor: 1 };
}
