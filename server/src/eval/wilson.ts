/** 95 % Wilson score interval of `hits` out of `n`; null for n = 0. */
export function wilson(hits: number, n: number): readonly [low: number, high: number] | null {
  if (n === 0) return null;
  const z = 1.959963984540054;
  const share = hits / n;
  const scale = 1 + (z * z) / n;
  const middle = (share + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / scale;
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
