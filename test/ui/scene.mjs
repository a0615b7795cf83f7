// A scene: an empty VS Code with the VSIX installed, a folder of drafts, a page; steps are counted.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../host/browser.mjs';
import { root } from '../host/cache.mjs';
import { emptyData, startServer, workbenchUrl } from '../host/server.mjs';
import { giveToPage } from './webHost.mjs';
import { SELECTORS } from './workbench.mjs';

const STEP_LIMIT = 30_000;
/** Cards and menus fade in and out for so long, in ms. */
const FADE = 400;
/** What the pictures do without. */
const PLAIN = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'window.commandCenter': false,
  'workbench.reduceMotion': 'on',
};
const VIEWPORT = { width: 1180, height: 720 };

export const out = join(root, 'out');
export const count = { passed: 0, failed: 0 };

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

/**
 * Plays one scene on a copy of `installed`, a data folder with the VSIX in it. `settings` are the user's, `locale` the display language, `trusted` false opens the folder in
 * Restricted Mode; `web` runs it in the page, `served` then says what the page asked for; `drafts` is copied into it. `play({ page, step, shot, folder })`; after a failed step the rest of the scene is failed too.
 */
export async function scene(
  name,
  installed,
  { settings = {}, locale, trusted = true, web = false, drafts = 'test/ui/drafts', viewport = VIEWPORT, steps },
) {
  console.log(`\n  ${name}`);
  mkdirSync(out, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'scene-'));
  const folder = join(home, 'drafts');
  cpSync(join(root, drafts), folder, { recursive: true });
  let data;
  let server;
  let browser;
  let page;
  let number = 0;
  const shot = async (what) => {
    await page.waitForTimeout(FADE);
    await page.screenshot({ path: join(out, `${name}-${++number}-${what}.png`) });
  };
  let at = 'start';
  let left = Object.keys(steps).length + 1;
  const done = (what, started, note) => {
    count.passed++;
    left--;
    console.log(`    ✔ ${what} (${Date.now() - started} ms)${note ? `: ${note}` : ''}`);
  };
  try {
    const started = Date.now();
    data = emptyData();
    if (!web) cpSync(installed, data, { recursive: true });
    server = await startServer({
      data,
      settings: { ...PLAIN, ...settings },
      args: trusted ? ['--disable-workspace-trust'] : [],
    });
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport });
    if (locale)
      await context.addInitScript((tag) => {
        globalThis._VSCODE_NLS_LANGUAGE = tag;
      }, locale);
    const served = web ? await giveToPage(context, server, installed) : [];
    page = await context.newPage();
    page.setDefaultTimeout(STEP_LIMIT);
    await page.goto(workbenchUrl(server, folder));
    await page.waitForSelector(SELECTORS.workbench);
    done('the workbench opens', started);
    for (const [what, play] of Object.entries(steps)) {
      at = what;
      const begun = Date.now();
      done(what, begun, await play({ page, shot, folder, served }));
    }
  } catch (error) {
    count.failed += left;
    console.log(`    ✘ ${at}\n      ${String(error.message).split('\n').slice(0, 8).join('\n      ')}`);
    if (left > 1) console.log(`      (and ${left - 1} steps after it)`);
    await page?.screenshot({ path: join(out, `${name}-failure.png`) }).catch(() => {});
  } finally {
    await browser?.close();
    await server?.stop();
    for (const used of [data, home]) {
      if (used) rmSync(used, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}
