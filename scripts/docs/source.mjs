// What the documentation is made from, bundled by build-docs.mjs.

import packed from '@ballpark/data';
import * as z from 'zod/mini';
import { reportSchema } from '../../server/src/cli/schema.ts';
import { USAGE } from '../../server/src/cli/usage.ts';
import { check, DEFAULTS } from '../../server/src/engine/index.ts';
import { configSchema } from '../../server/src/load/config.ts';
import { loadBuiltin } from '../../server/src/load/packed.ts';
import { RULES } from '../../server/src/load/rules.ts';
import { dress } from '../../server/src/present/messages.ts';
import { namesOf } from '../../server/src/present/names.ts';

const world = loadBuiltin(packed);

export { RULES as rules, USAGE as usage };
export const reportJsonSchema = z.toJSONSchema(reportSchema, { io: 'input' });
export const configJsonSchema = z.toJSONSchema(configSchema, { io: 'input' });

/** Checks an example with one rule switched on, at the date of the data. */
export function checker(text, rule) {
  const options = {
    ...DEFAULTS,
    language: 'en',
    knownAt: world.reference.dataset.asOf,
    severities: rule === 'unsourced' ? { unsourced: 'hint' } : {},
  };
  return dress(
    check({ text, path: 'example.md', id: null, format: 'auto' }, options, world),
    'en',
    namesOf(world.reference),
  );
}
