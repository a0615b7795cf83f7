import { newMemo } from '../claim/aside.ts';
import type { Draft, Options, World } from '../draft.ts';
import { chooseLanguage, SAMPLE_LENGTH } from '../language/choose.ts';
import type { Prose } from '../prose/block.ts';
import { type ProseState, readProse } from '../prose/prose.ts';
import type { Note } from '../report.ts';
import type { Judging } from './judgeBlock.ts';

/** A draft, read, and what holds for all of it. */
export interface DraftReading {
  readonly prose: Prose;
  readonly judging: Judging;
  readonly notes: readonly Note[];
  readonly memory: ReadingMemory;
}

/** What the next reading of the same draft can reuse, of the same world. */
export interface ReadingMemory {
  readonly abbreviations: ReadonlySet<string>;
  readonly state: ProseState;
  /** The start of the draft that chose its language, and the hints. */
  readonly sample: string;
  readonly hints: string;
  readonly language: string | null;
}

/** As much of a draft as its language is chosen by. */
const SAMPLE: number = SAMPLE_LENGTH;

function notesOf(prose: Prose, language: string | null, options: Options): Note[] {
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
  return notes;
}

/** Reads a draft as prose and settles its language and dates. `memory`: of an earlier text of the same draft. */
export function readDraft(draft: Draft, options: Options, world: World, memory: ReadingMemory | null): DraftReading {
  const abbreviations = memory?.abbreviations ?? abbreviationsOf(world);
  const { state, ...prose } = readProse(draft.text, {
    format: draft.format,
    proseKeys: options.proseKeys,
    maxLength: options.maxLength,
    abbreviations,
    ...(memory ? { previous: memory.state } : {}),
  });
  const asked = [options.language, prose.frontMatter.language];
  const [sample, hints] = [draft.text.slice(0, SAMPLE), asked.join(' ')];
  const same = memory?.sample === sample && memory.hints === hints;
  const language = same ? memory.language : chooseLanguage(sample, world.languages, asked);
  const writtenOn = prose.frontMatter.date ?? options.writtenOn;
  return {
    prose,
    judging: { world, language, writtenOn, knownAt: options.knownAt, memo: newMemo() },
    notes: notesOf(prose, language, options),
    memory: { abbreviations, state, sample, hints, language },
  };
}

function abbreviationsOf(world: World): ReadonlySet<string> {
  return new Set([...world.languages.values()].flatMap((language) => [...language.abbreviations]));
}
