import type { DressedClaim } from './messages.ts';

/** A file for `ballpark.data/`, with what the draft says of a figure filled in and its source left to be named. */
export interface OwnFigure {
  readonly name: string;
  readonly text: string;
}

const decimal = (value: number): string => {
  const [mantissa = '0', exponent = '0'] = value.toExponential().replace('+', '').split('e');
  return exponent === '0' ? mantissa : `${mantissa}e${exponent}`;
};
const slug = (text: string): string =>
  text
    .replaceAll('_', '-')
    .replace(/[^a-z0-9-]/gi, '')
    .toLowerCase();

/**
 * The entry of a figure the data does not know. Publisher and title are empty, which the schema refuses: until its
 * writer names a source, it counts for nothing. Null where subject, metric or amount are not known.
 */
export function ownFigure(claim: DressedClaim, day: string): OwnFigure | null {
  const { subject, metric, quantity } = claim;
  if (!subject || !metric || !/^[\w/-]+$/.test(quantity.unit)) return null;
  const amounts = (['value', 'low', 'high'] as const).flatMap((key) => {
    const number = quantity[key];
    return number === null || !Number.isFinite(number) ? [] : [`    ${key}: "${decimal(number)}"`];
  });
  if (amounts.length === 0) return null;
  const source = `own-${slug(subject.id)}-${slug(metric)}`;
  const approximate = quantity.value !== null && quantity.op === 'approx' ? ['    op: approx'] : [];
  const lines = [
    `id: ${source}-${day}`,
    'publisher: ""',
    'title: ""',
    'url: null',
    `issued: "${day}"`,
    'kind: official',
    'figures:',
    `  - id: ${slug(subject.id)}.${slug(metric)}@own-${day}`,
    `    subject: ${subject.id}`,
    `    metric: ${metric}`,
    ...(quantity.value === null ? ['    op: range'] : approximate),
    ...amounts,
    `    unit: ${quantity.unit}`,
    `    as_of: "${day}"`,
  ];
  return { name: `${source}.yaml`, text: `${lines.join('\n')}\n` };
}
