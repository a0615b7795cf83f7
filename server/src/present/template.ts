/** Gives a placeholder's text; null where the argument is missing. */
export type Lookup = (name: string, filter: string | null) => string | null;

const HOLE = /\{(\w+)(?:\|(\w+))?\}/g;

function fillFlat(template: string, lookup: Lookup): string | null {
  let missing = false;
  const text = template.replace(HOLE, (_, name: string, filter: string | undefined) => {
    const value = lookup(name, filter ?? null);
    if (value === null) missing = true;
    return value ?? '';
  });
  return missing ? null : text;
}

/**
 * Fills `{name}` and `{name|filter}`. A stretch in square brackets goes away as a whole where an argument in it is
 * missing (`[@` is an ordinary bracket). Null where an argument outside brackets is missing.
 */
export function fill(template: string, lookup: Lookup): string | null {
  let out = '';
  for (let at = 0; at < template.length; ) {
    const open = template.indexOf('[', at);
    const literal = fillFlat(template.slice(at, open < 0 ? undefined : open), lookup);
    if (literal === null) return null;
    out += literal;
    if (open < 0) break;
    const close = template.indexOf(']', open);
    if (template.startsWith('[@', open) || close < 0) {
      out += '[';
      at = open + 1;
      continue;
    }
    out += fillFlat(template.slice(open + 1, close), lookup) ?? '';
    at = close + 1;
  }
  return out;
}

/** The first template whose arguments are all there; null where there is none. */
export function fillFirst(templates: readonly string[], lookup: Lookup): string | null {
  for (const template of templates) {
    const text = fill(template, lookup);
    if (text !== null) return text;
  }
  return null;
}
