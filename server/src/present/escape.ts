import { tame } from './write.ts';

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Text of a draft or of the data as Markdown that shows it and does nothing else: no link, image, HTML or icon. */
export const escapeMarkdown = (text: string, longest?: number): string =>
  tame(text, longest).replace(PUNCTUATION, '\\$&');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/gu;

/** Text as XML or HTML content or attribute value. */
export const escapeXml = (text: string): string =>
  text.replace(NOT_XML, (c) => (c.length === 2 ? c : '')).replace(/[&<>"']/g, (c) => ENTITIES[c] ?? '');

/**
 * A link that may be shown, or null: https only, a plain ASCII host without user or port, nothing that could end a
 * Markdown link early.
 */
export function safeUrl(url: string | null): string | null {
  if (!url || url.length > 2000) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'https:' || parsed.username || parsed.password || parsed.port) return null;
  if (parsed.hostname.split('.').some((label) => label.startsWith('xn--')) || !parsed.hostname.includes('.'))
    return null;
  return parsed.href.replace(
    /[()<>\\|`*_[\]"'\s]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
