/** One line of `ballpark-ignore.json`: a figure that a writer decided about. */
export interface Ignored {
  readonly fingerprint: string;
  readonly rule: string;
  /** The figure as written, for people. */
  readonly text: string;
  readonly reason: string | null;
  readonly by: string | null;
  /** ISO day. */
  readonly on: string;
}

const KEYS = ['fingerprint', 'rule', 'text', 'reason', 'by', 'on'] as const;
const LONGEST = 300;
const MOST = 20_000;

const clip = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;

function readEntry(raw: unknown): Ignored | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const entry = new Map(Object.entries(raw));
  const fingerprint = clip(entry.get('fingerprint'));
  if (!fingerprint) return null;
  return {
    fingerprint,
    rule: clip(entry.get('rule')) ?? '',
    text: clip(entry.get('text')) ?? '',
    reason: clip(entry.get('reason')),
    by: clip(entry.get('by')),
    on: clip(entry.get('on')) ?? '',
  };
}

/** Entries of the file's text; null where it is no list, so that nobody writes over what cannot be read. */
export function readIgnores(text: string): readonly Ignored[] | null {
  if (text.trim() === '') return [];
  try {
    const raw: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(raw) ? raw.slice(0, MOST).flatMap((item) => readEntry(item) ?? []) : null;
  } catch {
    return null;
  }
}

const order = (a: Ignored, b: Ignored): number =>
  a.fingerprint < b.fingerprint
    ? -1
    : a.fingerprint > b.fingerprint
      ? 1
      : a.rule < b.rule
        ? -1
        : a.rule > b.rule
          ? 1
          : 0;

/** One entry a line, sorted: two writers' changes merge. */
export function writeIgnores(entries: readonly Ignored[]): string {
  const lines = [...entries].sort(order).map((entry) => `  ${JSON.stringify(entry, [...KEYS])}`);
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

const same = (a: Pick<Ignored, 'fingerprint' | 'rule'>, b: Pick<Ignored, 'fingerprint' | 'rule'>): boolean =>
  a.fingerprint === b.fingerprint && a.rule === b.rule;

export const withIgnored = (entries: readonly Ignored[], entry: Ignored): readonly Ignored[] => [
  ...entries.filter((other) => !same(other, entry)),
  entry,
];

export const withoutIgnored = (
  entries: readonly Ignored[],
  entry: Pick<Ignored, 'fingerprint' | 'rule'>,
): readonly Ignored[] => entries.filter((other) => !same(other, entry));
