/** Marks that only Markdown and HTML write at the start of a line. */
const LINE_MARK =
  /^\s{0,3}(#{1,6}\s|>\s|```|~~~|-{3,}\s*$|={3,}\s*$|\+{3}\s*$|\${2}|\[[^\]]{1,60}\]:|<!--|<\/?[a-z][a-z0-9]*[\s/>]|!\[|[-*+]\s\[[ x]\]\s)/i;
const INLINE_MARK = /\*\*\S|\]\(\S|`\S|__\S|\[[\^@]\S|^\s{2,}([-*+]|\d{1,2}[.)])\s/;
const LIST_MARK = /^\s*([-*+]|\d{1,2}[.)])\s/;
const ENDS = /[.!?\u2026:;\u3002\uFF01\uFF1F]["'\u201D\u2019\u00BB)\]]*\s*$/;
const SAMPLE = 60_000;

/**
 * Is a draft pasted text (one line a paragraph, no Markdown) or Markdown? Looks at its first 60,000 units. A text
 * whose lines are broken at a width is Markdown: there a line break is a space.
 */
export function recogniseFormat(text: string): 'markdown' | 'plain' {
  const lines = text.slice(0, SAMPLE).split(/\r\n|\n|\r/);
  if (lines.length < 2) return 'markdown';
  let marks = 0;
  let pairs = 0;
  let wrapped = 0;
  let whole = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.slice(0, 2000);
    if (LINE_MARK.test(line)) return 'markdown';
    if (INLINE_MARK.test(line)) marks++;
    const next = lines[i + 1];
    if (next === undefined || line.trim() === '' || next.trim() === '' || LIST_MARK.test(next)) continue;
    pairs++;
    const ends = ENDS.test(line.slice(-40));
    if (!ends && line.length >= 40 && line.length <= 110) wrapped++;
    if (line.length > 120 || (ends && next.length > 60)) whole++;
  }
  if (pairs > 0 && wrapped * 5 > pairs * 2) return 'markdown';
  if (marks > 0) return whole * 2 > pairs && pairs > 0 && marks * 4 < lines.length ? 'plain' : 'markdown';
  return 'plain';
}
