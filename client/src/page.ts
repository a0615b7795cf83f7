import { l10n } from 'vscode';
import type { PageResult } from '../../server/src/host/messages.ts';

/** Theme colours of the editor with plain ones behind them, for the page saved or printed. */
const CSS = `
:root { color-scheme: light dark; }
body { font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--vscode-foreground, #1f2328);
  background: var(--vscode-editor-background, #ffffff); max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0; }
a { color: var(--vscode-textLink-foreground, #0a4f96); text-decoration: underline; }
a:focus-visible, button:focus-visible { outline: 2px solid var(--vscode-focusBorder, #0a4f96); outline-offset: 2px; }
article { border: 0 solid; border-left-width: 4px; padding: 0 1rem; margin: 1.5rem 0; break-inside: avoid; }
article.warning { border-left-style: solid; } article.information { border-left-style: dashed; } article.hint, article.ignored { border-left-style: dotted; }
blockquote { margin: .5rem 0; padding: .5rem 1rem; background: var(--vscode-textBlockQuote-background, transparent); border-left: 1px solid; }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline wavy; text-underline-offset: 3px; }
svg { max-width: 100%; height: auto; display: block; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { overflow-wrap: anywhere; text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid; }
button { font: inherit; color: var(--vscode-button-foreground, #ffffff); background: var(--vscode-button-background, #0a4f96); border: 1px solid var(--vscode-contrastBorder, transparent); padding: .3rem .8rem; margin-right: .5rem; cursor: pointer; }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { --ballpark-claim: #ff9d8f; --ballpark-source: #79c0ff; --ballpark-superseded: #c4c4c4; }
@media print { nav { display: none; } body, body[class] { color: #000; background: #fff; --ballpark-claim: initial; --ballpark-source: initial; --ballpark-superseded: initial; } a { color: #000; } }
`;

/** Clicks on places and buttons become messages; nothing else runs. */
const SCRIPT = `
const api = acquireVsCodeApi();
document.addEventListener('click', (event) => {
  const place = event.target.closest('[data-offset]');
  const save = event.target.closest('[data-save]');
  if (place) { event.preventDefault(); api.postMessage({ offset: Number(place.dataset.offset) }); }
  if (save) api.postMessage({ save: save.dataset.save });
  if (event.target.closest('[data-print]')) window.print();
});
`;

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const attribute = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The page in the editor: strict policy, our own style and script by their nonce, nothing from anywhere. */
export function pageOf({ html, locale }: PageResult): string {
  const key = nonce();
  const policy = `default-src 'none'; style-src 'nonce-${key}'; script-src 'nonce-${key}'`;
  const button = (data: string, text: string): string => `<button type="button" ${data}>${attribute(text)}</button>`;
  const buttons = [
    button('data-save="markdown"', l10n.t('Export as Markdown')),
    button('data-save="html"', l10n.t('Export as HTML')),
    button('data-print', l10n.t('Print')),
  ];
  return `<!DOCTYPE html><html lang="${attribute(locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>Ballpark</title><style nonce="${key}">${CSS}</style></head><body><nav aria-label="${attribute(l10n.t('Export'))}">${buttons.join('')}</nav><main>${html}</main><script nonce="${key}">${SCRIPT}</script></body></html>`;
}

/** The page as a file of its own: no script at all. */
export const printable = ({ html, locale }: PageResult): string =>
  `<!DOCTYPE html><html lang="${attribute(locale)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>Ballpark</title><style>${CSS}</style></head><body><main>${html}</main></body></html>\n`;
