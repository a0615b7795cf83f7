/** Annotated passages and predictions, as lines of JSON. Offsets are UTF-16, half open; values are in base units. */

export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly subject: string | null;
  readonly metric: string;
  readonly qualifiers: Readonly<Record<string, unknown>>;
  /** False: the checker should stay silent. */
  readonly checkable: boolean;
  readonly verdict: string;
  readonly reason: string | null;
}

export interface Passage {
  readonly id: string;
  readonly lang: string;
  /** News: figures too new for us to know; what is not annotated there counts neither way, but for flags. */
  readonly kind: 'claims' | 'distractor' | 'news';
  readonly date: string | null;
  readonly wrapped_from: string | null;
  /** The half of a corpus it belongs to. */
  readonly part: string | null;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  /** Stretches that are no claim: years, model names, neutral counts. */
  readonly distractors: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
}

export interface PredictedMention {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly subject: string | null;
  readonly metric: string | null;
  readonly verdict: string;
  readonly reason: string | null;
}

export interface Prediction {
  readonly id: string;
  readonly mentions: readonly PredictedMention[];
}

/** Reads a file of JSON lines (or one JSON array). Throws an Error that names the line at the first malformed one. */
export function readLines(text: string, file: string): unknown[] {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (body.trimStart().startsWith('[')) {
    const list: unknown = JSON.parse(body);
    return Array.isArray(list) ? list : [];
  }
  const out: unknown[] = [];
  body.split('\n').forEach((line, i) => {
    if (!line.trim()) return;
    try {
      out.push(JSON.parse(line));
    } catch (error) {
      throw new Error(`${file}:${i + 1}: ${(error as Error).message}`);
    }
  });
  return out;
}

/** Reads annotated passages; throws an Error naming the passage that lacks its text or mentions. */
export function readPassages(text: string, file: string): Passage[] {
  return readLines(text, file).map((raw, i) => {
    const p = raw as Partial<Passage>;
    if (typeof p.id !== 'string' || typeof p.text !== 'string' || !Array.isArray(p.mentions))
      throw new Error(`${file}: passage ${i + 1} needs "id", "text" and "mentions"`);
    return {
      id: p.id,
      lang: p.lang ?? 'und',
      kind: p.kind ?? 'claims',
      date: p.date ?? null,
      wrapped_from: p.wrapped_from ?? null,
      part: p.part ?? null,
      text: p.text,
      mentions: p.mentions,
      distractors: p.distractors ?? [],
    };
  });
}

/** Reads predictions, one passage a line; throws an Error naming the line without an id. */
export function readPredictions(text: string, file: string): Prediction[] {
  return readLines(text, file).map((raw, i) => {
    const p = raw as Partial<Prediction> | null;
    if (typeof p?.id !== 'string') throw new Error(`${file}: prediction ${i + 1} needs "id"`);
    return { id: p.id, mentions: p.mentions ?? [] };
  });
}
