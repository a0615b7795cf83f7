import type {
  ClaimWords,
  Cue,
  ModalityCue,
  ModalityKind,
  QualifierCue,
  RelationCue,
  RelationCueKind,
  RoleCue,
  SumCue,
  SumCueKind,
} from '../engine/language/claimWords.ts';
import { compile, type Pattern, plain } from '../engine/language/pattern.ts';
import { fold } from '../engine/text/fold.ts';

type CueText = string | { readonly cue: string; readonly weight?: number };
type Lists = Readonly<Record<string, readonly string[]>>;

/** The parsed files of a pack that speak of claims; a file that a language lacks is empty. */
export interface RawClaimPack {
  readonly metrics?: Readonly<Record<string, readonly CueText[]>>;
  readonly qualifiers?: Readonly<Record<string, Lists>>;
  readonly roles?: readonly {
    readonly kinds?: readonly string[];
    readonly cues: readonly string[];
    readonly picks?: 'last' | 'first';
  }[];
  readonly modality?: Lists;
  readonly times?: {
    readonly months?: Readonly<Record<string, number>>;
    readonly relative?: readonly {
      readonly cue: string;
      readonly grain: 'year' | 'quarter' | 'month' | 'now';
      readonly shift: number;
    }[];
    readonly quarters?: Lists;
    readonly halves?: Lists;
    readonly fiscal?: readonly string[];
    readonly horizon?: readonly string[];
    readonly before?: readonly string[];
  };
  readonly hedges?: { readonly before?: readonly { readonly op: string; readonly words: readonly string[] }[] };
  readonly clauses?: {
    readonly openers?: readonly string[];
    readonly each?: readonly string[];
    readonly contrast?: readonly string[];
    readonly epithets?: Lists;
    readonly attach?: readonly string[];
    readonly respectively?: readonly string[];
    readonly relations?: Lists;
  };
  /** How amounts are reckoned together. */
  readonly relations?: Lists;
}

const pattern = (text: string): Pattern => compile(fold(text));
const patterns = (list: readonly string[] | undefined): Pattern[] => (list ?? []).map(pattern);
const numbered = (lists: Lists | undefined): { pattern: Pattern; n: number }[] =>
  Object.entries(lists ?? {}).flatMap(([n, cues]) => cues.map((cue) => ({ pattern: pattern(cue), n: Number(n) })));

/** The words that a pattern spells out. */
const wordsOf = (pattern: Pattern): string[] =>
  pattern.flatMap((e) => (e.kind === 'word' ? [e.text] : e.kind === 'either' ? e.of.flatMap(wordsOf) : []));

export function toClaimWords(raw: RawClaimPack): ClaimWords {
  const metrics: Cue[] = Object.entries(raw.metrics ?? {}).flatMap(([metric, cues]) =>
    cues.map((cue) =>
      typeof cue === 'string'
        ? { metric, pattern: pattern(cue), weight: 1 }
        : { metric, pattern: pattern(cue.cue), weight: cue.weight ?? 1 },
    ),
  );
  const qualifiers: QualifierCue[] = Object.entries(raw.qualifiers ?? {}).flatMap(([key, values]) =>
    Object.entries(values).flatMap(([value, cues]) => cues.map((cue) => ({ key, value, pattern: pattern(cue) }))),
  );
  const roles: RoleCue[] = (raw.roles ?? []).flatMap(({ kinds, cues, picks }) =>
    cues.map((cue) => ({ kinds: kinds ?? [], pattern: pattern(cue), picks: picks ?? 'last' })),
  );
  const modality: ModalityCue[] = Object.entries(raw.modality ?? {}).flatMap(([kind, cues]) =>
    cues.map((cue) => ({ kind: kind as ModalityKind, pattern: pattern(cue) })),
  );
  const relations: RelationCue[] = Object.entries(raw.clauses?.relations ?? {}).flatMap(([kind, cues]) =>
    cues.map((cue) => ({ kind: kind as RelationCueKind, pattern: pattern(cue) })),
  );
  const sums: SumCue[] = Object.entries(raw.relations ?? {}).flatMap(([kind, cues]) =>
    cues.map((cue) => ({ kind: kind as SumCueKind, pattern: pattern(cue) })),
  );
  const { times, clauses } = raw;
  return {
    vocabulary: new Set([...metrics, ...roles, ...qualifiers].flatMap((cue) => wordsOf(cue.pattern))),
    metrics,
    qualifiers,
    roles,
    modality,
    relations,
    sums,
    times: {
      months: new Map(Object.entries(times?.months ?? {}).map(([word, month]) => [fold(word), month])),
      relative: (times?.relative ?? []).map(({ cue, grain, shift }) => ({ pattern: pattern(cue), grain, shift })),
      quarters: numbered(times?.quarters).map(({ pattern, n }) => ({ pattern, quarter: n })),
      halves: numbered(times?.halves).map(({ pattern, n }) => ({ pattern, half: n })),
      fiscal: new Set(times?.fiscal ?? []),
      horizon: patterns(times?.horizon),
      before: new Set(times?.before ?? []),
    },
    spoken: spokenOf(raw),
    clauseOpeners: new Set((clauses?.openers ?? []).map((word) => plain(fold(word)))),
    each: new Set((clauses?.each ?? []).map((word) => plain(fold(word)))),
    contrast: patterns(clauses?.contrast),
    epithets: Object.entries(clauses?.epithets ?? {}).flatMap(([kind, cues]) =>
      cues.map((cue) => ({ maker: kind === 'maker', pattern: pattern(cue) })),
    ),
    attach: patterns(clauses?.attach).map((one) => ({ pattern: one })),
    respectively: patterns(clauses?.respectively),
  };
}

/** A cue as a writer would write it: of alternatives the first, without what may be left out; null for a pattern. */
function written(cue: string): string | null {
  const text = cue
    .replace(/\([^()]*\)\?/g, '')
    .replace(/\(([^()|]*)[^()]*\)/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return text === '' || /[#@_*()|]|\.{3}/.test(text) ? null : text;
}

function spokenOf(raw: RawClaimPack): Map<string, string> {
  const spoken = new Map<string, string>();
  const add = (key: string, cues: readonly string[]): void => {
    const first = cues.map(written).find((text) => text !== null);
    if (first && !spoken.has(key)) spoken.set(key, first);
  };
  for (const [key, values] of Object.entries(raw.qualifiers ?? {}))
    for (const [value, cues] of Object.entries(values)) add(`${key}:${value}`, cues);
  for (const [kind, cues] of Object.entries(raw.clauses?.relations ?? {})) add(`relation:${kind}`, cues);
  for (const { op, words } of raw.hedges?.before ?? []) add(`hedge:${op}`, words);
  return spoken;
}
