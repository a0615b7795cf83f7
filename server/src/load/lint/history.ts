import type { FigureFile } from '../files.ts';
import { type Problem, problem } from '../problem.ts';
import type { DataFiles } from '../read.ts';
import type { Known } from './registry.ts';

interface Stated {
  readonly figure: FigureFile;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function* stated(data: DataFiles): Generator<Stated> {
  for (const { file, value, at } of data.sources) {
    for (let i = 0; i < value.figures.length; i++) {
      yield { figure: value.figures[i]!, file, ...at(['figures', i, 'id']) };
    }
  }
}

/** Chains of revisions: they end, they point to older figures, and each link exists. */
export function checkChains(data: DataFiles, known: Known): Problem[] {
  const problems: Problem[] = [];
  const all = new Map([...stated(data)].map((s) => [s.figure.id, s]));
  const state = new Map<string, 'open' | 'done'>();
  for (const start of all.values()) {
    const path: { readonly at: Stated; next: number }[] = [{ at: start, next: 0 }];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const { figure, file, line, column } = top.at;
      if (top.next === 0) {
        if (state.get(figure.id) === 'done') {
          path.pop();
          continue;
        }
        state.set(figure.id, 'open');
      }
      const older = figure.supersedes?.[top.next++];
      if (older === undefined) {
        state.set(figure.id, 'done');
        path.pop();
      } else if (!known.figures.has(older)) problems.push(problem(file, line, column, `figure '${older}' is unknown`));
      else if (state.get(older) === 'open') {
        problems.push(problem(file, line, column, `'${figure.id}' and '${older}' replace each other`));
      } else if (all.has(older) && state.get(older) !== 'done') path.push({ at: all.get(older)!, next: 0 });
    }
  }
  return problems;
}

const amount = (f: FigureFile): string => [f.op ?? 'eq', f.value, f.low, f.high, f.date].join(' ');

/** One source says one thing: two values for the same question at the same time are an error of transcription. */
export function checkActive(data: DataFiles): Problem[] {
  const problems: Problem[] = [];
  const replaced = new Set([...stated(data)].flatMap((s) => s.figure.supersedes ?? []));
  for (const { file, value, at } of data.sources) {
    const asked = new Map<string, FigureFile>();
    value.figures.forEach((figure, i) => {
      if (replaced.has(figure.id) || figure.flag || figure.rank === 'deprecated') return;
      const qualifiers = Object.entries(figure.qualifiers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
      const question = JSON.stringify([
        figure.subject,
        figure.metric,
        figure.unit,
        figure.as_of,
        figure.period,
        qualifiers,
      ]);
      const before = asked.get(question);
      const { line, column } = at(['figures', i, 'id']);
      if (!before) asked.set(question, figure);
      else if (amount(before) !== amount(figure)) {
        problems.push(problem(file, line, column, `'${before.id}' answers the same question with another value`));
      } else problems.push(problem(file, line, column, `'${before.id}' states the same`));
    });
  }
  return problems;
}
