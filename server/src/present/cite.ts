import type { Amount, Arg, Args, Claim, FigureRef } from '../engine/index.ts';
import { templates } from './catalog.ts';
import type { Locale } from './locale.ts';
import { write } from './write.ts';

export const amountOf = (figure: FigureRef): Amount => ({
  value: figure.value,
  low: figure.low,
  high: figure.high,
  unit: figure.unit,
  op: figure.op,
  perUnit: figure.qualifiers['per'] ?? null,
});

const ROLES: ReadonlyMap<string, readonly FigureRef['role'][]> = new Map(
  Object.entries({
    supported: ['agrees', 'context'],
    outdated: ['differs', 'agrees', 'context', 'suspect'],
    'wrong-subject': ['suspect', 'differs'],
    'wrong-metric': ['suspect', 'differs'],
    'wrong-scope': ['suspect', 'differs'],
    'wrong-relation': ['suspect', 'differs'],
    'wrong-period': ['suspect', 'differs'],
    'wrong-magnitude': ['suspect', 'differs'],
    'wrong-currency': ['suspect', 'differs'],
    'wrong-unit': ['suspect', 'differs'],
  } as const),
);
const ANY: readonly FigureRef['role'][] = ['differs', 'agrees', 'suspect', 'context', 'superseded'];

/** The figures a message speaks of, the most telling first. */
export function telling(messageId: string, claim: Pick<Claim, 'references'> | undefined): readonly FigureRef[] {
  for (const role of [...(ROLES.get(messageId) ?? []), ...ANY]) {
    const found = claim?.references.filter((figure) => figure.role === role) ?? [];
    if (found.length > 0) return found;
  }
  return [];
}

const DIGITS = 4;
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(DIGITS)));

/** What is only about so much is not told to the cent. */
function said(figure: FigureRef): Amount {
  const amount = amountOf(figure);
  return amount.op === 'approx'
    ? { ...amount, value: rounded(amount.value), low: rounded(amount.low), high: rounded(amount.high) }
    : amount;
}

/** 'SemiAnalysis estimates $1.6 billion, 31 January 2025': an estimate is always named as one. */
export function citeFigure(figure: FigureRef, locale: Locale): string {
  const args: Args = {
    publisher: { kind: 'text', text: figure.source.publisher },
    value: { kind: 'amount', amount: said(figure) },
    date: { kind: 'date', date: figure.source.date || figure.asOf },
  };
  const id = `cited.${figure.status}`;
  return write(templates(id, locale).length > 0 ? id : 'cited.other', args, locale) ?? '';
}

const text = (value: string): Arg => ({ kind: 'text', text: value });

const size = (arg: Arg | undefined): number | null => {
  if (arg?.kind !== 'amount') return null;
  const { value, low, high } = arg.amount;
  return value ?? low ?? high;
};

/** A factor says how many times the reference the claim is, whichever way it was handed over. */
function oriented(args: Args): Record<string, Arg> {
  const { claimed, reference, factor } = args;
  const [said, published] = [size(claimed), size(reference)];
  if (factor?.kind !== 'number' || said === null || published === null || !(factor.number > 0)) return {};
  const more = Math.max(factor.number, 1 / factor.number);
  return { factor: { kind: 'number', number: said >= published ? more : 1 / more } };
}

/**
 * Adds what templates may ask for and the engine need not write: `cited` (the telling figure in one clause) and
 * `list` (all of them, for a dispute).
 */
export function withCitations(messageId: string, args: Args, claim: Claim | undefined, locale: Locale): Args {
  const figures = telling(messageId, claim);
  const all = messageId === 'disputed' ? (claim?.references ?? []) : figures;
  const more: Record<string, Arg> = oriented(args);
  const first = figures[0];
  if (first && !args['cited']) more['cited'] = text(citeFigure(first, locale));
  else if (!first && !args['cited']) {
    const value = args['reference'] ?? args['new'] ?? args['computed'];
    const publisher = args['publisher'];
    const date = args['date'] ?? args['newDate'];
    const bare =
      value && publisher
        ? write('cited.bare', { value, ...(publisher ? { publisher } : {}), ...(date ? { date } : {}) }, locale)
        : null;
    if (bare) more['cited'] = text(bare);
  }
  const seen = new Set<string>();
  const distinct = all.filter(
    (f) => f.role !== 'superseded' && !seen.has(f.source.publisher) && seen.add(f.source.publisher),
  );
  if (!args['list'] && distinct.length > 1) {
    more['list'] = text(
      distinct
        .slice(0, 3)
        .map((figure) => citeFigure(figure, locale))
        .join(write('list.join', {}, locale) ?? '; '),
    );
  }
  return { ...args, ...more };
}
