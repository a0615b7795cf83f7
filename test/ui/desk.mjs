// The writer's desk on the screen: overview, report, a published figure put into the draft; all by the keyboard.
import { reportFrame } from './audit.mjs';
import { accessible } from './axe.mjs';
import { expect } from './scene.mjs';
import { command, editorText, openFile, SELECTORS, squiggle, wordsOf } from './workbench.mjs';

const ROW = '.tree-explorer-viewlet-tree-view .monaco-list-row';
/** The page of a webview is a frame in a frame. */
const reportPage = (page) => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

export const desk = {
  'the view lists the figures of the draft': async ({ page, shot }) => {
    await openFile(page, 'training.md');
    await squiggle(page).waitFor();
    await command(page, 'Figures of the Draft');
    const row = page.locator(ROW, { hasText: 'DeepSeek-V3' }).first();
    await row.waitFor();
    await shot('figures');
    return wordsOf(page.locator(ROW));
  },
  'a row leads to its place': async ({ page }) => {
    await page.locator(ROW, { hasText: '$5.6 billion' }).first().click();
    await page.locator('.editor-instance .selected-text').first().waitFor();
  },
  'the report has the finding, its number line and its source': async ({ page, shot }) => {
    await command(page, 'Report on This Draft');
    const report = reportPage(page);
    await report.locator('h1', { hasText: 'training.md' }).waitFor();
    await report.locator('article svg[role="img"]').first().waitFor();
    expect((await report.locator('article a[href^="https://"]').count()) > 0, 'no source');
    expect((await report.locator('img, iframe, link, object').count()) === 0, 'it fetches something');
    await shot('report');
    await accessible(await reportFrame(page));
    return (await report.locator('article').first().innerText()).replaceAll(/\s+/g, ' ').slice(0, 160);
  },
  'its place leads back to the draft': async ({ page }) => {
    await reportPage(page).locator('article [data-offset]').first().click();
    await page.locator('.editor-instance.active, .editor-group-container.active .editor-instance').first().waitFor();
  },
  'a published figure is put into the draft, with its source': async ({ page, shot }) => {
    await page.locator(SELECTORS.lines).first().click();
    await page.keyboard.press('Control+End');
    await command(page, 'Insert a Figure');
    await page.locator('.quick-input-title', { hasText: 'Insert a figure' }).waitFor();
    await page.keyboard.type('deepseek v3 gpu hours');
    await page.locator(SELECTORS.paletteRow, { hasText: '2.788 million GPU-hours' }).first().waitFor();
    await shot('search');
    await page.locator(SELECTORS.paletteRow, { hasText: '2.788 million GPU-hours' }).first().click();
    await page.waitForFunction(() => document.querySelector('.tab.dirty'));
    const text = await editorText(page);
    // The screen may break the line anywhere.
    expect(text.replaceAll(' ', '').includes('2.788millionGPU-hours([DeepSeek](https://'), text.slice(-200));
    await shot('inserted');
  },
};
