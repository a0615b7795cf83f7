/** What the server may ask of the machine it runs on. Paths are file URIs; anything else answers null. */
export interface Host {
  /** Text of a regular file of at most 1 MB; null where it cannot be read. */
  read(uri: string): Promise<string | null>;
  /** False where it could not be written. */
  write(uri: string, text: string): Promise<boolean>;
  /** ISO date of the last change; null where unknown. */
  modified(uri: string): Promise<string | null>;
  /** URIs of the regular files of a folder and those in it, sorted; [] where there is none, or where links lead out of `root`. */
  list(uri: string, root: string): Promise<readonly string[]>;
  /** Today, ISO. */
  today(): string;
}

/** A host without files: untitled drafts, tests. */
export const NO_FILES: Host = {
  read: async () => null,
  write: async () => false,
  modified: async () => null,
  list: async () => [],
  today: () => isoDay(new Date()),
};

/** The local calendar day, ISO. */
export function isoDay(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
