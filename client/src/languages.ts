import type { TextDocument } from 'vscode';

/** Sent to the server; it checks Markdown on its own, the other only when asked. */
export const LANGUAGES = ['markdown', 'plaintext'] as const;

export const isDraft = (document: TextDocument): boolean =>
  LANGUAGES.some((language) => language === document.languageId);
