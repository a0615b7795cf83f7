import type { Checked, Sheet } from './checker.ts';

/** After the first check: its answer is sent before anything else is begun. */
const BREATH_MS = 50;

export interface Late {
  /** Loads what is loaded late. */
  readonly whole: () => Promise<unknown>;
  readonly open: () => readonly Sheet[];
  readonly checked: (document: Sheet) => Promise<Checked | null>;
  /** Forgets every check. */
  readonly forget: () => void;
  /** Has the client ask again. */
  readonly tell: () => void;
  readonly log: (message: string) => void;
}

/** What an editor shows of a check, in short. */
const gist = (checked: Checked | null): string =>
  JSON.stringify(
    checked && [
      checked.report.findings.map(({ rule, start, end }) => [rule, start, end]),
      checked.report.claims.map(({ verdict, polarity }) => [verdict, polarity]),
    ],
  );

/**
 * Completes the knowledge behind the first answer, once; then all that is open is checked again. The client hears of it
 * only where something is different: to ask anew for nothing would close the menu that a writer has just opened.
 */
export function completing({ whole, open, checked, forget, tell, log }: Late): () => void {
  let begun = false;
  const gists = async (): Promise<readonly string[]> =>
    Promise.all(open().map(async (document) => `${document.uri} ${document.version} ${gist(await checked(document))}`));
  const complete = async (): Promise<void> => {
    const before = await gists();
    await whole();
    forget();
    const after = new Set(await gists());
    if (before.some((one) => !after.has(one))) tell();
  };
  return () => {
    if (begun) return;
    begun = true;
    setTimeout(() => complete().catch((error: unknown) => log(String(error))), BREATH_MS);
  };
}
