import type { FigureRef } from '../engine/index.ts';
import { writeAmount } from './amount.ts';
import { pictureOf } from './card.ts';
import { citeFigure } from './cite.ts';
import { writeDate } from './date.ts';
import { escapeXml, safeUrl } from './escape.ts';
import { type ReportInput, reportRows, sourcesOf, type Told, tally } from './reportRows.ts';
import { tame, write } from './write.ts';

const LONGEST = 600;
const MOST_CARDS = 200;
const html = (text: string): string => escapeXml(tame(text, LONGEST));

function linked({ url, title, publisher }: FigureRef['source']): string {
  const safe = safeUrl(url);
  const text = html(title || publisher);
  return safe ? `<a href="${escapeXml(safe)}">${text}</a>` : text;
}

function source(figure: FigureRef, input: ReportInput): string {
  const status = write(`status.${figure.status}`, {}, input.locale) ?? figure.status;
  return `<li>${html(citeFigure(figure, input.locale))} (${html(status)}): ${linked(figure.source)}</li>`;
}

const place = (row: Told, input: ReportInput): string => {
  const line = { line: { kind: 'number', number: row.line } } as const;
  return `<a href="#figure-${row.claim.id}" data-offset="${row.claim.start}">${html(write('page.line', line, input.locale) ?? '')}</a>`;
};

/** The sentence with its figure marked. */
function quotation({ claim, sentence }: Told): string {
  const at = sentence.indexOf(claim.text);
  if (at < 0) return html(sentence);
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + claim.text.length)];
  return `${html(before)}${/\s$/.test(before) ? ' ' : ''}<mark>${html(claim.text)}</mark>${/^\s/.test(after) ? ' ' : ''}${html(after)}`;
}

function decided({ decision }: Told): string {
  if (!decision) return '';
  const who = [decision.reason, decision.by, decision.on].filter((text): text is string => Boolean(text));
  return who.length > 0 ? `<p class="decision">${who.map(html).join(' · ')}</p>` : '';
}

function card(row: Told, input: ReportInput): string {
  const { claim, finding } = row;
  const picture = pictureOf(claim, {
    locale: input.locale,
    names: input.names,
    convert: input.convert,
    surface: 'page',
  });
  const verdict = write(`verdict.${claim.verdict}`, {}, input.locale) ?? claim.verdict;
  return (
    `<article class="${finding?.severity ?? 'ignored'}"><h3>${html(verdict)} · ${place(row, input)}</h3>` +
    `<blockquote lang="${escapeXml(claim.language)}">${quotation(row)}</blockquote>` +
    `<p>${html(finding?.message ?? claim.message)}</p>${picture?.svg ?? ''}` +
    (claim.references.length > 0 ? `<ul>${claim.references.map((f) => source(f, input)).join('')}</ul>` : '') +
    `${decided(row)}</article>`
  );
}

/** The first ones in full; what is beyond stands in the table all the same. */
function cards(rows: readonly Told[], input: ReportInput): string {
  const limit = { limit: { kind: 'number', number: MOST_CARDS } } as const;
  const more = rows.length > MOST_CARDS ? `<p>${html(write('note.capped', limit, input.locale) ?? '')}</p>` : '';
  return (
    rows
      .slice(0, MOST_CARDS)
      .map((row) => card(row, input))
      .join('') + more
  );
}

function tableRow(row: Told, input: ReportInput): string {
  const { claim } = row;
  const { locale, names } = input;
  const reading = [
    claim.subject?.name,
    claim.metric ? names.metric(claim.metric, locale) : null,
    writeAmount(claim.quantity, locale),
  ];
  const publishers = [...new Set(claim.references.map((f) => f.source.publisher))];
  const cells = [
    `<td id="figure-${claim.id}">${place(row, input)}</td>`,
    `<td lang="${escapeXml(claim.language)}">${html(claim.text)}</td>`,
    `<td>${reading
      .filter((part): part is string => Boolean(part))
      .map(html)
      .join(' · ')}</td>`,
    `<td>${html(write(`verdict.${claim.verdict}`, {}, locale) ?? claim.verdict)}</td>`,
    `<td>${publishers.map(html).join(', ')}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

/** The report of one draft as the inside of an HTML page: no script, nothing fetched, https links only. */
export function reportHtml(input: ReportInput): string {
  const { locale, report, dataset } = input;
  const say = (id: string): string => html(write(id, {}, locale) ?? id);
  const rows = reportRows(input);
  const found = rows.filter((row) => row.finding !== null);
  const ignored = rows.filter((row) => row.ignored);
  const title = write('page.title', { name: { kind: 'text', text: input.name } }, locale) ?? input.name;
  const data = {
    version: { kind: 'text', text: dataset.version },
    date: { kind: 'date', date: dataset.asOf },
  } as const;
  const section = (id: string, body: string): string => (body ? `<section><h2>${say(id)}</h2>${body}</section>` : '');
  const head = ['page.place', 'card.value', 'page.reading', 'page.verdict', 'card.sources'];
  const table =
    rows.length > 0
      ? `<table><thead><tr>${head.map((id) => `<th scope="col">${say(id)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => tableRow(row, input)).join('')}</tbody></table>`
      : `<p>${say('page.none')}</p>`;
  const cited = sourcesOf(report).map(
    (s) => `<li>${html(s.publisher)}, ${linked(s)}, ${html(writeDate(s.date, locale))}</li>`,
  );
  const sources = cited.length > 0 ? `<ul>${cited.join('')}</ul>` : '';
  return [
    `<h1>${html(title)}</h1>`,
    `<p>${html(write('page.summary', tally(report), locale) ?? '')} ${html(write('page.dataset', data, locale) ?? '')}</p>`,
    report.notes.length > 0
      ? `<ul>${[...new Set(report.notes.map((n) => n.message))].map((m) => `<li>${html(m)}</li>`).join('')}</ul>`
      : '',
    section('page.findings', cards(found, input)),
    section('page.ignored', cards(ignored, input)),
    section('page.claims', table),
    section('page.sources', sources),
  ].join('\n');
}
