import type { Draft, Options, World } from './draft.ts';
import type { FileReport } from './report.ts';

/**
 * Checks one draft. A function of its arguments: same in, same out, same order; never throws.
 * Spans of the report are absolute offsets into `draft.text`.
 */
export function check(draft: Draft, options: Options, _world: World): FileReport {
  return {
    path: draft.path,
    id: draft.id,
    language: options.language === 'auto' ? 'en' : options.language,
    writtenOn: options.writtenOn,
    notes: [],
    claims: [],
    findings: [],
  };
}
