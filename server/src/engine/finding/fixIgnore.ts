import type { Draft } from '../draft.ts';
import type { Block, FrontMatter, Prose } from '../prose/block.ts';
import type { Args, Claim, Edit, Finding, Fix } from '../report.ts';
import { ignoreInFrontMatter } from './frontMatterEdit.ts';
import { blockAt } from './ignored.ts';

/** A comment on its own line before the paragraph or heading; null where a line more would cut a list, quotation or table. */
export function ignoreHere(text: string, block: Block, rule: string): Edit | null {
  if (block.kind !== 'paragraph' && block.kind !== 'caption' && block.kind !== 'heading') return null;
  const start = Math.max(text.lastIndexOf('\n', block.start - 1), text.lastIndexOf('\r', block.start - 1)) + 1;
  const mark = text.slice(start, block.start).replace('\uFEFF', '');
  if (mark.trim() !== '' && !(block.kind === 'heading' && /^ {0,3}#+\s+$/.test(mark))) return null;
  const at = start + (text.charAt(start) === '\uFEFF' ? 1 : 0);
  return { start: at, end: at, text: `<!-- ballpark-ignore ${rule} -->${text.includes('\r\n') ? '\r\n' : '\n'}` };
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

/** The fixes that silence one finding in its own draft. `block`: where it stands. */
export function ignoreFixes(
  text: string,
  block: Block | null,
  frontMatter: FrontMatter,
  rule: string,
  fingerprint: string | null,
): Fix[] {
  const args: Args = { rule: { kind: 'text', text: rule } };
  const fix = (titleId: string, edit: Edit | null): Fix[] =>
    edit ? [{ kind: 'ignore', titleId, args, safe: false, edits: [edit] }] : [];
  return [
    ...fix('fix.ignore.here', block && ignoreHere(text, block, rule)),
    ...fix(
      'fix.ignore.frontmatter',
      fingerprint === null ? null : ignoreInFrontMatter(text, frontMatter.span !== null, fingerprint),
    ),
  ];
}

/** A finding with the fixes that silence it. */
export function withIgnores(finding: Finding, claims: readonly Claim[], text: string, prose: Prose): Finding {
  const claim = claims[finding.claims[0] ?? -1];
  const block = blockAt(prose.blocks, finding.start);
  const fixes = ignoreFixes(text, block, prose.frontMatter, finding.rule, claim?.fingerprint ?? null);
  return { ...finding, fixes: [...finding.fixes, ...fixes] };
}
