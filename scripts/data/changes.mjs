// What changed since an earlier export, by figure id: `npm run data -- --since FILE`.

const key = ({ value, low, high, unit, op, qualifiers, as_of, period, flag }) =>
  JSON.stringify([value, low, high, unit, op, qualifiers, as_of, period, flag]);

/** Two canonical documents -> lines of Markdown. */
export function changes(before, after) {
  const old = new Map(before.figures.map((f) => [f.id, f]));
  const now = new Map(after.figures.map((f) => [f.id, f]));
  const lines = [`## ${after.version}`, ''];
  for (const [id, figure] of now) {
    const was = old.get(id);
    if (!was) lines.push(`- added \`${id}\``);
    else if (key(was) !== key(figure))
      lines.push(
        `- changed \`${id}\`: ${was.value ?? `${was.low}..${was.high}`} -> ${figure.value ?? `${figure.low}..${figure.high}`} ${figure.unit}`,
      );
  }
  for (const id of old.keys()) if (!now.has(id)) lines.push(`- removed \`${id}\``);
  return `${lines.join('\n')}\n`;
}
