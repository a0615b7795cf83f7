/** Two to five round values between the ends of an axis. Ends are exponents of ten on a logarithmic one. */
export function ticks(from: number, to: number, log: boolean): number[] {
  if (!(to > from) || !Number.isFinite(to - from)) return [];
  if (log) {
    const step = Math.max(1, Math.ceil((to - from) / 4));
    const out: number[] = [];
    for (let e = Math.ceil(from); e <= to && out.length < 6; e += step) out.push(Number(`1e${e}`));
    return out;
  }
  const raw = (to - from) / 3;
  const power = Math.floor(Math.log10(raw));
  const base = [1, 2, 5, 10].find((m) => m * 10 ** power >= raw) ?? 10;
  const step = Number(`${base}e${power}`);
  const out: number[] = [];
  for (let n = Math.ceil(from / step - 1e-9); n * step <= to && out.length < 6; n++)
    out.push(Number(`${n * base}e${power}`));
  return out;
}
