import type { DressedFileReport } from '../present/messages.ts';
import { datasetJson, type FileJson, fileJson, type ReportJson } from './document.ts';
import type { Reading } from './reading.ts';
import type { Terminal } from './terminal.ts';
import { count, fileText, noTotals, summary } from './text.ts';

/** Takes reports as they come; each answer is false once nobody reads any more. */
export interface Writer {
  file(report: DressedFileReport, text: string): Promise<boolean>;
  problem(path: string, message: string): Promise<boolean>;
  end(): Promise<unknown>;
}

export function writerOf(
  format: 'text' | 'json' | 'ndjson',
  reading: Reading,
  terminal: Terminal,
  all: boolean,
): Writer {
  if (format === 'json') return documentWriter(reading, terminal);
  if (format === 'ndjson') return lineWriter(reading, terminal);
  return textWriter(reading, terminal, all);
}

function textWriter({ locale, world }: Reading, terminal: Terminal, all: boolean): Writer {
  const totals = noTotals();
  return {
    file: async (report, text) => {
      count(totals, report);
      const lines = fileText(report, text, locale, all);
      return lines === '' || terminal.out(lines);
    },
    problem: async () => true,
    end: () => terminal.out(summary(totals, world.reference.dataset, locale)),
  };
}

/** One document, written whole at the end: a run that breaks off leaves no half of one. */
function documentWriter({ world, knownAt }: Reading, terminal: Terminal): Writer {
  const files: FileJson[] = [];
  const errors: { path: string; message: string }[] = [];
  return {
    file: async (report) => files.push(fileJson(report)) > 0,
    problem: async (path, message) => errors.push({ path, message }) > 0,
    end: () => {
      const document: ReportJson = {
        schema: 1,
        ballpark: terminal.version,
        dataset: datasetJson(world),
        knownAt,
        files,
        errors,
      };
      return terminal.out(`${JSON.stringify(document, null, 2)}\n`);
    },
  };
}

function lineWriter({ world }: Reading, terminal: Terminal): Writer {
  const dataset = datasetJson(world);
  return {
    file: (report) => {
      const { id, ...file } = fileJson(report);
      return terminal.out(`${JSON.stringify({ id, dataset, ...file })}\n`);
    },
    problem: (path, message) => terminal.out(`${JSON.stringify({ id: null, path, error: message })}\n`),
    end: async () => {},
  };
}
