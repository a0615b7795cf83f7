import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { DEFAULTS } from '../../server/src/engine/index.ts';
import { HIDDEN, OPAQUE } from '../../server/src/engine/prose/block.ts';
import { type ProseReading, readProse } from '../../server/src/engine/prose/prose.ts';

/** Drafts as people write and paste them; beside each stands what is read of it (`npx vitest run -u` rewrites that). */
const folder = fileURLToPath(new URL('./prose-drafts/', import.meta.url));
const words = {
  abbreviations: new Set(['mr', 'mme', 'inc', 'dept', 'env', 'ex', 'p', 'v', 'no', 'e.g', 'i.e']),
  starters: new Set(['the', 'it', 'la', 'elle', 'then']),
};

/** Hidden characters left out, a run of unreadable ones as one '■', soft hyphens and odd spaces by their code. */
const seen = (text: string): string =>
  text
    .replaceAll(HIDDEN, '')
    .replace(new RegExp(`${OPAQUE}+`, 'g'), '■')
    .replace(/[\u00AD\u200B\uFEFF\u00A0\u202F\u2028\u3000]/g, (c) => `{${c.charCodeAt(0).toString(16)}}`);

/** One line a block: kind, headings, headers of a cell; sentences between bars, quoted stretches in braces. */
function describeReading(reading: ProseReading): string {
  const lines = reading.blocks.map((block) => {
    const marks = new Map<number, string>();
    const mark = (at: number, sign: string): void => void marks.set(at, (marks.get(at) ?? '') + sign);
    for (const sentence of block.sentences.slice(1)) mark(sentence.start, '| ');
    for (const span of block.quoted) {
      mark(span.start, '⟦');
      mark(span.end, '⟧');
    }
    let text = '';
    for (let i = 0; i <= block.text.length; i++) text += (marks.get(i) ?? '') + block.text.charAt(i);
    const table = block.table
      ? ` (${block.table.index}: ${block.table.caption} / ${block.table.column} / ${block.table.row})`
      : '';
    const links = block.links.map((link) => ` ->${link.url}`).join('');
    return `${block.kind}${block.level ?? ''} [${block.headings.join(' > ')}]${table} ${seen(text)}${links}`;
  });
  const { frontMatter, directives, format } = reading;
  const head = [format, ...(frontMatter.span ? [JSON.stringify(frontMatter)] : [])];
  return [...head, ...lines, ...directives.map((directive) => JSON.stringify(directive)), ''].join('\n');
}

it.each(readdirSync(folder).filter((name) => !name.endsWith('.blocks')))('%s', async (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const reading = readProse(text, { ...words, format: 'auto', proseKeys: DEFAULTS.proseKeys });
  await expect(describeReading(reading)).toMatchFileSnapshot(join(folder, `${name}.blocks`));
});
