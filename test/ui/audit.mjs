// The report under axe-core, in the editor and saved as a file of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible } from './axe.mjs';
import { expect } from './scene.mjs';
import { command, openFile, SELECTORS, squiggle } from './workbench.mjs';

/** The frame in which the report's page lies. */
export async function reportFrame(page) {
  await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('h1').waitFor();
  for (const frame of page.frames()) if (await frame.locator('main > h1').count()) return frame;
  throw new Error('no report');
}

/** `words`: of the command, in the language of the scene. */
export const audited = (file, words) => ({
  'the report has no accessibility violation': async ({ page, shot }) => {
    await openFile(page, file);
    await squiggle(page).waitFor();
    await command(page, words);
    const frame = await reportFrame(page);
    await shot('report');
    return accessible(frame);
  },
});

export const saved = (file) => ({
  'saved as HTML it has none either, light or dark, and runs no script': async ({ page, folder }) => {
    const target = join(folder, file);
    await (await reportFrame(page)).locator('button[data-save="html"]').click();
    const input = page.locator(SELECTORS.paletteInput).first();
    await input.waitFor();
    await input.fill(target);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => !document.querySelector('.quick-input-widget:not([style*="display: none"]) input'),
    );
    const html = await until(() => readFileSync(target, 'utf8'));
    expect(!html.includes('<script'), 'a script');
    const said = [];
    for (const colorScheme of ['light', 'dark']) {
      const reader = await page.context().browser().newPage({ colorScheme });
      await reader.goto(pathToFileURL(target).href);
      said.push(`${colorScheme}: ${await accessible(reader.mainFrame())}`);
      await reader.close();
    }
    return said.join(', ');
  },
});

async function until(get, tries = 50) {
  for (let i = 0; ; i++) {
    try {
      return get();
    } catch (error) {
      if (i === tries) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
