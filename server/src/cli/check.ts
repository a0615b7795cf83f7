import { decode } from '../host/decode.ts';
import { findDrafts, MAX_BYTES } from '../host/node.ts';
import { type Command, countFlag, oneOf } from './args.ts';
import { checkDraft, checkFile, type Outcome } from './draft.ts';
import { checkLines } from './ndjson.ts';
import { pooled } from './pool.ts';
import { type Reading, readingOf } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, UsageError } from './usage.ts';
import { writerOf } from './writer.ts';

/** `ballpark check`. */
export async function runCheck(command: Command, terminal: Terminal): Promise<number> {
  const format = oneOf(command, 'format', ['text', 'json', 'ndjson'], 'text');
  const jobs = countFlag(command, 'jobs', 1);
  const names = command.positionals;
  const lines = command.on.has('stdin-ndjson');
  if (lines && names.length > 0) throw new UsageError('--stdin-ndjson reads the standard input, not files');
  if (!lines && names.length === 0) throw new UsageError('check takes files, folders, globs or -');
  if (names.filter((name) => name === '-').length > 1) throw new UsageError('- can be read only once');
  const reading = await readingOf(command, terminal);
  if (lines) return checkLines(reading, terminal);

  const writer = writerOf(format, reading, terminal, command.on.has('all'));
  const stdinName = command.text['stdin-filename'] ?? '-';
  let warned = false;
  let failed = false;
  for await (const outcome of outcomes(names, reading, terminal, stdinName, jobs)) {
    if ('problem' in outcome) {
      failed = true;
      terminal.err(`ballpark: ${outcome.path}: ${outcome.problem}\n`);
      if (!(await writer.problem(outcome.path, outcome.problem))) break;
      continue;
    }
    warned ||= outcome.report.findings.some((f) => f.severity === 'warning');
    if (!(await writer.file(outcome.report, outcome.text))) break;
  }
  await writer.end();
  return failed ? EXIT.usage : warned ? EXIT.warnings : EXIT.clean;
}

/** Every draft named, checked, in the order in which it was named. */
async function* outcomes(
  names: readonly string[],
  reading: Reading,
  terminal: Terminal,
  stdinName: string,
  jobs: number,
): AsyncGenerator<Outcome> {
  const files = (part: readonly string[]): AsyncGenerator<Outcome> =>
    jobs > 1 && part.length > 0
      ? pooled(findDrafts(part, reading.isExcluded), jobs, terminal.argv, terminal.script)
      : fileOutcomes(part, reading);
  const before = names.indexOf('-');
  yield* files(before < 0 ? names : names.slice(0, before));
  if (before < 0) return;
  yield await stdinOutcome(reading, terminal, stdinName);
  yield* files(names.slice(before + 1));
}

async function* fileOutcomes(names: readonly string[], reading: Reading): AsyncGenerator<Outcome> {
  for await (const { path, problem } of findDrafts(names, reading.isExcluded)) {
    if (problem !== null) yield { path, problem };
    else yield await checkFile(path, reading);
  }
}

async function stdinOutcome(reading: Reading, terminal: Terminal, path: string): Promise<Outcome> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of terminal.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) return { path, problem: `more than ${MAX_BYTES} bytes` };
  }
  const decoded = decode(Buffer.concat(chunks));
  if ('binary' in decoded) return { path, problem: 'the standard input is no text' };
  return {
    report: checkDraft({ text: decoded.text, path, id: null, language: null, date: null }, reading),
    text: decoded.text,
  };
}
