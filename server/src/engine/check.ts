import { type Cache, readBlocks, renew } from './cache.ts';
import { openingOf } from './claim/opening.ts';
import type { Draft, Options, World } from './draft.ts';
import { draftWide } from './finding/draftWide.ts';
import { findingOf } from './finding/findings.ts';
import { isMarkable, silencing } from './finding/fixIgnore.ts';
import { silencer } from './finding/ignored.ts';
import { readDraft } from './finding/reading.ts';
import { tableSums } from './finding/tableSums.ts';
import type { FileReport, Finding, Note } from './report.ts';

/**
 * Checks one draft. A function of its arguments: same in, same out, same order; never throws. With a `cache` of an
 * earlier check of the same draft only what changed is read again; the report is the same as without.
 * Spans of the report are absolute offsets into `draft.text`.
 */
export function check(draft: Draft, options: Options, world: World, cache: Cache | null = null): FileReport {
  const { text } = draft;
  if (cache) renew(cache, world);
  const { prose, judging, notes, memory } = readDraft(draft, options, world, cache?.memory ?? null);
  if (cache) cache.memory = memory;
  const markable = isMarkable(draft, prose);
  const read = readBlocks(prose.blocks, text, judging, markable, openingOf(prose.blocks, world), cache);
  const claims = tableSums(read.claims, prose.blocks, world.lexicon);
  const isSilenced = silencer(prose, options);
  const findings: Finding[] = [];
  for (const claim of claims) {
    const finding = findingOf(claim, options);
    if (finding && !isSilenced(finding, claim)) findings.push(finding);
  }
  for (const finding of draftWide(claims, world.reference, options))
    if (!isSilenced(finding, claims[finding.claims[0] ?? -1])) findings.push(finding);
  findings.sort((a, b) => a.start - b.start);
  const shown = findings.slice(0, options.maxFindings);
  const silence = markable && shown.length > 0 ? silencing(text, prose) : null;
  return {
    path: draft.path,
    id: draft.id,
    language: judging.language ?? 'und',
    writtenOn: judging.writtenOn,
    notes: findings.length > shown.length ? [...notes, capped(options)] : notes,
    claims,
    findings: silence ? shown.map((finding) => silence(finding, claims[finding.claims[0] ?? -1])) : shown,
    footnotes: markable && !prose.open,
  };
}

const capped = ({ maxFindings }: Options): Note => ({
  kind: 'capped',
  start: 0,
  end: 0,
  messageId: 'note.capped',
  args: { limit: { kind: 'number', number: maxFindings } },
});
