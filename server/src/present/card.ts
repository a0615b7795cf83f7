import type { Amount, FigureRef } from '../engine/index.ts';
import { writeAmount } from './amount.ts';
import { amountOf, citeFigure } from './cite.ts';
import { writeDate } from './date.ts';
import { escapeMarkdown as md, safeUrl } from './escape.ts';
import type { Locale } from './locale.ts';
import type { DressedClaim, DressedFinding } from './messages.ts';
import { type Names, PLAIN_NAMES } from './names.ts';
import { numberLine, type Picture, type Row } from './numberLine.ts';
import type { Surface } from './palette.ts';
import { write, writeQualifiers } from './write.ts';

/** An amount in another unit at a date's rate; null where the two do not convert. */
export type Convert = (amount: Amount, unit: string, date: string) => Amount | null;

export interface CardOptions {
  readonly locale: Locale;
  readonly names?: Names;
  readonly convert?: Convert;
  /** A diagnostic with the same sentence already stands above the card. */
  readonly flagged?: boolean;
  readonly picture?: boolean;
  /** What the picture lies on. */
  readonly surface?: Surface;
  /** Steps of a computed finding. */
  readonly derivation?: DressedFinding['derivation'];
  /** 'DeepSeek-R1' and the like: what this subject is often taken for. */
  readonly confusedWith?: readonly string[];
}

const MOST_SOURCES = 8;
const MOST_ROWS = 5;
const same: Convert = (amount, unit) => (amount.unit === unit ? amount : null);
const say = (id: string, locale: Locale, args: Parameters<typeof write>[1] = {}): string =>
  write(id, args, locale) ?? id;

/** One publisher's amount once. */
function distinct(figures: readonly FigureRef[]): FigureRef[] {
  const keys = figures.map((f) => `${f.source.publisher} ${f.value} ${f.low} ${f.high} ${f.unit}`);
  return figures.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** The claim and its references on one axis, in the unit of the reference. */
export function pictureOf(
  claim: DressedClaim,
  { locale, convert = same, surface = 'any' }: CardOptions,
): Picture | null {
  const figures = distinct(claim.references).slice(0, MOST_ROWS);
  const unit = figures[0]?.unit;
  if (!unit) return null;
  const date = figures[0]?.asOf ?? '';
  const place = (amount: Amount, at: string): Amount | null =>
    amount.unit === unit ? amount : convert(amount, unit, at);
  const rows: Row[] = [
    { label: say('card.claim', locale), kind: 'claim', stated: claim.quantity, amount: place(claim.quantity, date) },
    ...figures.map(
      (figure): Row => ({
        label: figure.source.publisher,
        kind: figure.role === 'superseded' ? 'superseded' : 'source',
        stated: amountOf(figure),
        amount: place(amountOf(figure), figure.asOf),
      }),
    ),
  ];
  return numberLine(rows, unit, locale, surface);
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** One line: subject, metric, amount, scope, period, who says so; what was assumed is marked. */
function understood(claim: DressedClaim, locale: Locale, names: Names): string {
  const assumed = new Map(claim.assumed.map((a) => [a.split(':')[0] ?? '', a.slice(a.indexOf(':') + 1)] as const));
  const colon = say('colon', locale);
  const note = (key: string): string => {
    const how = assumed.get(key);
    return how === undefined
      ? ''
      : ` *(${say('card.assumed', locale)}${colon}${md(write(`assumed.${how}`, {}, locale) ?? how)})*`;
  };
  const missing = (id: string): string => `*${say(id, locale)}${colon}${say('card.notFound', locale)}*`;
  const parts = [
    claim.subject ? `**${md(claim.subject.name)}**${note('subject')}` : missing('card.subject'),
    claim.metric ? md(names.metric(claim.metric, locale)) + note('metric') : missing('card.metric'),
    md(writeAmount(claim.quantity, locale)) + note('currency') + note('unit'),
  ];
  const { period: said, per, ...more } = claim.qualifiers;
  // The amount itself says 'a year'.
  const scope = per && !claim.quantity.perUnit ? { ...more, per } : more;
  const scoped = writeQualifiers(scope);
  if (scoped) parts.push(md(scoped) + note('scope'));
  const period = said ?? assumed.get('period');
  if (period) parts.push(md(writeDate(period, locale)) + (said ? '' : ` *(${say('card.assumed', locale)})*`));
  if (claim.attribution) {
    const { by: id, stance } = claim.attribution;
    const by = { by: { kind: 'text', text: names.subject(id) } } as const;
    parts.push(
      id
        ? `${say('card.attribution', locale)} ${md(say(`stance.${stance}`, locale, by))}`
        : say(`stance.${stance}.unnamed`, locale),
    );
  }
  if (claim.polarity !== 'asserted') parts.push(say(`polarity.${claim.polarity}`, locale));
  if (claim.quoted) parts.push(say('card.quoted', locale));
  return `${say('card.understood', locale)}${colon}${parts.join(' · ')}`;
}

function sourceLine(figure: FigureRef, locale: Locale): string {
  const url = safeUrl(figure.source.url);
  const title = md(figure.source.title || figure.source.publisher, 90);
  const status = write(`status.${figure.status}`, {}, locale) ?? '';
  const facts = [status, figure.local ? say('card.local', locale) : '', write(`role.${figure.role}`, {}, locale) ?? ''];
  return `- ${md(citeFigure(figure, locale), 200)} · ${facts.filter(Boolean).join(' · ')} · ${url ? `[${title}](${url})` : title}`;
}

/** The hover card of one claim, as Markdown, the sources before what needs room. Nothing of the draft or of the data can act in it. */
export function card(claim: DressedClaim, options: CardOptions): string {
  const { locale, names = PLAIN_NAMES } = options;
  const current = claim.references.filter((f) => f.role !== 'superseded').slice(0, MOST_SOURCES);
  const history = claim.references.filter((f) => f.role === 'superseded').slice(0, MOST_SOURCES);
  const out = [`**Ballpark** · **${say(`verdict.${claim.verdict}`, locale)}**`];
  if (!options.flagged) out.push('', md(claim.message, 600));
  out.push('', understood(claim, locale, names));
  if (current.length > 0)
    out.push('', `**${say('card.sources', locale)}**`, '', ...current.map((f) => sourceLine(f, locale)));
  const steps = (options.derivation ?? []).slice(0, MOST_SOURCES).map(({ text, value, unit }) => {
    const amount = writeAmount({ value, low: null, high: null, unit, op: 'eq' }, locale);
    return `- ${md(text)}${say('colon', locale)}${md(amount)}`;
  });
  if (steps.length > 0) out.push('', `**${say('card.derivation', locale)}**`, '', ...steps);
  const picture = options.picture === false ? null : pictureOf(claim, options);
  if (picture) {
    const size = `|width=${picture.width},height=${picture.height}`;
    out.push('', `![${md(picture.text, 300)}](data:image/svg+xml;base64,${base64(picture.svg)}${size})`);
  }
  if (history.length > 0)
    out.push('', `**${say('card.history', locale)}**`, '', ...history.map((f) => sourceLine(f, locale)));
  if (options.confusedWith?.length) {
    out.push(
      '',
      `${say('card.confused', locale)}${say('colon', locale)}${options.confusedWith
        .slice(0, 4)
        .map((name) => md(name))
        .join(', ')}`,
    );
  }
  return out.join('\n');
}
