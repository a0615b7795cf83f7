import type { Figure } from '../reference/model.ts';
import { nameKey } from '../reference/nameKey.ts';
import type { Reference } from '../reference/reference.ts';
import type { Fit } from './evidence.ts';

/** All words of one are words of the other: 'fp16' in 'fp16 tensor', never 'fp6' in 'fp64'. */
const within = (a: string, b: string): boolean => {
  const words = new Set(b.split(' '));
  return a.split(' ').every((word) => words.has(word));
};

const kindred = (a: string, b: string, reference: Reference): boolean => {
  const up = (id: string): string[] => {
    const out = [id];
    for (
      let step = reference.subjects.get(id)?.parent;
      step && out.length < 6;
      step = reference.subjects.get(step)?.parent
    )
      out.push(step);
    return out;
  };
  return up(a).includes(b) || up(b).includes(a);
};

/** Whether a figure's qualifiers contradict the claim's. */
export function scopeFit(claim: Readonly<Record<string, string>>, figure: Figure, reference: Reference): Fit {
  let named = false;
  for (const [key, value] of Object.entries(claim)) {
    const other = figure.qualifiers[key];
    if (other === undefined) continue;
    if (value === other) {
      named = true;
      continue;
    }
    const [a, b] = [nameKey(value), nameKey(other)];
    if (a === b || within(a, b) || within(b, a)) {
      named = true;
      continue;
    }
    if (b === UNSPECIFIED || (key === 'stage' && a !== ACTUAL && b !== ACTUAL)) continue;
    if (reference.subjects.has(value) || reference.subjects.has(other)) {
      if (kindred(value, idOf(other, reference), reference)) {
        named = true;
        continue;
      }
    }
    return 'other';
  }
  return named || Object.keys(figure.qualifiers).length === 0 ? 'same' : 'open';
}

/** What is planned, guided or forecast is alike: it is not done. */
const ACTUAL = 'actual';

/** The value that compares with all others. */
const UNSPECIFIED = 'unspecified';

/** A qualifier may hold a subject's id or its name. */
function idOf(value: string, reference: Reference): string {
  if (reference.subjects.has(value)) return value;
  return reference.byName.get(nameKey(value)) ?? value;
}
