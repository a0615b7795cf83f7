import { type BlockClaims, readBlock } from './claim/block.ts';
import { type Context, EMPTY_CONTEXT } from './claim/claim.ts';
import type { Draft, Options, World } from './draft.ts';
import { assemble } from './finding/assemble.ts';
import { findingOf } from './finding/findings.ts';
import { isIgnored } from './finding/ignored.ts';
import { chooseBlockLanguage, chooseLanguage } from './language/choose.ts';
import type { Block } from './prose/block.ts';
import { readProse } from './prose/prose.ts';
import { readQuantities } from './quantity/quantities.ts';
import type { Claim, FileReport, Finding, Note } from './report.ts';
import { decide } from './verdict/decide.ts';
import type { Court } from './verdict/judge.ts';
import { relate } from './verdict/relate.ts';
import { restated } from './verdict/restate.ts';
import type { Verdict } from './verdict/verdict.ts';

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
  const claims: Claim[] = [];
  let context: Context = EMPTY_CONTEXT;
  for (const block of prose.blocks) {
    const read = claimsOf(block, language, context, writtenOn, world);
    if (!read) continue;
    context = read.said.context;
    const court: Court = { reference: world.reference, knownAt: options.knownAt, writtenOn, named: read.said.named };
    const { claims: said } = read.said;
    const decided: (Verdict | null)[] = [];
    for (const one of said) {
      const first = one.restates === null ? undefined : said[one.restates];
      const time = one.time?.period ?? writtenOn ?? options.knownAt;
      decided.push(
        first ? restated(one, first, decided[one.restates ?? 0] ?? null, time, world.reference) : decide(one, court),
      );
    }
    const verdicts = relate(said, decided, world.reference);
    said.forEach((one, i) => {
      claims.push({ id: claims.length, ...assemble(block, one, verdicts[i] ?? null, read.language, world.reference) });
    });
  }
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
  return {
    path: draft.path,
    id: draft.id,
    language: language ?? 'und',
    writtenOn,
    notes,
    claims,
    findings: findings.slice(0, options.maxFindings),
  };
}

function claimsOf(
  block: Block,
  draftLanguage: string | null,
  context: Context,
  writtenOn: string | null,
  world: World,
): { said: BlockClaims; language: string } | null {
  const tag = block.language ?? chooseBlockLanguage(block.text, world.languages, draftLanguage);
  const language = tag === null ? undefined : world.languages.get(tag);
  if (!language) return null;
  const quantities = readQuantities(block, language);
  const { reference, lexicon } = world;
  return {
    said: readBlock(block, quantities, context, { reference, lexicon, language, writtenOn }),
    language: language.tag,
  };
}

function abbreviationsOf(world: World): ReadonlySet<string> {
  return new Set([...world.languages.values()].flatMap((language) => [...language.abbreviations]));
}
