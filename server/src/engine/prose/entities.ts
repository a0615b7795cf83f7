/** Name and code point (hex) of the character references that prose meets; unknown names stay as they are written. */
const NAMED = `nbsp A0 ensp 2002 emsp 2003 thinsp 2009 hairsp 200A numsp 2007 puncsp 2008 zwnj 200C zwj 200D shy AD
amp 26 lt 3C gt 3E quot 22 apos 27 euro 20AC pound A3 yen A5 cent A2 curren A4 sect A7 deg B0 plusmn B1 micro B5
para B6 middot B7 frac12 BD frac14 BC frac34 BE sup1 B9 sup2 B2 sup3 B3 times D7 divide F7 minus 2212 le 2264 ge 2265
ne 2260 asymp 2248 sim 223C approx 2248 infin 221E sum 2211 ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201A
ldquo 201C rdquo 201D bdquo 201E laquo AB raquo BB lsaquo 2039 rsaquo 203A hellip 2026 bull 2022 copy A9 reg AE trade
2122 permil 2030 dollar 24 percnt 25 num 23 period 2E comma 2C colon 3A semi 3B lpar 28 rpar 29 lsqb 5B rsqb 5D
ast 2A plus 2B equals 3D sol 2F verbar 7C lowbar 5F hyphen 2010 dash 2010 ordf AA ordm BA agrave E0 aacute E1 acirc E2
atilde E3 auml E4 aring E5 aelig E6 ccedil E7 egrave E8 eacute E9 ecirc EA euml EB igrave EC iacute ED icirc EE iuml EF
ntilde F1 ograve F2 oacute F3 ocirc F4 otilde F5 ouml F6 oslash F8 ugrave F9 uacute FA ucirc FB uuml FC yuml FF
szlig DF oelig 153 OElig 152 Agrave C0 Aacute C1 Acirc C2 Auml C4 AElig C6 Ccedil C7 Egrave C8 Eacute C9 Ecirc CA Euml CB
Icirc CE Iuml CF Ocirc D4 Ouml D6 Ugrave D9 Ucirc DB Uuml DC alpha 3B1 beta 3B2 gamma 3B3 delta 3B4 epsilon 3B5
lambda 3BB mu 3BC pi 3C0 sigma 3C3 Delta 394 Omega 3A9 rarr 2192 larr 2190 uarr 2191 darr 2193`;

const TABLE: ReadonlyMap<string, string> = (() => {
  const words = NAMED.split(/\s+/);
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) {
    table.set(words[i]!, String.fromCodePoint(Number.parseInt(words[i + 1]!, 16)));
  }
  return table;
})();

/** The character that `&…;` means, or null. */
export function decodeEntity(reference: string): string | null {
  if (!reference.startsWith('&') || !reference.endsWith(';')) return null;
  const body = reference.slice(1, -1);
  if (!body.startsWith('#')) return TABLE.get(body) ?? null;
  const hex = body.charAt(1).toLowerCase() === 'x';
  const digits = body.slice(hex ? 2 : 1);
  if (!(hex ? /^[\da-f]{1,6}$/i : /^\d{1,7}$/).test(digits)) return null;
  const code = Number.parseInt(digits, hex ? 16 : 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}

/** End of the character reference that starts at `at` ('&'), or -1. Looks at most 12 units ahead. */
export function entityEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length && i < at + 12; i++) {
    const c = text.charCodeAt(i);
    if (c === 59) return i > at + 1 ? i + 1 : -1;
    const lower = c | 32;
    if (!((c >= 48 && c <= 57) || (lower >= 97 && lower <= 122) || (c === 35 && i === at + 1))) return -1;
  }
  return -1;
}
