import type { Draft } from '../draft.ts';
import type { Block, Prose } from '../prose/block.ts';
import type { Args, Claim, Edit, Finding, Fix } from '../report.ts';
import { once, withLate } from '../text/late.ts';
import { newline } from '../text/lines.ts';
import { frontMatterSlot } from './frontMatterEdit.ts';
import { blockAt } from './ignored.ts';

/** A comment on its own line before the paragraph or heading; null where a line more would cut a list, quotation or table. */
function ignoreHere(text: string, nl: string, block: Block, rule: string): Edit | null {
  if (block.kind !== 'paragraph' && block.kind !== 'caption' && block.kind !== 'heading') return null;
  const start = Math.max(text.lastIndexOf('\n', block.start - 1), text.lastIndexOf('\r', block.start - 1)) + 1;
  const mark = text.slice(start, block.start).replace('\uFEFF', '');
  if (mark.trim() !== '' && !(block.kind === 'heading' && /^ {0,3}#+\s+$/.test(mark))) return null;
  const at = start + (text.charAt(start) === '\uFEFF' ? 1 : 0);
  return { start: at, end: at, text: `<!-- ballpark-ignore ${rule} -->${nl}` };
}

/**
 * Whether Markdown put into a draft is read as such and changes nothing else: not in pasted text, where a line is a
 * paragraph.
 */
export function isMarkable(draft: Pick<Draft, 'text' | 'format'>, prose: Prose): boolean {
  if (prose.format === 'markdown') return true;
  if (draft.format === 'plain' || /\S[ \t]*\r?\n[ \t]*\S/.test(draft.text)) return false;
  return prose.blocks.every((block) => block.kind === 'paragraph');
}

/** Adds to a finding the fixes that silence it in its own draft. */
export function silencing(text: string, prose: Prose): (finding: Finding, claim: Claim | undefined) => Finding {
  const nl = newline(text);
  const add = frontMatterSlot(text, prose.frontMatter.span !== null, nl);
  return (finding, claim) => {
    const { rule } = finding;
    const args: Args = { rule: { kind: 'text', text: rule } };
    const fix = (titleId: string, edit: Edit | null): Fix[] =>
      edit ? [{ kind: 'ignore', titleId, args, safe: false, edits: [edit] }] : [];
    const block = blockAt(prose.blocks, finding.start);
    const fixes = once(() => [
      ...finding.fixes,
      ...fix('fix.ignore.here', block && ignoreHere(text, nl, block, rule)),
      ...fix('fix.ignore.frontmatter', (claim && add?.(claim.fingerprint)) ?? null),
    ]);
    return withLate(finding, { fixes });
  };
}
