/** A mistake of the caller's: exit code 2, the message on stderr. */
export class UsageError extends Error {}

export const EXIT = { clean: 0, warnings: 1, usage: 2, internal: 3 } as const;

export const USAGE = `ballpark checks the figures of a draft against published sources.

  ballpark check [FILE|DIR|GLOB|-]...    check drafts; exit 1 where a figure conflicts with its sources
  ballpark explain FILE:LINE:COL         show step by step how one figure was read and judged
  ballpark lookup WORDS...               list the sourced figures of a subject
  ballpark data lint [DIR]               validate figures of your own (default: ballpark.data)
  ballpark eval FILE|DIR                 measure on annotated passages (JSON lines, YAML)
  ballpark lsp --stdio                   run the language server

Options of check:
  --format text|json|ndjson   json is one document, ndjson one line a file (default: text)
  --lang auto|en|fr|...       language of the drafts (default: auto)
  --locale en|fr              language of the messages (default: en)
  --as-of DATE                references count up to this day (default: today)
  --written-on DATE           resolves "last year" (default: front matter, then the file's date)
  --data DIR                  figures of your own; may be repeated
  --config FILE               configuration (default: ballpark.yaml or ballpark.json here)
  --stdin-filename NAME       name for the draft read from -
  --stdin-ndjson              read drafts as lines {"id","text","lang"?,"date"?}, answer one line each
  --all                       text: list supported figures too
  --jobs N                    check N files at a time (default: 1)

Options of eval:
  --json                      figures as JSON        --errors N   list the first N errors
  --predictions FILE          write what was predicted, one passage a line

Exit: 0 no warning, 1 warnings, 2 usage, configuration or unreadable file, 3 internal error.
`;
