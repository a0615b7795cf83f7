import type { Options } from '../draft.ts';
import type { Block, Prose } from '../prose/block.ts';
import type { Claim, Finding } from '../report.ts';

const meets = (target: string | null, rule: string): boolean => target === null || target === rule;

/** Whether the writer asked for silence: by comment, front matter or settings. */
export function isIgnored(finding: Finding, claims: readonly Claim[], prose: Prose, options: Options): boolean {
  const claim = claims.find((one) => one.id === finding.claims[0]);
  const keys = new Set([...options.ignore, ...prose.frontMatter.ignore]);
  if (
    keys.has(finding.rule) ||
    (claim && (keys.has(claim.fingerprint) || (claim.subject && keys.has(`${finding.rule}:${claim.subject.id}`))))
  )
    return true;
  const at = prose.blocks.findIndex((block) => block.start <= finding.start && finding.start < block.end);
  const block: Block | undefined = prose.blocks[at];
  let disabled = false;
  for (const directive of prose.directives) {
    if (directive.kind === 'disable' && directive.start <= finding.start && meets(directive.target, finding.rule))
      disabled = true;
    if (directive.kind === 'enable' && directive.start <= finding.start && meets(directive.target, finding.rule))
      disabled = false;
    if (!block || !meets(directive.target, finding.rule)) continue;
    if (directive.kind === 'ignore' || directive.kind === 'ignore-next') {
      const inside = directive.start >= block.start && directive.start <= block.end;
      const next = prose.blocks.find(
        (one) => one.end > directive.end && (directive.kind === 'ignore' || one.start >= directive.end),
      );
      if (inside || next === block) return true;
    }
  }
  return disabled;
}
