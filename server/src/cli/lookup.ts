import { type Answer, type Figure, lookup, type Reference } from '../engine/index.ts';
import { writeAmount } from '../present/amount.ts';
import { LOCALES, type Locale } from '../present/locale.ts';
import { namesOf } from '../present/names.ts';
import { write } from '../present/write.ts';
import { type Command, dateFlag, oneOf } from './args.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';
import { loadWorld } from './world.ts';

const MOST_HISTORY = 5;

/** `ballpark lookup WORDS...`: the sourced figures of the subjects and metrics that the words name. */
export async function runLookup(command: Command, terminal: Terminal): Promise<number> {
  const words = command.positionals.join(' ');
  if (words.trim() === '') throw new UsageError('lookup takes words, such as: deepseek v3 training cost');
  const locale = oneOf(command, 'locale', LOCALES, 'en');
  const asOf = dateFlag(command, 'as-of');
  const { reference } = await loadWorld(terminal.builtin, command.data);
  const found = lookup(reference, words, locale);
  const answers = found.answers
    .map((answer) => upTo(answer, asOf))
    .filter((a) => a.current.length + a.history.length > 0);
  if (command.on.has('json')) {
    await terminal.out(
      `${JSON.stringify(
        answers.map((a) => answerJson(a, reference)),
        null,
        2,
      )}\n`,
    );
    return EXIT.clean;
  }
  if (answers.length === 0) {
    terminal.err(`ballpark: nothing is known under '${words}'\n`);
    return EXIT.clean;
  }
  for (const answer of answers) await terminal.out(answerText(answer, reference, locale));
  return EXIT.clean;
}

/** Only what had been published by then. */
function upTo(answer: Answer, day: string | null): Answer {
  const known = (figure: Figure): boolean => day === null || figure.published <= day;
  return { ...answer, current: answer.current.filter(known), history: answer.history.filter(known) };
}

const amountOf = ({ value, low, high, unit, op }: Figure) => ({ value, low, high, unit, op });

function answerText(answer: Answer, reference: Reference, locale: Locale): string {
  const { subject, metric, current, history, disputes } = answer;
  const line = (figure: Figure): string => {
    const source = reference.sources.get(figure.source);
    const status = write(`status.${figure.status}`, {}, locale) ?? figure.status;
    const scope = Object.values(figure.qualifiers).map((value) => value.replaceAll('_', ' '));
    const about = [figure.period ?? figure.asOf, ...scope].join(', ');
    const url = source?.url ? ` <${source.url}>` : '';
    return `${writeAmount(amountOf(figure), locale)} (${about}): ${source?.publisher ?? figure.source}, ${status}${url}`;
  };
  const lines = [
    `${subject.name}: ${namesOf(reference).metric(metric.id, locale)}`,
    ...current.map((figure) => `  - ${line(figure)}`),
    ...history.slice(0, MOST_HISTORY).map((figure) => `  ~ ${line(figure)}`),
    ...(disputes.length > 0 ? [`  ! ${write('disputed', {}, locale) ?? ''}`] : []),
  ];
  return `${lines.join('\n')}\n\n`;
}

const answerJson = (
  { subject, metric, current, history, disputes, knownAt }: Answer,
  { sources }: Reference,
): object => {
  const figureJson = ({ source, ...figure }: Figure): object => ({ ...figure, source: sources.get(source) ?? source });
  return {
    subject: { id: subject.id, name: subject.name },
    metric: metric.id,
    knownAt,
    current: current.map(figureJson),
    history: history.map(figureJson),
    disputes: disputes.map((pair) => pair.map((figure) => figure.id)),
  };
};
