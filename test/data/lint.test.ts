import { expect, it } from 'vitest';
import { lintData } from '../../server/src/load/lint.ts';
import { filesOf } from './files.ts';

it('finds nothing wrong with the data', () => {
  const problems = lintData(filesOf('data'));
  expect(problems.slice(0, 40).map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`)).toEqual([]);
}, 60_000);
