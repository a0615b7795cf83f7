import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** FNV-1a over UTF-16 units, twice with other seeds: 16 hex digits. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}

/** Subject, metric, value and unit as read, and the sentence without the figure: the same after edits elsewhere. */
export function fingerprint(
  subject: string,
  metric: string,
  value: string,
  unit: string,
  sentence: string,
  figure: Span,
): string {
  const rest = fold(`${sentence.slice(0, figure.start)} ${sentence.slice(figure.end)}`)
    .replace(/\s+/g, ' ')
    .trim();
  return hash([subject, metric, value, unit, rest].join('\n'));
}
