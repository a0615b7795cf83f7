import type { Verdict } from './verdict.ts';

/**
 * Disputes of which a block states the other side too: one of its claims says the figure that another differs from.
 * There is nothing to tell the writer then.
 */
export function balance(verdicts: readonly (Verdict | null)[]): (Verdict | null)[] {
  if (!verdicts.some((verdict) => verdict?.kind === 'disputed')) return [...verdicts];
  return verdicts.map((verdict, i) => {
    if (verdict?.kind !== 'disputed') return verdict;
    const against = new Set(verdict.differs.map((one) => one.figure.id));
    const told = verdicts.some(
      (other, j) => j !== i && SAYS.has(other?.kind ?? '') && other!.agrees.some((one) => against.has(one.figure.id)),
    );
    return told ? { ...verdict, balanced: true } : verdict;
  });
}

const SAYS: ReadonlySet<string> = new Set(['supported', 'disputed']);
