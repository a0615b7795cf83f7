import { describe, expect, it } from 'vitest';
import { ballpark, folder, RIGHT, report, WRONG } from './ballpark.ts';

const kinds = (json: { files: { notes: { kind: string }[] }[] }) => json.files[0]!.notes.map((n) => n.kind);

describe('drafts that are no drafts', () => {
  it('an empty file is clean', async () => {
    const { code, json } = await report([folderFile('')]);
    expect(code).toBe(0);
    expect(json.files[0]).toMatchObject({ claims: [], findings: [] });
  });

  it('a binary file gets a note', async () => {
    const { code, json } = await report([folderFile(new Uint8Array([0x89, 0x50, 0, 0, 1]))]);
    expect(code).toBe(0);
    expect(kinds(json)).toEqual(['binary']);
  });

  it('wrong UTF-8 is read as far as it goes', async () => {
    const bytes = Buffer.concat([Buffer.from([0xc3, 0x28, 0xff, 0x20]), Buffer.from(WRONG)]);
    const { code, json } = await report([folderFile(bytes)]);
    expect(code).toBe(1);
    expect(json.files[0].claims.length).toBeGreaterThan(0);
  });

  it('UTF-16 with a byte order mark is text', async () => {
    const { code } = await report([folderFile(Buffer.from(`\uFEFF${WRONG}`, 'utf16le'))]);
    expect(code).toBe(1);
  });

  it('an unknown language gets a note and no claim', async () => {
    const { code, json } = await report(['-'], { input: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n' });
    expect(code).toBe(0);
    expect(kinds(json)).toContain('language_unknown');
  });

  it('a language nobody has words for is no crash', async () => {
    expect((await report(['-', '--lang', 'xx'], { input: WRONG })).code).toBeLessThan(2);
  });
});

describe('offsets hold', () => {
  it.each([
    ['CRLF', `# Title\r\n\r\n${WRONG.replace('\n', '\r\n')}`],
    ['lone CR', `# Title\r\r${WRONG}`],
    ['a byte order mark', `\uFEFF${WRONG}`],
    ['an unclosed fence above a paragraph', `${WRONG}\n\`\`\`js\nlet x = 1;\n`],
    ['astral characters', `😀😀 ${WRONG}`],
    ['soft hyphens', `Semi\u00ADAnalysis says Deep\u00ADSeek spent 1.6 bil\u00ADlion euros on servers.\n`],
  ])('with %s', async (_, text) => {
    const { json } = await report(['-'], { input: text });
    expect(json.files[0].claims.length).toBeGreaterThan(0);
    for (const claim of json.files[0].claims) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
  });

  it('counts columns as an editor does behind a byte order mark', async () => {
    const plain = await ballpark(['check', '-'], { input: WRONG });
    const marked = await ballpark(['check', '-'], { input: `\uFEFF${WRONG}` });
    expect(marked.out).toBe(plain.out);
  });

  it('with lone surrogates, which only JSON can carry', async () => {
    const text = `\uD800 ${WRONG} \uDC00`;
    const line = `{"id":"s","text":${JSON.stringify(text)}}\n`;
    const { out, code } = await ballpark(['check', '--stdin-ndjson'], { input: line });
    expect(code).toBe(1);
    const file = JSON.parse(out);
    for (const claim of file.claims) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
  });
});

describe('size', () => {
  it('5 MB in one line is answered, with a note', async () => {
    const text = `DeepSeek spent 3 dollars${' and then some more of the same'.repeat(8)}`.repeat(19_000);
    expect(text.length).toBeGreaterThan(5e6);
    const { code, json } = await report(['-'], { input: text });
    expect(code).toBeLessThan(2);
    expect(kinds(json)).toContain('too_large');
    for (const claim of json.files[0].claims) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
  }, 180_000);

  it('a sentence of two thousand figures takes no more than its length asks for', async () => {
    const input = 'DeepSeek spent 3 dollars and then some more '.repeat(2000);
    const { json } = await report(['-'], { input });
    expect(json.files[0].claims).toHaveLength(2000);
  }, 60_000);

  it('a hundred thousand brackets are answered', async () => {
    const { code } = await ballpark(['check', '-'], { input: `${'['.repeat(100_000)}${RIGHT}` });
    expect(code).toBe(0);
  }, 120_000);
});

function folderFile(content: string | Uint8Array): string {
  return `${folder({ 'draft.md': content })}/draft.md`;
}
