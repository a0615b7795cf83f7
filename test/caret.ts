import type { Claim, FileReport, Finding } from '../server/src/engine/index.ts';

/**
 * Drafts with expectations in the text. A case starts with `=== name | option: value`; carets under a line's words say
 * what is expected of the figure above them:
 *
 *     DeepSeek trained V3 for $6 billion on 2,048 H800s.
 *                             ^^^^^^^^^^ wrong-magnitude deepseek-v3 training_cost: 6e9 USD
 *
 * The first word is a rule, or a verdict (`supported`, `no_reference`); subject, metric and amount may be left out from
 * the right. A line without carets asserts silence: no warning on it. Options: `date`, `known` (dates), `plain` (text),
 * `gap` (known to fail: skipped, and reported once it holds).
 */
export interface Case {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly text: string;
  readonly expected: readonly Expectation[];
}

export interface Expectation {
  readonly start: number;
  readonly end: number;
  /** Rule or verdict, subject, metric, amount: canonical text of what is expected. */
  readonly what: string;
}

const HEAD = /^=== (.*)$/;
const CARETS = /^( *)(\^+) (\S.*)$/;
const AMOUNT = /^(\S+)\s+(\S+)$/;

/** Numbers as `6e9`, `5.576e6`, `2048`: one spelling for one value. */
export function numeral(value: number): string {
  if (Math.abs(value) < 1e5) return String(value);
  return value.toExponential().replace('e+', 'e');
}

export function amountText(amount: {
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
}): string {
  const { value, low, high, unit } = amount;
  const number =
    value === null ? `${low === null ? '' : numeral(low)}..${high === null ? '' : numeral(high)}` : numeral(value);
  return `${number} ${unit}`;
}

/** One spelling for what a caret line says. */
function canonical(what: string): string {
  const colon = what.indexOf(': ');
  if (colon < 0) return what.trim().replace(/ +/g, ' ');
  const amount = AMOUNT.exec(what.slice(colon + 2).trim());
  if (!amount) throw new Error(`cannot read the amount in '${what}'`);
  const [value = '', high] = amount[1]!.split('..');
  const number = high === undefined ? numeral(Number(value)) : `${numeral(Number(value))}..${numeral(Number(high))}`;
  return `${what.slice(0, colon).trim().replace(/ +/g, ' ')}: ${number} ${amount[2]}`;
}

export function readCases(file: string): Case[] {
  const cases: Case[] = [];
  let name: string | null = null;
  let options: Record<string, string> = {};
  let lines: string[] = [];
  let expected: Expectation[] = [];
  let start = 0; // of the last line of the draft
  const finish = (): void => {
    if (name === null) return;
    const text = lines.join('\n').replace(/\n+$/, '\n');
    cases.push({ name, options, text, expected });
  };
  for (const line of file.split('\n')) {
    const head = HEAD.exec(line);
    if (head) {
      finish();
      const [title = '', ...rest] = head[1]!.split(' | ');
      name = title;
      options = Object.fromEntries(rest.map((o) => [o.split(': ')[0]!, o.split(': ')[1] ?? 'yes']));
      lines = [];
      expected = [];
      start = 0;
      continue;
    }
    const carets = CARETS.exec(line);
    if (carets && lines.length > 0) {
      const from = start + carets[1]!.length;
      expected.push({ start: from, end: from + carets[2]!.length, what: canonical(carets[3]!) });
      continue;
    }
    start = lines.reduce((sum, l) => sum + l.length + 1, 0);
    lines.push(line);
  }
  finish();
  return cases;
}

const VERDICTS = new Set(['supported', 'no_reference', 'outdated', 'disputed', 'conflict']);

/** All that is true of a claim, from its name alone to its name with subject, metric and amount. */
function spellings(name: string, claim: Claim | undefined, finding: Finding | null): string[] {
  if (!claim) return [name];
  const subject = claim.subject?.id ?? '-';
  const metric = claim.metric ?? '-';
  const full = `${name} ${subject} ${metric}`;
  const out = [name, `${name} ${subject}`, full, `${full}: ${amountText(claim.quantity)}`];
  return finding ? out : out.filter(() => VERDICTS.has(name));
}

interface Fact {
  readonly start: number;
  readonly end: number;
  readonly spellings: readonly string[];
  readonly warning: boolean;
}

/** What a report says of each figure, as caret lines would. */
function facts(report: FileReport): Fact[] {
  const of = (id: number | undefined): Claim | undefined => report.claims.find((c) => c.id === id);
  const found = report.findings.map((finding): Fact => {
    const claim = of(finding.claims[0]);
    const { start, end } = claim ?? finding;
    return { start, end, spellings: spellings(finding.rule, claim, finding), warning: finding.severity === 'warning' };
  });
  const verdicts = report.claims.map((claim): Fact => {
    const { start, end, verdict } = claim;
    return { start, end, spellings: spellings(verdict, claim, null), warning: false };
  });
  return [...found, ...verdicts];
}

/** The case as its report would have it written: expectations that hold stay, the others become what is true. */
export function rewrite(c: Case, report: FileReport): string {
  const all = facts(report);
  const kept = c.expected.flatMap((e) => {
    const same = all.find((f) => f.spellings.includes(e.what) && f.start < e.end && e.start < f.end);
    return same ? [{ start: same.start, end: same.end, what: e.what }] : [];
  });
  const lost = c.expected.filter(
    (e) => !all.some((f) => f.spellings.includes(e.what) && f.start < e.end && e.start < f.end),
  );
  const taken = new Set(kept.map((k) => `${k.start} ${k.what.split(' ')[0]}`));
  const more = all
    .filter((f) => f.warning || lost.some((e) => f.start < e.end && e.start < f.end))
    .filter((f) => !taken.has(`${f.start} ${f.spellings[0]}`))
    .map((f) => ({ start: f.start, end: f.end, what: f.spellings.at(-1)! }));
  const unique = new Map([...kept, ...more].map((e) => [`${e.start} ${e.what}`, e]));
  return write({ ...c, expected: [...unique.values()] });
}

/** A case in its notation. */
export function write(c: Case): string {
  const options = Object.entries(c.options).map(([key, value]) =>
    value === 'yes' ? ` | ${key}` : ` | ${key}: ${value}`,
  );
  const out = [`=== ${c.name}${options.join('')}`];
  let start = 0;
  for (const line of c.text.replace(/\n$/, '').split('\n')) {
    out.push(line);
    const end = start + line.length;
    for (const e of [...c.expected].sort((a, b) => a.start - b.start))
      if (e.start >= start && e.start <= end)
        out.push(`${' '.repeat(e.start - start)}${'^'.repeat(Math.min(e.end, end) - e.start || 1)} ${e.what}`);
    start = end + 1;
  }
  return `${out.join('\n')}\n`;
}
