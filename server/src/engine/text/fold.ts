/** Folding makes look-alikes equal and never changes length (invariant 4). */

const HIDDEN_CHARS = '\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u061C';
const SPACES =
  '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t\n\r\v\f\u2028\u2029';
const APOSTROPHES = '\u2018\u2019\u02BC\u2032\u00B4\u0060\uFF07';
const HYPHENS = '\u2010\u2011\uFE63\uFF0D';
const MAP: ReadonlyMap<string, string> = new Map([
  ...[...SPACES].map((c) => [c, ' '] as const),
  ...[...APOSTROPHES].map((c) => [c, "'"] as const),
  ...[...HYPHENS].map((c) => [c, '-'] as const),
]);

/** True for characters that stand in the text but not in its words. */
export const isHidden = (c: string): boolean => HIDDEN_CHARS.includes(c);

/** One UTF-16 unit folded: spaces, apostrophes and hyphens unified, full-width ASCII narrowed, lower case. */
export function foldChar(c: string): string {
  const code = c.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : code <= 32 ? ' ' : c;
  const mapped = MAP.get(c);
  if (mapped !== undefined) return mapped;
  if (code >= 0xff01 && code <= 0xff5e) return foldChar(String.fromCharCode(code - 0xfee0));
  const lower = c.toLowerCase();
  return lower.length === 1 ? lower : c;
}

/** A string of the same length as `text`. */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += foldChar(text.charAt(i));
  return out;
}
