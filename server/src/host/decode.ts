/** What a file's bytes are: a text, or no text at all. */
export type Decoded = { readonly text: string } | { readonly binary: true };

const PROBE = 8192;

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte order mark says so. Wrong UTF-8 becomes U+FFFD.
 * The mark of UTF-8 stays in the text as U+FEFF, so that offsets hold for the file as given.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes) };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes) };
  if (bytes.subarray(0, PROBE).includes(0)) return { binary: true };
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}
