import type { Amount } from '../engine/index.ts';
import { writeAmount } from './amount.ts';
import { escapeXml } from './escape.ts';
import type { Locale } from './locale.ts';
import { PALETTES, type Surface } from './palette.ts';
import { ticks } from './ticks.ts';
import { tame, write } from './write.ts';

/** One line of the picture: an amount in the axis's unit, or null `amount` where it cannot stand on the axis. */
export interface Row {
  readonly label: string;
  readonly kind: 'claim' | 'source' | 'superseded';
  /** As published or written, for the words at the right. */
  readonly stated: Amount;
  /** In the axis's unit, for the mark. */
  readonly amount: Amount | null;
}

export interface Picture {
  /** A whole SVG document without any reference to the outside. */
  readonly svg: string;
  /** The same in one line of text. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 520;
const LEFT = 118;
const RIGHT = 318;
const ROW = 24;
const TOP = 10;
const AXIS = 30;
const MOST_ROWS = 7;

const ends = (a: Amount): readonly [number, number] | null => {
  const low = a.low ?? a.value;
  const high = a.high ?? a.value;
  if (low === null && high === null) return null;
  const pair = [low ?? (high as number), high ?? (low as number)] as const;
  return pair.every(Number.isFinite) ? [Math.min(...pair), Math.max(...pair)] : null;
};

const px = (x: number): string => String(Math.round(x * 10) / 10);

/** Maps values to x; logarithmic where the largest is over 20 times the smallest and all are above 0. */
function scaleOf(values: readonly number[]): {
  readonly log: boolean;
  readonly x: (value: number) => number;
  readonly marks: readonly number[];
} {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const log = low > 0 && high / low > 20;
  const f = log ? Math.log10 : (v: number): number => v;
  const zero = !log && low > 0 && low < high * 0.6 ? 0 : low;
  const [a, b] = [f(zero), f(high)];
  const pad = b - a > 0 ? (b - a) * 0.06 : Math.abs(a) * 0.1 || 1;
  const from = zero === 0 ? 0 : a - pad;
  const to = b + pad;
  const x = (value: number): number => LEFT + ((f(value) - from) / (to - from)) * (RIGHT - LEFT);
  return { log, x, marks: ticks(from, to, log) };
}

function mark(row: Row, y: number, x: (v: number) => number, colour: string): string {
  const span = row.amount ? ends(row.amount) : null;
  if (!row.amount || !span) return '';
  const [a, b] = [x(span[0]), x(span[1])];
  const middle = (a + b) / 2;
  const piece = (from: number, to: number): string =>
    to - from > 1
      ? `<rect x="${px(from)}" y="${y - 3}" width="${px(to - from)}" height="6" rx="3" fill="${colour}"/>`
      : '';
  // A hollow mark shows what lies behind it, so its bar stops at its edges.
  const bar = row.kind === 'superseded' ? piece(a, middle - 5) + piece(middle + 5, b) : piece(a, b);
  const arrow = (at: number, way: number): string =>
    `<path d="M${px(at)} ${y}h${14 * way}m0 0l${-5 * way} -4m${5 * way} 4l${-5 * way} 4" stroke="${colour}" stroke-width="2" fill="none"/>`;
  const op = row.amount.op;
  const open =
    op === 'at_least' || op === 'more_than' ? arrow(b, 1) : op === 'at_most' || op === 'less_than' ? arrow(a, -1) : '';
  const shape =
    row.kind === 'claim'
      ? `<path d="M${px(middle)} ${y - 7}l7 7l-7 7l-7 -7z" fill="${colour}"/>`
      : row.kind === 'source'
        ? `<circle cx="${px(middle)}" cy="${y}" r="5.5" fill="${colour}"/>`
        : `<rect x="${px(middle - 5)}" y="${y - 5}" width="10" height="10" fill="none" stroke="${colour}" stroke-width="2"/>`;
  return bar + open + shape;
}

/** Units that are short enough to stand at every mark of the axis. */
const WITH_UNIT = /^(W|Wh|B|B\/s|FLOP|FLOP\/s|percent|ratio)$/;
const SIGNS: Readonly<Partial<Record<Amount['op'], string>>> = {
  approx: '≈ ',
  vague: '≈ ',
  at_least: '≥ ',
  more_than: '> ',
  at_most: '≤ ',
  less_than: '< ',
};

/** An amount with a sign for its hedge: there is little room. */
const signed = (amount: Amount, locale: Locale): string =>
  (SIGNS[amount.op] ?? '') + writeAmount({ ...amount, op: amount.op === 'range' ? 'range' : 'eq' }, locale);

const label = (text: string, longest: number): string => escapeXml(tame(text, longest));
const words = (x: number, y: number, text: string, extra = ''): string =>
  `<text x="${px(x)}" y="${y}"${extra}>${text}</text>`;

/**
 * The claim and its sources on one axis, in colours for what it will lie on. Null where no two amounts can be compared.
 * Pure and deterministic.
 */
export function numberLine(rows: readonly Row[], unit: string, locale: Locale, on: Surface = 'any'): Picture | null {
  const palette = PALETTES[on];
  const shown = rows.slice(0, MOST_ROWS);
  const values = shown.flatMap((row) => (row.amount ? (ends(row.amount) ?? []) : []));
  if (shown.filter((row) => row.amount && ends(row.amount)).length < 2) return null;
  const { log, x, marks } = scaleOf(values);
  const bottom = TOP + shown.length * ROW + 4;
  const height = bottom + AXIS;
  const tick = (value: number): Amount => ({
    value,
    low: null,
    high: null,
    unit: WITH_UNIT.test(unit) ? unit : 'number',
    op: 'eq',
  });
  const lines = shown.map((row, i) => {
    const y = TOP + i * ROW + ROW / 2;
    const stated = label(signed(row.stated, locale), 27);
    const aside = row.amount ? '' : ' *';
    return (
      words(8, y + 4, label(row.label, 17), row.kind === 'claim' ? ' font-weight="bold"' : '') +
      mark(row, y, x, palette[row.kind]) +
      words(RIGHT + 20, y + 4, stated + aside)
    );
  });
  const axis = marks.map(
    (value) =>
      `<path d="M${px(x(value))} ${bottom}v5" stroke="${palette.rule}"/>` +
      words(x(value), bottom + 17, label(writeAmount(tick(value), locale), 14), ' text-anchor="middle" font-size="10"'),
  );
  const text =
    write(
      'line.alt',
      {
        claim: {
          kind: 'text',
          text: shown
            .filter((r) => r.kind === 'claim')
            .map((r) => writeAmount(r.stated, locale))
            .join('; '),
        },
        sources: {
          kind: 'text',
          text: shown
            .filter((r) => r.kind !== 'claim')
            .map((r) => `${tame(r.label, 60)}: ${writeAmount(r.stated, locale)}`)
            .join('; '),
        },
      },
      locale,
    ) ?? '';
  const foot = [
    log ? write('line.log', {}, locale) : null,
    shown.some((r) => !r.amount) ? `* ${write('line.mixed', {}, locale)}` : null,
  ]
    .filter(Boolean)
    .join(' · ');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(text)}" font-family="system-ui, sans-serif" font-size="12" fill="${palette.ink}">` +
    (palette.panel ? `<rect width="${WIDTH}" height="${height}" rx="6" fill="${palette.panel}"/>` : '') +
    `<path d="M${LEFT} ${bottom}H${RIGHT}" stroke="${palette.rule}"/>${axis.join('')}${lines.join('')}` +
    (foot ? words(WIDTH - 8, bottom + 17, escapeXml(foot), ' text-anchor="end" font-size="10"') : '') +
    '</svg>';
  return { svg, text, width: WIDTH, height };
}
