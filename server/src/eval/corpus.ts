import * as z from 'zod/mini';
import { byPlace, type Problem, problem } from '../load/problem.ts';
import { type Placed, readList } from '../load/read.ts';
import { REASONS as OF_VERDICTS } from '../load/reasons.ts';
import { readYaml } from '../load/yaml.ts';
import type { GoldMention, Passage } from './passages.ts';
import { measure } from './units.ts';

const VERDICTS = ['supported', 'conflict', 'outdated', 'disputed', 'no_reference'] as const;
const REASONS = [...OF_VERDICTS, 'arithmetic', 'inconsistent', 'implausible'] as const;
const KINDS = ['claims', 'elsewhere', 'news'] as const;

const text = z.string().check(z.minLength(1));
const claim = z.strictObject({
  quote: text,
  nth: z.optional(z.int().check(z.gt(0))),
  subject: z.optional(z.nullable(text)),
  metric: z.optional(z.nullable(text)),
  value: z.optional(z.number()),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  unit: text,
  verdict: z.enum(VERDICTS),
  reason: z.optional(z.enum(REASONS)),
  /** False: said in a question, a denial or a dream; the checker is to stay silent. */
  checkable: z.optional(z.boolean()),
  /** What a reviewer should know about this label. */
  note: z.optional(text),
});
const passage = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]{2}(?:-[a-z0-9]+)+-\d{2,3}$/, 'an id such as en-deepseek-01')),
  kind: z.enum(KINDS),
  date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'a date such as 2025-02'))),
  text,
  claims: z.optional(z.array(claim)),
});
type ClaimEntry = z.infer<typeof claim>;
type PassageEntry = z.infer<typeof passage>;
const schema = z.array(passage) as unknown as z.ZodMiniType<readonly PassageEntry[]>;

/** Units that the scoring counts as plain counts, as predictions are. */
const COUNTED = new Set(['rack', 'server', 'user', 'number']);
const FURTHER = /^(?:mm2|nm|other:.+|[A-Z]{3})$/;
const unitOf = (unit: string): string => (COUNTED.has(unit) ? 'count' : unit === 'percentage_point' ? 'percent' : unit);
const isUnit = (unit: string): boolean => FURTHER.test(unit) || !measure(unitOf(unit)).dimension.startsWith('?');

const NAME = /(?:^|[\\/])(?:([a-z]+)[\\/])?([a-z]{2})-[a-z0-9-]+\.ya?ml$/;

export interface Corpus {
  readonly passages: readonly Passage[];
  readonly problems: readonly Problem[];
}

/** True for a file of passages by its name: `<lang>-<topic>.yaml`. */
export const isCorpusFile = (path: string): boolean => NAME.test(path);

function goldOf(entry: ClaimEntry, start: number): GoldMention {
  const { quote, verdict } = entry;
  return {
    quote,
    start,
    end: start + quote.length,
    value: entry.value ?? null,
    low: entry.low ?? null,
    high: entry.high ?? null,
    unit: unitOf(entry.unit),
    subject: entry.subject ?? null,
    metric: entry.metric ?? 'other',
    qualifiers: {},
    checkable: entry.checkable ?? verdict !== 'no_reference',
    verdict,
    reason: verdict === 'outdated' ? 'outdated' : (entry.reason ?? null),
  };
}

/** Offset of the nth occurrence, or -1. */
function find(haystack: string, quote: string, nth: number): number {
  let at = haystack.indexOf(quote);
  for (let i = 1; i < nth && at >= 0; i++) at = haystack.indexOf(quote, at + 1);
  return at;
}

function read(placed: Placed<PassageEntry>, lang: string, part: string | null, problems: Problem[]): Passage {
  const { value: entry, file } = placed;
  const report = (path: readonly PropertyKey[], message: string): void => {
    const { line, column } = placed.at(path);
    problems.push(problem(file, line, column, `${entry.id}: ${message}`));
  };
  if (!entry.id.startsWith(`${lang}-`)) report(['id'], `the id must begin with '${lang}-', as the file does`);
  if (entry.kind === 'elsewhere' && entry.claims) report(['claims'], 'a passage of kind elsewhere has no claims');
  if (entry.kind === 'claims' && !entry.claims?.length) report([], 'a passage of kind claims needs claims');
  let last = 0;
  const mentions = (entry.claims ?? []).flatMap((c, i) => {
    const at = ['claims', i] as const;
    const start = find(entry.text, c.quote, c.nth ?? 1);
    if (start < 0) report([...at, 'quote'], `'${c.quote}' is not in the text${c.nth ? ` ${c.nth} times` : ''}`);
    else if (start < last) report([...at, 'quote'], `'${c.quote}' comes before the claim above it (nth is missing?)`);
    last = Math.max(last, start + c.quote.length);
    const range = c.low !== undefined && c.high !== undefined;
    if ((c.value === undefined) !== range) report([...at], 'a claim has either value or low and high');
    if (!isUnit(c.unit)) report([...at, 'unit'], `unit '${c.unit}' is unknown`);
    if ((c.verdict === 'conflict') !== (c.reason !== undefined))
      report([...at, 'verdict'], 'conflict, and nothing else, has a reason');
    if (entry.kind === 'news' && (c.verdict === 'conflict' || c.verdict === 'outdated'))
      report([...at, 'verdict'], 'news of kind news is not contradicted by anything');
    return start < 0 ? [] : [goldOf(c, start)];
  });
  const kind = entry.kind === 'elsewhere' ? 'distractor' : entry.kind;
  const { id, date = null, text } = entry;
  return { id, lang, kind, date, wrapped_from: null, part, text, mentions, distractors: [] };
}

/**
 * Reads passages of our own writing, each file's language and half told by its path, `open/en-chips.yaml`.
 * Never throws; what is wrong is reported with its place, and left out.
 */
export function readCorpus(files: ReadonlyMap<string, string>): Corpus {
  const problems: Problem[] = [];
  const passages: Passage[] = [];
  const seen = new Set<string>();
  for (const [file, body] of files) {
    const name = NAME.exec(file);
    if (!name) continue;
    const yaml = readYaml(file, body);
    problems.push(...yaml.problems);
    if (yaml.value === undefined || yaml.value === null) continue;
    for (const placed of readList(schema, yaml, file, problems)) {
      const { id } = placed.value;
      const { line, column } = placed.at(['id']);
      if (seen.has(id)) problems.push(problem(file, line, column, `${id} is the id of two passages`));
      else passages.push(read(placed, name[2]!, name[1] ?? null, problems));
      seen.add(id);
    }
  }
  return { passages, problems: problems.sort(byPlace) };
}
