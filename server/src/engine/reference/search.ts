import { disputes, isCurrent } from './dispute.ts';
import type { Figure, Metric, Subject } from './model.ts';
import type { Reference } from './reference.ts';

/** What is known of one subject and metric. */
export interface Answer {
  readonly subject: Subject;
  readonly metric: Metric;
  /** Best first. */
  readonly current: readonly Figure[];
  /** Replaced, flagged or deprecated figures, newest first. */
  readonly history: readonly Figure[];
  /** Pairs of current figures of different authorities that contradict each other. */
  readonly disputes: readonly (readonly [Figure, Figure])[];
  /** Date of the newest source. */
  readonly knownAt: string;
}

/** Subjects and metrics the words name, best first, and what is known of each pair. */
export interface Lookup {
  readonly subjects: readonly Subject[];
  readonly metrics: readonly Metric[];
  readonly answers: readonly Answer[];
}

const MARKS = /\p{M}+/gu;
const PIECES = /\p{L}+|\p{N}+/gu;
const MOST = 200;

/** 'Coût de GPT-4' -> cout, de, gpt, 4. */
function piecesOf(text: string): readonly string[] {
  return text.slice(0, 500).normalize('NFD').replace(MARKS, '').toLowerCase().match(PIECES) ?? [];
}

function indexOf(list: readonly string[], part: readonly string[]): number {
  for (let at = 0; at + part.length <= list.length; at++) {
    if (part.every((piece, i) => piece === list[at + i])) return at;
  }
  return -1;
}

interface Named {
  readonly subject: Subject;
  readonly start: number;
  readonly end: number;
}

/** The longest names in the words; a name inside a longer one does not count. */
function namesIn(words: readonly string[], reference: Reference): readonly Named[] {
  const found: Named[] = [];
  for (const subject of reference.dataset.subjects) {
    let best: Named | null = null;
    for (const name of [subject.name, subject.id, ...subject.aliases.map((alias) => alias.text)]) {
      const part = piecesOf(name);
      const start = part.length === 0 ? -1 : indexOf(words, part);
      if (start >= 0 && (!best || part.length > best.end - best.start))
        best = { subject, start, end: start + part.length };
    }
    if (best) found.push(best);
  }
  const inside = (a: Named, b: Named): boolean =>
    a !== b && a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start;
  const weight = (id: string): number => reference.bySubject.get(id)?.size ?? 0;
  return found
    .filter((one) => !found.some((other) => inside(one, other)))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || weight(b.subject.id) - weight(a.subject.id))
    .slice(0, 12);
}

/** Two forms of one word: equal, or a common beginning of five letters. */
const alike = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && b.length > 4 && a.slice(0, 5) === b.slice(0, 5));

/** Metrics by the share of their name's words that stand in the query, the reader's language first. */
function metricsIn(words: readonly string[], locale: string, reference: Reference): readonly Metric[] {
  const scored = reference.dataset.metrics.map((metric) => {
    const names = [...Object.entries(metric.name), ['', metric.id.replaceAll('_', ' ')] as const];
    let score = 0;
    for (const [language, name] of names) {
      const part = piecesOf(name).filter((piece) => piece.length > 2);
      if (part.length === 0) continue;
      const share = part.filter((piece) => words.some((word) => alike(word, piece))).length / part.length;
      score = Math.max(score, share + part.length * share * 0.01 + (language === locale ? 0.001 : 0));
    }
    return { metric, score };
  });
  const best = Math.max(0, ...scored.map((s) => s.score));
  if (best < 0.5) return [];
  return scored
    .filter((s) => s.score > best - 0.02)
    .sort((a, b) => b.score - a.score)
    .map((s) => s.metric);
}

const ORDER: readonly string[] = [
  'filing',
  'paper',
  'datasheet',
  'official',
  'list_price',
  'dataset',
  'estimate',
  'press',
];

const best = (a: Figure, b: Figure): number =>
  Number(b.rank === 'preferred') - Number(a.rank === 'preferred') ||
  Number(a.unverified) - Number(b.unverified) ||
  b.asOf.slice(0, 4).localeCompare(a.asOf.slice(0, 4)) ||
  ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
  (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0);

/** All that is known of a subject's metric. */
export function answer(subject: Subject, metric: Metric, reference: Reference): Answer | null {
  const figures = reference.bySubject.get(subject.id)?.get(metric.id) ?? [];
  if (figures.length === 0) return null;
  const current = figures.filter((figure) => isCurrent(figure, reference)).sort(best);
  const history = figures.filter((figure) => !isCurrent(figure, reference)).sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const knownAt =
    figures
      .map((figure) => figure.published)
      .sort()
      .at(-1) ?? '';
  return { subject, metric, current, history, disputes: disputes(figures, reference), knownAt };
}

/**
 * What the data say about the words of a person: 'deepseek v3 training cost', 'coût d'entraînement de GPT-4'.
 * Without a metric every metric of the subject is answered, without a subject nothing is.
 */
export function lookup(reference: Reference, words: string, locale: string): Lookup {
  const pieces = piecesOf(words);
  const named = namesIn(pieces, reference);
  const rest = pieces.filter((_, i) => !named.some((n) => i >= n.start && i < n.end));
  const metrics = metricsIn(rest, locale, reference);
  const subjects = named.map((n) => n.subject);
  const answers: Answer[] = [];
  for (const subject of subjects) {
    const wanted = metrics.length > 0 ? metrics : reference.dataset.metrics;
    const near = [
      subject,
      ...(reference.children.get(subject.id) ?? []).flatMap((id) => reference.subjects.get(id) ?? []),
    ];
    for (const one of near) {
      for (const metric of wanted) {
        const found = answers.length < MOST ? answer(one, metric, reference) : null;
        if (found && !answers.some((a) => a.subject === one && a.metric === metric)) answers.push(found);
      }
    }
  }
  return { subjects, metrics, answers };
}
