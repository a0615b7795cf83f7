import { type Disposable, window } from 'vscode';

const HINT_MS = 5000;

/** A passing remark in the status bar: no dialog, nothing to close. */
export const remark = (text: string): Disposable => window.setStatusBarMessage(`Ballpark: ${text}`, HINT_MS);
