// Runs the mocha suite in the extension host of the npm-borne VS Code, its window in a headless Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root } from './cache.mjs';
import { remoteUri, startServer, workbenchUrl } from './server.mjs';

const LIMIT = Number(process.env.TEST_LIMIT_MS ?? 280_000);

/** Exit code of the suite: 0 where `run()` resolved. Rejects where no result came. */
export async function runRemote({ workspace, suite, settings, restricted, verbose }) {
  const log = (text) => verbose && process.stderr.write(`${text}\n`);
  const server = await startServer({ args: restricted ? [] : ['--disable-workspace-trust'], settings, log });
  const heard = [];
  let browser;
  let page;
  try {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${why}; the page's last lines:\n${heard.slice(-15).join('\n')}`));
      const timer = setTimeout(() => fail(`no result in ${LIMIT / 1000} s`), LIMIT);
      const hear = (text) => {
        heard.push(text.slice(0, 300));
        log(text);
      };
      page.on('pageerror', (error) => hear(String(error)));
      page.on('console', (message) => hear(message.text()));
      page.on('crash', () => fail('the page crashed'));
      const open = async () => {
        // VS Code calls these two when they are there: its own smoke tests rely on them.
        await page.exposeFunction('codeAutomationLog', (_type, args) => {
          const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
          if (line.includes('[mocha]')) console.log(line.replace(/^.*?\[mocha\] ?/s, ''));
        });
        await page.exposeFunction('codeAutomationExit', (code) => {
          clearTimeout(timer);
          resolve(code);
        });
        await page.goto(
          workbenchUrl(server, workspace, [
            ['extensionDevelopmentPath', remoteUri(server, root)],
            ['extensionTestsPath', remoteUri(server, suite)],
          ]),
        );
      };
      open().catch(reject);
    });
  } catch (error) {
    mkdirSync(join(root, 'out'), { recursive: true });
    await page?.screenshot({ path: join(root, 'out/host-failure.png') }).catch(() => {});
    throw error;
  } finally {
    await browser?.close();
    await server.stop();
  }
}
