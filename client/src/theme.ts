import { ColorThemeKind, commands, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { THEME, type Theme } from '../../server/src/host/messages.ts';

const LIGHT: readonly ColorThemeKind[] = [ColorThemeKind.Light, ColorThemeKind.HighContrastLight];

/** What the server's pictures will lie on. */
export const theme = (): Theme => (LIGHT.includes(window.activeColorTheme.kind) ? 'light' : 'dark');

/** Tells the server whenever the theme changes. */
export const followTheme = (client: BaseLanguageClient): Disposable =>
  window.onDidChangeActiveColorTheme(() => {
    if (client.isRunning()) void client.sendNotification(THEME, theme());
    // a card that stands open was drawn for the theme before
    commands.executeCommand('editor.action.hideHover').then(undefined, () => {});
  });
