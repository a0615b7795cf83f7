import type { Mask } from './mask.ts';

/** A map from 'key value key value'. */
export function pairs(list: string): Map<string, string> {
  const words = list.split(/\s+/);
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) map.set(words[i]!, words[i + 1]!);
  return map;
}

/** TeX commands that mean one character. */
const SIGNS: ReadonlyMap<string, string> =
  pairs(`times × cdot · ast * div ÷ pm ± approx ≈ simeq ≃ sim ~ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ neq ≠ ne ≠
to → rightarrow → infty ∞ ldots … dots … alpha α beta β gamma γ delta δ epsilon ε varepsilon ε lambda λ mu μ pi π sigma σ
theta θ eta η rho ρ tau τ phi φ omega ω Delta Δ Omega Ω Sigma Σ propto ∝ degree ° euro €`);
/** TeX commands whose argument is plain words. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'text textrm textbf textit mathrm mathbf mathit mathsf operatorname mbox'.split(' '),
);
const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13;
const REACH = 400;

/** `$…$` is money unless something in it only mathematics writes. */
const looksMathematical = (body: string): boolean =>
  /[\\^_{}=]/.test(body) || /^[A-Za-z]$/.test(body) || /^\d[\d.,]*$/.test(body);

/** End of the formula that starts at `at` (`$`, `$$`, `\(` or `\[`), or -1. Looks at most REACH units ahead. */
export function mathEnd(text: string, at: number): number {
  const open = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  const limit = Math.min(text.length, at + REACH);
  if (open === 92) {
    if (next !== 40 && next !== 91) return -1;
    const close = text.slice(at + 2, limit).indexOf(next === 40 ? '\\)' : '\\]');
    const body = text.slice(at + 2, at + 2 + close);
    // Brackets are escaped in prose as well.
    const formula = close > 0 && /[\^{]|\\[A-Za-z]/.test(body) && !body.includes('](');
    return formula ? at + 2 + close + 2 : -1;
  }
  if (next === 36) {
    const close = text.slice(at + 2, limit).indexOf('$$');
    return close < 1 ? -1 : at + 2 + close + 2;
  }
  if (Number.isNaN(next) || isSpace(next)) return -1;
  for (let i = at + 1; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 36) {
      if (isSpace(text.charCodeAt(i - 1)) || isDigit(text.charCodeAt(i + 1))) return -1;
      return looksMathematical(text.slice(at + 1, i)) ? i + 1 : -1;
    }
  }
  return -1;
}

/** Masks a formula so that its numbers read as text: `$3.8 \times 10^{25}$` as '3.8 × 10^25'. */
export function maskMath(mask: Mask, text: string, from: number, to: number): void {
  const wide = text.charCodeAt(from) === 92 || text.charCodeAt(from + 1) === 36 ? 2 : 1;
  const changes: [number, number, string][] = [];
  for (let i = from + wide; i < to - wide; i++) {
    const c = text.charCodeAt(i);
    if (c === 123 || c === 125) changes.push([i, i + 1, '']);
    else if (c === 126) changes.push([i, i + 1, ' ']);
    else if (c === 92) {
      let end = i + 1;
      while (end < to - wide && isLetter(text.charCodeAt(end))) end++;
      const name = text.slice(i + 1, end);
      if (name === '') {
        const sign = text.charAt(i + 1);
        const space = ',;:! '.includes(sign);
        changes.push([i, i + 2, space ? '\u202F' : sign]);
        i++;
        continue;
      }
      const sign = WRAPPERS.has(name) ? '' : SIGNS.get(name);
      if (sign === undefined) {
        mask.close(from, to);
        return;
      }
      changes.push([i, end, sign]);
      i = end - 1;
    }
  }
  mask.hide(from, from + wide);
  for (const [start, end, sign] of changes) {
    if (sign === '') mask.hide(start, end);
    else mask.put(start, end, sign);
  }
  mask.hide(to - wide, to);
}
