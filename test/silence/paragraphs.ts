// Prose of other people about other things: documentation that lies about on the machine. Read where it lies, at the
// time of the test, and never copied.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Document {
  readonly path: string;
  readonly text: string;
}

const OF_PACKAGES = /^(?:readme|change(?:s|log)|news|history|releases?|migration|upgrad(?:e|ing))/i;
const CODE = /\.(?:[cm]?[jt]sx?|json|html?|css|map|ya?ml|svg|png)$/i;
const ANY_PROSE = /\.(?:md|markdown|mdx|rst|txt)(?:\.gz)?$/i;
const LARGEST = 4_000_000;

const isProse = (name: string): boolean => (OF_PACKAGES.test(name) && !CODE.test(name)) || ANY_PROSE.test(name);

/** Paths of READMEs, change logs and other prose of a folder and those in it, in order; links are not followed. */
export function prosePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isProse(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A file as text, unpacked where it is packed; null for what is no text, or cannot be read. */
export function readProse(path: string): Document | null {
  try {
    if (statSync(path).size > LARGEST) return null;
    const bytes = readFileSync(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return text.includes('\u0000') || text.includes('\ufffd') ? null : { path, text };
  } catch {
    return null;
  }
}

/** Stretches between blank lines that hold a digit and a word. */
export const numericParagraphs = (text: string): string[] =>
  text.split(/\r?\n(?:[ \t]*\r?\n)+/).filter((p) => /\d/.test(p) && /\p{L}{3}/u.test(p));

/** A number said of something ('12 seconds', '30%'), which versions and list numbers are not. */
export const saysHowMuch = (paragraph: string): boolean =>
  /(?:^|[\s(~$€])\d+(?:[.,]\d+)?(?:%|x\b| ?(?:[kKMGT]?B|ms)\b| (?:million|billion|times|[a-z]+s)\b)/mu.test(paragraph);

/** Cuts at blank lines, so that no piece is much longer than `size`. */
export function pieces(text: string, size: number): string[] {
  const out: string[] = [];
  let from = 0;
  while (text.length - from > size) {
    const blank = text.indexOf('\n\n', from + size);
    if (blank < 0) break;
    out.push(text.slice(from, blank));
    from = blank;
  }
  out.push(text.slice(from));
  return out;
}

/** FNV-1a, 32 bits: an order without a pattern that is the same on every machine. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}
