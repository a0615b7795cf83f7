import { isDate } from './args.ts';
import { datasetJson, fileJson } from './document.ts';
import { checkDraft, type DraftInput } from './draft.ts';
import { splitLines } from './lines.ts';
import type { Reading } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { EXIT } from './usage.ts';

const LONGEST_LINE = 32 * 1024 * 1024;

/** Reads one line `{"id","text","lang"?,"date"?}`; an Error says what is wrong with it. */
export function readLine(line: string | null): DraftInput | Error {
  if (line === null) return new Error(`the line is longer than ${LONGEST_LINE} characters`);
  let value: unknown;
  try {
    value = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch (error) {
    return error as Error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Error('not an object');
  const { id, text, lang = null, date = null } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') return new Error('"id" must be a string');
  if (typeof text !== 'string') return new Error('"text" must be a string');
  if (lang !== null && typeof lang !== 'string') return new Error('"lang" must be a string');
  if (date !== null && (typeof date !== 'string' || !isDate(date.slice(0, 10))))
    return new Error('"date" must be an ISO year, month or day');
  const day = date === null ? null : date.slice(0, 10);
  return { id: String(id), path: String(id), text, language: lang === 'auto' ? null : lang, date: day };
}

/** `--stdin-ndjson`: answers every line of the input with one line, in order, holding one draft at a time. */
export async function checkLines(reading: Reading, terminal: Terminal): Promise<number> {
  const dataset = datasetJson(reading.world);
  let warned = false;
  let failed = false;
  for await (const line of splitLines(terminal.stdin as AsyncIterable<Buffer>, LONGEST_LINE)) {
    const input = readLine(line);
    let answer: string;
    if (input instanceof Error) {
      failed = true;
      answer = JSON.stringify({ id: null, error: input.message });
    } else {
      const { id, ...file } = fileJson(checkDraft(input, reading));
      warned ||= file.findings.some((f) => f.severity === 'warning');
      answer = JSON.stringify({ id, dataset, ...file });
    }
    if (!(await terminal.out(`${answer}\n`))) break;
  }
  return failed ? EXIT.usage : warned ? EXIT.warnings : EXIT.clean;
}
