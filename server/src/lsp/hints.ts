import type { InlayHint, Range } from 'vscode-languageserver';
import { writeDate } from '../present/date.ts';
import { tame } from '../present/write.ts';
import type { Checked } from './checker.ts';
import { toSpan } from './toProtocol.ts';

const SIGN: Readonly<Record<string, string>> = { supported: '✓', outdated: '↻', disputed: '≈' };
const LONGEST = 60;

/** Behind each figure that has been published: who says so, and when it was so. Conflicts are underlined already. */
export function hints({ document, report, locale }: Checked, range: Range): InlayHint[] {
  const within = toSpan(document, range);
  return report.claims
    .filter((claim) => claim.end >= within.start && claim.start <= within.end)
    .flatMap((claim): InlayHint[] => {
      const sign = SIGN[claim.verdict];
      const figure = claim.references.find(({ role }) => role === 'agrees' || role === 'superseded');
      if (!sign || !figure) return [];
      const label = `${sign} ${figure.source.publisher}, ${writeDate(figure.asOf, locale)}`;
      return [
        {
          position: document.positionAt(claim.end),
          label: tame(label, LONGEST),
          paddingLeft: true,
          tooltip: claim.message,
        },
      ];
    });
}
