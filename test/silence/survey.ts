import { check, DEFAULTS, type FileReport, type World } from '../../server/src/engine/index.ts';
import { type Document, numericParagraphs, pieces } from './paragraphs.ts';

/** What was said of prose about other things. A warning is an error; the rest are near misses, worst first. */
export const LEVELS = [
  'warning',
  'information',
  'verdict held back',
  'supported or disputed',
  'subject and metric',
] as const;
export type Level = (typeof LEVELS)[number];

export interface Hit {
  readonly path: string;
  readonly level: Level;
  readonly what: string;
  /** The words, and some around them. */
  readonly around: string;
}

export interface Survey {
  documents: number;
  characters: number;
  paragraphs: number;
  quantities: number;
  readonly hits: Hit[];
}

/** Long texts are checked in pieces of this size, headings and neighbours included. */
const PIECE = 60_000;

const around = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}`.replace(
    /\s+/g,
    ' ',
  );

function hitsOf(path: string, text: string, report: FileReport): Hit[] {
  const found = report.findings.map((f) => ({
    ...f,
    level: (f.severity === 'warning' ? 'warning' : 'information') as Level,
  }));
  const hits: Hit[] = found.map((f) => ({ path, level: f.level, what: f.rule, around: around(text, f.start, f.end) }));
  for (const claim of report.claims) {
    if (found.some((f) => f.start < claim.end && claim.start < f.end)) continue;
    const level: Level | null =
      claim.verdict === 'conflict' || claim.verdict === 'outdated'
        ? 'verdict held back'
        : claim.verdict !== 'no_reference'
          ? 'supported or disputed'
          : claim.subject && claim.metric
            ? 'subject and metric'
            : null;
    const what = `${claim.verdict} ${claim.subject?.id ?? '-'} ${claim.metric ?? '-'}`;
    if (level) hits.push({ path, level, what, around: around(text, claim.start, claim.end) });
  }
  return hits;
}

export const newSurvey = (): Survey => ({ documents: 0, characters: 0, paragraphs: 0, quantities: 0, hits: [] });

/** Checks one document and adds what came out. */
export function survey(into: Survey, { path, text }: Document, world: World, knownAt: string): void {
  into.documents++;
  into.characters += text.length;
  for (const piece of pieces(text, PIECE)) {
    into.paragraphs += numericParagraphs(piece).length;
    const draft = { text: piece, path: path.replace(/\.gz$/, ''), id: null, format: 'auto' } as const;
    const report = check(draft, { ...DEFAULTS, knownAt }, world);
    into.quantities += report.claims.length;
    into.hits.push(...hitsOf(path, piece, report));
  }
}
