import { type Problem, problem } from '../problem.ts';
import type { RateRow } from '../read.ts';

const CURRENCY = /^[A-Z]{3}$/;
const PERIOD = /^\d{4}(?:-\d{2})?$/;

/** base, quote, period, rate, low, high, source. */
export function checkRates(rows: readonly RateRow[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { file, line, cells } of rows) {
    const report = (message: string): void => {
      problems.push(problem(file, line, 1, message));
    };
    const [base = '', quote = '', period = '', ...rest] = cells;
    const [rate, low, high] = rest.slice(0, 3).map(Number);
    const key = `${base}/${quote} ${period}`;
    if (cells.length !== 7) report('base,quote,period,rate,low,high,source are expected');
    else if (!CURRENCY.test(base) || !CURRENCY.test(quote)) report(`${base}/${quote} is no pair of currencies`);
    else if (!PERIOD.test(period)) report(`${period} is no month or year`);
    else if (!(low! > 0 && low! <= rate! && rate! <= high!)) report('low, rate and high are not in order');
    else if (!rest[3]) report('a rate needs its source');
    else if (seen.has(key)) report(`${key} stands twice`);
    seen.add(key);
  }
  return problems;
}
