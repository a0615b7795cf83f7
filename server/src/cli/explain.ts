import type { Step } from '../engine/index.ts';
import { writeAmount } from '../present/amount.ts';
import { citeFigure } from '../present/cite.ts';
import type { DressedClaim, DressedFileReport } from '../present/messages.ts';
import { tame, write } from '../present/write.ts';
import type { Command } from './args.ts';
import { checkFile, stepsAt } from './draft.ts';
import { offsetAt } from './position.ts';
import { type Reading, readingOf } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';

const PLACE = /^(.+):(\d+):(\d+)$/;

/** `ballpark explain FILE:LINE:COL`: what each landing of the staircase made of the figure at that place. */
export async function runExplain(command: Command, terminal: Terminal): Promise<number> {
  const place = PLACE.exec(command.positionals[0] ?? '');
  if (!place || command.positionals.length > 1) throw new UsageError('explain takes one place: FILE:LINE:COL');
  const [, file = '', line, column] = place;
  const reading = await readingOf(command, terminal);
  const outcome = await checkFile(file, reading);
  if ('problem' in outcome) throw new UsageError(`${file}: ${outcome.problem}`);
  const offset = offsetAt(outcome.text, Number(line), Number(column));
  if (offset === null) throw new UsageError(`${file} has no line ${line}, column ${column}`);
  const { report, text } = outcome;
  const claim = report.claims.find((c) => c.start <= offset && offset <= c.end);
  if (!claim) {
    const near = nearest(report.claims, offset);
    terminal.err(`ballpark: no figure was read there${near ? `; the nearest is ${JSON.stringify(near.text)}` : ''}\n`);
    for (const note of report.notes) terminal.err(`ballpark: ${note.message}\n`);
    return EXIT.usage;
  }
  const steps = stepsAt(report, text, offset, reading);
  await terminal.out(table(told(rows(claim, report, text, reading), steps)));
  return EXIT.clean;
}

function nearest(claims: readonly DressedClaim[], offset: number): DressedClaim | null {
  const away = (c: DressedClaim): number => Math.max(c.start - offset, offset - c.end);
  return claims.reduce<DressedClaim | null>((best, c) => (best && away(best) <= away(c) ? best : c), null);
}

type Row = readonly [landing: string, what: string];

const pairs = (record: Readonly<Record<string, string>>): string =>
  Object.entries(record)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

/** The staircase's landings, top to bottom, as the report shows them. */
function rows(claim: DressedClaim, report: DressedFileReport, text: string, { locale, names }: Reading): Row[] {
  const { quantity: q, sentence } = claim;
  const number = q.value ?? `${q.low ?? ''}..${q.high ?? ''}`;
  const findings = report.findings.filter((f) => f.claims.includes(claim.id));
  return [
    ['prose', `language ${claim.language}, written on ${report.writtenOn ?? 'an unknown day'}`],
    ['', JSON.stringify(tame(text.slice(sentence.start, sentence.end), 300))],
    ['quantity', `[${claim.start}, ${claim.end}) ${JSON.stringify(claim.text)}`],
    ['', `${q.op} ${number} ${q.unit}${q.perUnit ? ` per ${q.perUnit}` : ''}: ${writeAmount(q, locale)}`],
    ['claim', `subject ${claim.subject ? `${claim.subject.id} (${claim.subject.name})` : 'not recognised'}`],
    ['', `metric ${claim.metric ? `${claim.metric} (${names.metric(claim.metric, locale)})` : 'not recognised'}`],
    ...(Object.keys(claim.qualifiers).length > 0 ? [['', `qualifiers ${pairs(claim.qualifiers)}`] as const] : []),
    ...(claim.assumed.length > 0 ? [['', `assumed ${claim.assumed.join(', ')}`] as const] : []),
    ['', `${claim.polarity}${claim.quoted ? ', inside a quotation' : ''}`],
    ...(claim.attribution ? [['', `${claim.attribution.by} ${claim.attribution.stance} it`] as const] : []),
    ...(claim.references.length === 0 ? [['evidence', 'none'] as const] : []),
    ...claim.references.map((figure, i): Row => {
      const scope = [figure.period ?? figure.asOf, pairs(figure.qualifiers)].filter(Boolean).join('; ');
      const role = write(`role.${figure.role}`, {}, locale) ?? figure.role;
      return [i === 0 ? 'evidence' : '', `${role}: ${citeFigure(figure, locale)} (${scope}) ${figure.figure}`];
    }),
    ['verdict', [claim.verdict, claim.reason, ...claim.also].filter(Boolean).join(', ')],
    ['', claim.message],
    ...(findings.length === 0 ? [['finding', 'none'] as const] : []),
    ...findings.flatMap((f): Row[] => [
      ['finding', `${f.severity}: ${f.message} [${f.rule}]`],
      ...f.derivation.map((step): Row => ['', `= ${step.text}`]),
      ...f.fixes.map((fix): Row => ['', `fix ${fix.kind}: ${fix.title}`]),
    ]),
  ];
}

/** What the engine weighed on each landing, below what came of it. */
function told(list: readonly Row[], steps: readonly Step[]): Row[] {
  const groups: Row[][] = [];
  for (const row of list) {
    if (row[0] !== '' || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(row);
  }
  return LANDINGS.flatMap((landing) => {
    const own = groups.filter((group) => group[0]![0] === landing).flat();
    const more = steps
      .filter((step) => step.landing === landing && landing !== 'finding')
      .map((step): Row => ['', inLine(step)]);
    return own.length > 0 ? [...own, ...more] : more.map((row, i): Row => [i === 0 ? landing : '', row[1]]);
  });
}

const LANDINGS: readonly Step['landing'][] = [
  'prose',
  'quantity',
  'mention',
  'claim',
  'evidence',
  'verdict',
  'finding',
];

/** 'candidate  subject=deepseek score=3.35 origin=sentence' */
const inLine = ({ what, facts }: Step): string =>
  `  ${what.padEnd(9)} ${Object.entries(facts)
    .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(
      ([key, value]) =>
        `${key}=${typeof value === 'string' && /^[\w.@:-]+$/.test(value) ? value : tame(JSON.stringify(value), 300)}`,
    )
    .join(' ')}`;

/** Two columns; a landing's name stands once. */
const table = (list: readonly Row[]): string =>
  list
    .map(([landing, what]) => `${landing.padEnd(9)} ${what}`.trimEnd())
    .join('\n')
    .concat('\n');
