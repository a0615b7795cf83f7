/** Where a command reads and writes; `today` is an ISO day. */
export interface Terminal {
  /** Resolves when the reader can take more; false once it has gone away. */
  readonly out: (text: string) => Promise<boolean>;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  readonly today: string;
  /** The packed built-in data. */
  readonly builtin: string;
  readonly version: string;
  /** The words after `ballpark`, and the bundle that threads run. */
  readonly argv: readonly string[];
  readonly script: string;
}

/** The process's own streams. A reader that goes away (`| head`) ends the output quietly. */
export function processTerminal(builtin: string, version: string, script: string): Terminal {
  let open = true;
  const { stdout, stderr, stdin } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    open = false;
  });
  stderr.on('error', () => {});
  return {
    out: async (text) => {
      if (open && !stdout.write(text)) await roomAgain(stdout);
      return open;
    },
    err: (text) => {
      stderr.write(text);
    },
    stdin,
    today: localDay(new Date()),
    builtin,
    version,
    argv: process.argv.slice(2),
    script,
  };
}

/** Resolves when the stream can take more, or never will. */
function roomAgain(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stream.on(event, done);
  });
}

/** The calendar day where the writer is, not in Greenwich. */
export function localDay(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
