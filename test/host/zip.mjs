// Reads a ZIP through its central directory.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** `[{ name, size, text() }]`, sizes unpacked, in bytes. */
export function readZip(file) {
  const bytes = readFileSync(file);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error(`${file} is no ZIP`);
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`${file}: broken directory`);
    const [method, name, extra, comment] = [10, 28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [packed, size, local] = [20, 24, 42].map((field) => bytes.readUInt32LE(at + field));
    const text = () => {
      if (!size) return '';
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const stored = bytes.subarray(from, from + packed);
      return (method === DEFLATED ? inflateRawSync(stored) : stored).toString('utf8');
    };
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + name), size, text });
    at += 46 + name + extra + comment;
  }
  return entries;
}
