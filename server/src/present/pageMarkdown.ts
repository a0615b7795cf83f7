import { citeFigure } from './cite.ts';
import { writeDate } from './date.ts';
import { escapeMarkdown as md, safeUrl } from './escape.ts';
import { type ReportInput, reportRows, sourcesOf, type Told, tally } from './reportRows.ts';
import { write } from './write.ts';

const LONGEST = 600;

/** The report of one draft as Markdown. */
export function reportMarkdown(input: ReportInput): string {
  const { locale, report, dataset } = input;
  const say = (id: string): string => write(id, {}, locale) ?? id;
  const rows = reportRows(input);
  const data = {
    version: { kind: 'text', text: dataset.version },
    date: { kind: 'date', date: dataset.asOf },
  } as const;
  const entry = (row: Told): string[] => {
    const line = write('page.line', { line: { kind: 'number', number: row.line } }, locale) ?? '';
    const { decision } = row;
    const why = decision ? [decision.reason, decision.by, decision.on].filter((t): t is string => Boolean(t)) : [];
    const sources = row.claim.references.map((figure) => {
      const url = safeUrl(figure.source.url);
      const title = md(figure.source.title || figure.source.publisher, 200);
      return `  - ${md(citeFigure(figure, locale), 300)}: ${url ? `[${title}](${url})` : title}`;
    });
    return [
      `- **${say(`verdict.${row.claim.verdict}`)}** (${line}): ${md(row.sentence, LONGEST)}`,
      `  ${md(row.finding?.message ?? row.claim.message, LONGEST)}`,
      ...(why.length > 0 ? [`  ${why.map((text) => md(text)).join(' · ')}`] : []),
      ...sources,
    ];
  };
  const sources = sourcesOf(report).map(({ publisher, title, url, date }) => {
    const safe = safeUrl(url);
    const text = md(title || publisher, 200);
    return `- ${md(publisher)}, ${safe ? `[${text}](${safe})` : text}, ${md(writeDate(date, locale))}`;
  });
  const section = (id: string, list: readonly Told[]): string[] =>
    list.length > 0 ? ['', `## ${say(id)}`, '', ...list.flatMap(entry)] : [];
  return [
    `# ${md(write('page.title', { name: { kind: 'text', text: input.name } }, locale) ?? input.name, 200)}`,
    '',
    `${write('page.summary', tally(report), locale) ?? ''} ${md(write('page.dataset', data, locale) ?? '', 200)}`,
    ...section(
      'page.findings',
      rows.filter((row) => row.finding !== null),
    ),
    ...section(
      'page.ignored',
      rows.filter((row) => row.ignored),
    ),
    ...section(
      'page.claims',
      rows.filter((row) => row.finding === null && !row.ignored),
    ),
    ...(sources.length > 0 ? ['', `## ${say('page.sources')}`, '', ...sources] : []),
    ...(rows.length === 0 ? ['', say('page.none')] : []),
    '',
  ].join('\n');
}
