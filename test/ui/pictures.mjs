// The README's pictures, made by hand: `node test/ui/run.mjs --picture`. A tall window gives the card room.
import { join } from 'node:path';
import { root } from '../host/cache.mjs';
import { reportFrame } from './audit.mjs';
import { command, hover, openFile, quickFixes, SELECTORS, squiggle, squiggleBeside } from './workbench.mjs';

const WIDTH = 1000;
const images = (name) => join(root, 'docs/images', `${name}.png`);

export const picture = {
  drafts: 'examples/en',
  viewport: { width: WIDTH, height: 2000 },
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.activityBar.location': 'hidden',
    'breadcrumbs.enabled': false,
    'editor.hover.above': false,
    'editor.lineNumbers': 'off',
    'editor.glyphMargin': false,
    'editor.folding': false,
    'editor.occurrencesHighlight': 'off',
    'editor.selectionHighlight': false,
    'editor.scrollbar.vertical': 'hidden',
  },
  steps: {
    'the example with a card': async ({ page }) => {
      await openFile(page, 'deepseek-and-its-rivals.md');
      await squiggle(page).waitFor();
      await page.keyboard.press('Control+B');
      await page.waitForTimeout(1500);
      const at = await squiggleBeside(page, 'for the brightest graduates');
      await hover(page, at);
      await page.waitForTimeout(800);
      await page.screenshot({ path: images('hover'), clip: { x: 0, y: at.y - 110, width: WIDTH, height: 640 } });
    },
    'the menu of fixes': async ({ page }) => {
      await page.mouse.move(5, 5);
      await page.keyboard.press('Escape');
      await quickFixes(page, await squiggleBeside(page, 'would have spent'));
      await page.waitForTimeout(400);
      const { y } = await page.locator(SELECTORS.menuItem).first().boundingBox();
      await page.screenshot({ path: images('fixes'), clip: { x: 0, y: y - 130, width: WIDTH, height: 330 } });
      await page.keyboard.press('Escape');
    },
    'the report': async ({ page }) => {
      await command(page, 'Report on This Draft');
      await reportFrame(page);
      await page.waitForTimeout(1000);
      const { y } = await page.locator('iframe.webview.ready').first().boundingBox();
      await page.screenshot({ path: images('report'), clip: { x: 0, y: y - 40, width: WIDTH, height: 760 } });
    },
  },
};
