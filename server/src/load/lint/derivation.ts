import { type Problem, problem } from '../problem.ts';
import type { DataFiles } from '../read.ts';
import type { Known } from './registry.ts';

const NEAR = 0.01;

/** Figures that are said to be the sum, product, ... of others are computed again. */
export function checkDerivations(data: DataFiles, known: Known): Problem[] {
  const problems: Problem[] = [];
  for (const { file, value: source, at } of data.sources) {
    source.figures.forEach((figure, i) => {
      if (!figure.derivation) return;
      const { line, column } = at(['figures', i, 'derivation']);
      const parts = figure.derivation.of.map((id) => known.figures.get(id)?.value);
      if (parts.length < 2 || parts.some((part) => part === null || part === undefined)) {
        problems.push(problem(file, line, column, 'a derivation needs two known figures with a value'));
        return;
      }
      const [first, ...rest] = parts as number[];
      const step = {
        sum: (a: number, b: number) => a + b,
        product: (a: number, b: number) => a * b,
        difference: (a: number, b: number) => a - b,
        ratio: (a: number, b: number) => a / b,
      }[figure.derivation.operation];
      const computed = rest.reduce(step, first!);
      const written = Number(figure.value);
      if (!(Math.abs(computed - written) <= NEAR * Math.abs(written))) {
        problems.push(
          problem(file, line, column, `the ${figure.derivation.operation} is ${computed}, not ${figure.value}`),
        );
      }
    });
  }
  return problems;
}
