// What `npm run data` takes from the loader.
import { toJSONSchema } from 'zod/mini';
import { schemas } from '../../server/src/load/schema.ts';

export { lintData } from '../../server/src/load/lint.ts';

export const jsonSchemas: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, toJSONSchema(schema)]),
);
