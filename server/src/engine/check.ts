import { type Context, EMPTY_CONTEXT } from './claim/claim.ts';
import type { Draft, Options, World } from './draft.ts';
import { blockClaims, placed } from './finding/blockClaims.ts';
import { findingOf } from './finding/findings.ts';
import { speaks, withFootnotes } from './finding/fixCite.ts';
import { isMarkable, withIgnores } from './finding/fixIgnore.ts';
import { isIgnored } from './finding/ignored.ts';
import type { Judging } from './finding/judgeBlock.ts';
import { chooseLanguage } from './language/choose.ts';
import { readProse } from './prose/prose.ts';
import type { Claim, FileReport, Finding, Note } from './report.ts';

/**
 * Checks one draft. A function of its arguments: same in, same out, same order; never throws.
 * Spans of the report are absolute offsets into `draft.text`.
 */
export function check(draft: Draft, options: Options, world: World): FileReport {
  const prose = readProse(draft.text, {
    format: draft.format,
    proseKeys: options.proseKeys,
    maxLength: options.maxLength,
    abbreviations: abbreviationsOf(world),
  });
  const language = chooseLanguage(draft.text, world.languages, [options.language, prose.frontMatter.language]);
  const writtenOn = prose.frontMatter.date ?? options.writtenOn;
  const notes: Note[] = [];
  if (language === null)
    notes.push({ kind: 'language_unknown', start: 0, end: 0, messageId: 'note.language_unknown', args: {} });
  const { truncated } = prose;
  if (truncated)
    notes.push({
      kind: 'too_large',
      ...truncated,
      messageId: 'note.too_large',
      args: { limit: { kind: 'number', number: options.maxLength } },
    });
  const { problem } = prose.frontMatter;
  if (problem)
    notes.push({
      kind: 'front_matter',
      start: problem.start,
      end: problem.end,
      messageId: 'note.front_matter',
      args: { text: { kind: 'text', text: problem.message } },
    });
  const judging: Judging = { world, language, writtenOn, knownAt: options.knownAt };
  const marks = isMarkable(draft, prose);
  const read: Claim[] = [];
  let context: Context = EMPTY_CONTEXT;
  for (const block of prose.blocks) {
    const raw = draft.text.slice(block.start, block.end);
    const said = blockClaims(block, raw, context, judging, marks);
    if (!said) continue;
    for (const claim of said.claims) read.push(placed(claim, block.start, read.length));
    context = said.context;
  }
  const claims =
    prose.open || !marks ? read : withFootnotes(read, draft.text, (words) => speaks(words, context, judging));
  const found = claims.flatMap((claim) => findingOf(claim, options) ?? []);
  const findings: Finding[] = found.filter((finding) => !isIgnored(finding, claims, prose, options));
  if (findings.length > options.maxFindings) {
    notes.push({
      kind: 'capped',
      start: 0,
      end: 0,
      messageId: 'note.capped',
      args: { limit: { kind: 'number', number: options.maxFindings } },
    });
  }
  const shown = findings.slice(0, options.maxFindings);
  return {
    path: draft.path,
    id: draft.id,
    language: language ?? 'und',
    writtenOn,
    notes,
    claims,
    findings: marks ? shown.map((finding) => withIgnores(finding, claims, draft.text, prose)) : shown,
  };
}

function abbreviationsOf(world: World): ReadonlySet<string> {
  return new Set([...world.languages.values()].flatMap((language) => [...language.abbreviations]));
}
