import { type Problem, problem } from '../problem.ts';
import type { DataFiles } from '../read.ts';
import type { Known } from './registry.ts';

/** Parents, vendors and look-alikes exist, and no subject is its own ancestor. */
export function checkSubjects(data: DataFiles, known: Known): Problem[] {
  const problems: Problem[] = [];
  const parents = new Map(data.subjects.map((s) => [s.value.id, s.value.parent]));
  for (const { file, value: subject, at } of data.subjects) {
    const report = (key: string, message: string): void => {
      const { line, column } = at([key]);
      problems.push(problem(file, line, column, message));
    };
    for (const key of ['parent', 'vendor'] as const) {
      const id = subject[key];
      if (id !== undefined && !known.subjects.has(id)) report(key, `subject '${id}' is unknown`);
    }
    for (const key of ['notConfusedWith', 'members'] as const) {
      for (const id of subject[key] ?? []) {
        if (!known.subjects.has(id)) report(key, `subject '${id}' is unknown`);
      }
    }
    let up = subject.parent;
    for (let depth = 0; up !== undefined; depth++) {
      if (up === subject.id || depth > 20) {
        report('parent', `'${subject.id}' is its own ancestor`);
        break;
      }
      up = parents.get(up);
    }
  }
  return problems;
}
