// What is played on the screen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audited, saved } from './audit.mjs';
import { besides, besidesFrench } from './besides.mjs';
import { desk } from './desk.mjs';
import { hostile } from './hostile.mjs';
import { expect } from './scene.mjs';
import {
  aboveTheFold,
  editorText,
  hover,
  languageStatus,
  openFile,
  palette,
  quickFixes,
  SELECTORS,
  squiggle,
  wordsOf,
} from './workbench.mjs';

const theme = (name) => ({ 'workbench.colorTheme': name });
/** The theme follows the system's. */
const FOLLOWS = {
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
};
/** What is written must be seen in one piece. */
const unwrapped = (name) => ({ ...theme(name), '[markdown]': { 'editor.wordWrap': 'off' } });

const opens = (file, count = 1) => ({
  [`${file} shows what is wrong and nothing else`]: async ({ page, shot }) => {
    await openFile(page, file);
    await squiggle(page).waitFor();
    const found = await page.locator(SELECTORS.squiggle).count();
    expect(found === count, `${found} squiggles`);
    await shot('squiggle');
  },
});

const shows = (...words) => ({
  'the card names the source and links to it': async ({ page, shot }) => {
    const said = await hover(page);
    await shot('hover');
    for (const word of words) expect(said.includes(word), `no "${word}" in: ${said}`);
    expect(await aboveTheFold(page, SELECTORS.hoverLink), 'the source has to be scrolled to');
    return said.slice(0, 160);
  },
  'and draws a number line': async ({ page, shot }) => {
    await page.locator(SELECTORS.hoverPicture).scrollIntoViewIfNeeded();
    await shot('line');
  },
});

const offers = (word) => ({
  [`the menu offers "${word}"`]: async ({ page, shot }) => {
    const titles = await quickFixes(page);
    await shot('menu');
    expect(
      titles.some((title) => title.includes(word)),
      titles.join(' | '),
    );
    return titles.join(' | ').replaceAll('\n', ' ');
  },
});

const mends = {
  'the fix is written and the squiggle goes': async ({ page, shot, folder }) => {
    await page.locator(SELECTORS.menuItem, { hasText: 'dollars' }).first().click();
    await squiggle(page).waitFor({ state: 'detached' });
    const text = await editorText(page);
    expect(text.includes('1,6 milliard de dollars'), text);
    await page.keyboard.press('Control+S');
    await page.waitForFunction(() => !document.querySelector('.tab.dirty'));
    expect(readFileSync(join(folder, 'serveurs.md'), 'utf8').includes('1,6 milliard de dollars'), 'not in the file');
    await shot('fixed');
  },
};

/** The file is written by the editor's hand where the server has none. */
const ignoredForTheFolder = {
  'a finding is ignored for the folder, in its file': async ({ page, folder }) => {
    await openFile(page, 'training.md');
    await quickFixes(page);
    await page.locator(SELECTORS.menuItem, { hasText: 'ballpark-ignore.json' }).first().click();
    await page.locator(SELECTORS.paletteInput).first().waitFor();
    await page.keyboard.type('a slip of the pen');
    await page.keyboard.press('Enter');
    await squiggle(page).waitFor({ state: 'detached' });
    const [entry] = JSON.parse(readFileSync(join(folder, 'ballpark-ignore.json'), 'utf8'));
    expect(entry.rule === 'wrong-magnitude' && entry.reason === 'a slip of the pen', JSON.stringify(entry));
  },
};

/** From the squiggle to the saved text, as a person goes. */
const story = {
  ...opens('serveurs.md'),
  'the Problems panel lists it': async ({ page, shot }) => {
    await page.locator(SELECTORS.problems).click();
    const row = page.locator(SELECTORS.problem, { hasText: 'ballpark' }).first();
    await row.waitFor();
    await shot('problems');
    await page.keyboard.press('Control+J'); // room for what follows
    return (await wordsOf(row)).slice(0, 160);
  },
  ...shows('SemiAnalysis', '31 January 2025'),
  'the status item counts the figures': async ({ page, shot }) => {
    const said = await languageStatus(page, '2 figures');
    await shot('status');
    return said;
  },
  'the list of figures names both': async ({ page, shot }) => {
    const pane = page.locator(SELECTORS.pane('Figures of the draft'));
    await pane.locator('.pane-header').click();
    const row = pane.locator('.monaco-list-row', { hasText: '1,6 milliard' }).first();
    await row.waitFor();
    await shot('figures');
    const said = await wordsOf(pane.locator('.monaco-list-row'));
    expect(said.includes('2 048'), said);
    return said;
  },
  ...offers('dollars'),
  ...mends,
};

const english = { ...opens('training.md'), ...shows('DeepSeek', '27 December 2024') };

/** Without a mouse: to the finding, its card, its fix. */
const keyboard = {
  'the keyboard alone reaches the finding': async ({ page }) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Alt+Shift+F8');
    await page.locator(SELECTORS.caret, { hasText: 'Ln 5' }).waitFor();
  },
  'and its card': async ({ page, shot }) => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator(SELECTORS.hoverLink).first().waitFor({ state: 'attached' });
    await shot('keyboard');
    await page.keyboard.press('Escape');
  },
  'and mends it': async ({ page, shot }) => {
    await page.keyboard.press('Control+.');
    await page.locator(SELECTORS.menuItem).first().waitFor();
    await page.keyboard.press('Enter');
    await squiggle(page).waitFor({ state: 'detached' });
    const text = await editorText(page);
    expect(text.includes('DeepSeek-V3 cost $5.6 million to train.'), text);
    await shot('mended');
  },
};

export const scenes = {
  light: { settings: theme('Default Light Modern'), steps: story },
  dark: { settings: theme('Default Dark Modern'), steps: { ...english, ...offers('million') } },
  contrast: { settings: theme('Default High Contrast'), steps: { ...english, ...keyboard } },
  contrast_light: { settings: theme('Default High Contrast Light'), steps: english },
  french: {
    locale: 'fr',
    steps: {
      ...opens('serveurs.md'),
      ...shows('SemiAnalysis', '1,6 milliard de dollars'),
      ...offers('Ignorer'),
      'the commands are French': async ({ page, shot }) => {
        await page.keyboard.press('Escape');
        const row = await palette(page, 'Vérifier');
        await shot('palette');
        return wordsOf(row);
      },
    },
  },
  report: {
    settings: theme('Default Light Modern'),
    steps: { ...audited('disputed.md', 'Report on This Draft'), ...saved('disputed.ballpark.html') },
  },
  report_contrast: {
    settings: theme('Default High Contrast'),
    steps: audited('training.md', 'Report on This Draft'),
  },
  besides: { settings: { ...unwrapped('Default Light Modern'), ...FOLLOWS }, steps: besides },
  besides_fr: { locale: 'fr', settings: unwrapped('Default Dark Modern'), steps: besidesFrench },
  desk: { settings: theme('Default Dark Modern'), steps: desk },
  margins: {
    settings: { ...theme('Default Light Modern'), 'ballpark.inlayHints': true, 'ballpark.codeLens': true },
    steps: {
      'hints and lenses stand beside the text, once they are wanted': async ({ page, shot }) => {
        await openFile(page, 'disputed.md');
        await squiggle(page).waitFor();
        const hint = page.locator('.view-line', { hasText: 'Stanford HAI, 15 April 2024' }).first();
        await hint.waitFor();
        const lens = page.locator('.codelens-decoration', { hasText: '3 figures' }).first();
        await lens.waitFor();
        await shot('margins');
        return `${await wordsOf(lens)} ${await wordsOf(hint)}`;
      },
    },
  },
  hostile: { drafts: 'test/ui/hostile', settings: theme('Default Light Modern'), steps: hostile },
  web: {
    web: true,
    settings: theme('Default Light Modern'),
    steps: {
      ...opens('serveurs.md'),
      'it runs in the page: no server process has it': async ({ served }) => {
        expect(served.includes('dist/client.web.js') && served.includes('dist/server.web.js'), served.join());
        expect(!served.includes('dist/client.js') && !served.includes('dist/server.js'), served.join());
      },
      ...shows('SemiAnalysis', '31 January 2025'),
      ...offers('dollars'),
      ...mends,
      ...ignoredForTheFolder,
    },
  },
  restricted: {
    trusted: false,
    steps: {
      'Restricted Mode is on': ({ page }) =>
        page.locator(SELECTORS.restricted, { hasText: 'Restricted Mode' }).waitFor(),
      ...opens('serveurs.md'),
    },
  },
};
