import type { Hover, Position } from 'vscode-languageserver';
import { card } from '../present/card.ts';
import type { DressedClaim, DressedFileReport } from '../present/messages.ts';
import { namesOf } from '../present/names.ts';
import type { Surface } from '../present/palette.ts';
import type { Checked } from './checker.ts';
import { converter } from './convert.ts';
import { toRange } from './toProtocol.ts';

export interface HoverOptions {
  /** The client renders Markdown; else the card comes as plain text. */
  readonly markdown: boolean;
  readonly picture: boolean;
  readonly surface: Surface;
}

/** The claim at an offset: the shortest that holds it, else the first one of a finding that does. */
export function claimAt(report: DressedFileReport, offset: number): DressedClaim | null {
  const holds = (s: { readonly start: number; readonly end: number }): boolean => s.start <= offset && offset <= s.end;
  const found = report.claims.filter(holds).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (found) return found;
  const id = report.findings.find(holds)?.claims[0];
  return report.claims.find((claim) => claim.id === id) ?? null;
}

/** The card of the claim under the pointer; null where there is none. */
export function hover(checked: Checked, position: Position, options: HoverOptions): Hover | null {
  const { document, report, locale, world } = checked;
  const claim = claimAt(report, document.offsetAt(position));
  if (!claim) return null;
  const subject = claim.subject ? world.reference.subjects.get(claim.subject.id) : undefined;
  const value = card(claim, {
    locale,
    names: namesOf(world.reference),
    convert: converter(world.reference),
    flagged:
      options.markdown && report.findings.some((f) => f.claims.includes(claim.id) && f.messageId === claim.messageId),
    picture: options.picture && options.markdown,
    surface: options.surface,
    derivation:
      report.findings.find((f) => f.claims.includes(claim.id))?.derivation ?? claim.reckoned?.derivation ?? [],
    confusedWith: (subject?.notConfusedWith ?? []).map((id) => world.reference.subjects.get(id)?.name ?? id),
  });
  const contents = options.markdown
    ? ({ kind: 'markdown', value } as const)
    : ({ kind: 'plaintext', value: toPlain(value) } as const);
  return { contents, range: toRange(document, claim) };
}

/** Our own Markdown without its marks. */
const toPlain = (markdown: string): string =>
  markdown
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\[([^\]]*)\]\((https:[^)]*)\)/g, '$1 $2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
