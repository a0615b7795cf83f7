import { isChipName, isTimesChip } from './guard.ts';
import type { NumberRead } from './numberRead.ts';
import { find, type Reader } from './reader.ts';
import type { UnitRead } from './unit.ts';

const GPU = 'GPU';

/**
 * '8×H100', '8xH100', '8x H100 GPUs': so many chips. With a space and no noun it may be a factor ('30x H100
 * performance'). `at` is the token after the number, `next` the one after the sign of a factor there.
 */
export function timesChip(r: Reader, number: NumberRead, at: number, next: number | null): UnitRead | null {
  if (number.mantissa.includes('.')) return null;
  const sign = r.tokens[at];
  if (sign?.kind === 'word' && !sign.spaced && isTimesChip(r, sign.text)) return chip(r, at, at + 1, at);
  if (next === null || sign?.text.length !== 1) return null;
  const name = r.tokens[next];
  if (name?.kind !== 'word' || !isChipName(name.text)) return null;
  if (!name.spaced) return chip(r, next, next + 1, next);
  const noun = find(r, r.words.units, next + 1);
  return noun?.value.unit === GPU ? chip(r, next + 1, noun.next, next) : null;
}

const chip = (r: Reader, at: number, next: number, noun: number): UnitRead => {
  const end = r.tokens[next - 1]!.end;
  return {
    unit: GPU,
    exponent: 0,
    factor: 1,
    money: false,
    kind: 'noun',
    next,
    span: { start: r.tokens[at]!.start, end },
    close: false,
    noun: { start: r.tokens[noun]!.start, end },
  };
};
