// A workspace whose data want to be more than text: nothing of it acts, nothing is fetched.
import { reportFrame } from './audit.mjs';
import { accessible } from './axe.mjs';
import { expect } from './scene.mjs';
import { command, hover, openFile, quickFixes, SELECTORS, squiggle, wordsOf } from './workbench.mjs';

const CARD = '.monaco-hover:not(.hidden), .monaco-resizable-hover';
const EVIL = 'evil.invalid';
const asked = [];

export const hostile = {
  'the finding names its source as plain text': async ({ page, shot }) => {
    page.context().on('request', (request) => asked.push(request.url()));
    await openFile(page, 'draft.md');
    await squiggle(page).waitFor();
    const said = await hover(page);
    await shot('hover');
    for (const words of ['![p](https://evil.invalid/publisher.png)', '$(trash)', '<img src='])
      expect(said.includes(words), `no "${words}" in: ${said}`);
    return said.slice(0, 160);
  },
  'its card has no link but to the source and the rule, no picture but the number line': async ({ page }) => {
    const links = await page.locator(`${CARD} >> a`).evaluateAll((all) => all.map((a) => a.dataset.href ?? a.href));
    const wrong = links.filter(
      (href) =>
        !href.startsWith('https://example.org/') &&
        !/docs\/rules\/wrong-magnitude\.md$/.test(href) &&
        !/^command:|^#?$/.test(href),
    );
    expect(wrong.length === 0 && links.some((href) => href.startsWith('https://example.org/')), links.join(' | '));
    const close = links.filter((href) => href.includes('closeWindow'));
    expect(close.length === 0, close.join());
    const images = await page.locator(`${CARD} >> img`).evaluateAll((all) => all.map(({ src }) => src.slice(0, 30)));
    expect(
      images.every((src) => src.startsWith('data:image/svg+xml')),
      images.join(),
    );
    expect(
      (await page.locator(`${CARD} >> script, ${CARD} >> iframe, ${CARD} >> .codicon-trash`).count()) === 0,
      'it acts',
    );
  },
  'nor does it act in the menu': async ({ page, shot }) => {
    const titles = await quickFixes(page);
    await shot('menu');
    expect(
      titles.some((title) => title.includes('$(trash)')),
      titles.join(' | '),
    );
    expect(
      (await page.locator(`${SELECTORS.menuItem} .codicon-trash, ${SELECTORS.menuItem} img`).count()) === 0,
      'a picture',
    );
    await page.keyboard.press('Escape');
  },
  'in the list of figures': async ({ page }) => {
    const pane = page.locator(SELECTORS.pane('Figures of the draft'));
    await pane.locator('.pane-header').click();
    await pane.locator('.monaco-list-row', { hasText: '$7 billion' }).first().waitFor();
    return wordsOf(pane.locator('.monaco-list-row'));
  },
  'or in the report': async ({ page, shot }) => {
    await command(page, 'Report on This Draft');
    const frame = await reportFrame(page);
    await shot('report');
    expect(
      (await frame.locator('img, iframe, link, object, main script, [onerror], [onload]').count()) === 0,
      'it acts',
    );
    const hrefs = await frame.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(
      hrefs.every((href) => href.startsWith('#') || href.startsWith('https://example.org/')),
      hrefs.join(' | '),
    );
    return accessible(frame);
  },
  'and nothing was fetched': async () => {
    const wrong = asked.filter((url) => url.includes(EVIL) || url.includes('example.org'));
    expect(wrong.length === 0 && asked.length > 0, wrong.join());
    return `${asked.length} requests, all of the editor’s own`;
  },
};
