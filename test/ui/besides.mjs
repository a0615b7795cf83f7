// What can be put beside an amount: the other side of a dispute, a date, a source. The theme changes under an open card.
import { expect } from './scene.mjs';
import { editorText, hover, openFile, quickFixes, SELECTORS } from './workbench.mjs';

const INFO = '.editor-instance .squiggly-info';

/** The menu on the words of the draft; gives its titles. */
async function menuOn(page, words) {
  await page.keyboard.press('Escape');
  return quickFixes(page, await placeOf(page, words));
}

/** Middle of some words on the screen. */
const placeOf = (page, words) =>
  page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector('.editor-instance .view-lines'),
      NodeFilter.SHOW_TEXT,
    );
    const plain = (value) => value.replaceAll(/[\u00A0\u202F]/g, ' ');
    while (walker.nextNode()) {
      const at = plain(walker.currentNode.data).indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + text.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`"${text}" is not on the screen`);
  }, words);

const choose = (page, words) => page.locator(SELECTORS.menuItem, { hasText: words }).first().click();
const plain = (text) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

async function written(page, words) {
  for (let i = 0; i < 50; i++) {
    const text = plain(await editorText(page));
    if (text.includes(words)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`not written: ${words}: ${await editorText(page)}`);
}

const step =
  ({ on, offers, chosen, result, gone }) =>
  async ({ page, shot }) => {
    const titles = (await menuOn(page, on)).map(plain);
    await shot('menu');
    for (const title of offers)
      expect(
        titles.some((one) => one.includes(title)),
        `no "${title}": ${titles.join(' | ')}`,
      );
    await choose(page, chosen);
    await written(page, result);
    if (gone) await page.locator(gone).first().waitFor({ state: 'detached' });
    await shot('after');
    return titles.join(' | ').replaceAll('\n', ' ');
  };

/** Fill of the first words in the card's picture. */
const ink = (page) =>
  page
    .locator(SELECTORS.hoverPicture)
    .first()
    .evaluate((image) => /fill="(#\w+)"/.exec(atob(image.src.split('base64,')[1]))[1]);

export const besides = {
  'a dispute and a superseded figure are told apart': async ({ page, shot }) => {
    await openFile(page, 'disputed.md');
    await page.locator(INFO).first().waitFor();
    expect((await page.locator(INFO).count()) === 1, 'not one dispute');
    expect((await page.locator(SELECTORS.squiggle).count()) === 1, 'not one superseded figure');
    await shot('drafts');
  },
  'both figures of the dispute are stated, and it is settled': step({
    on: '10,000',
    offers: ['State both', 'according to SemiAnalysis', 'Add “about”', 'Cite SemiAnalysis in a footnote'],
    chosen: 'State both',
    result: 'DeepSeek owns 10,000 H100 GPUs (about 50,000 according to Alexandr Wang), and the quarrel',
    gone: INFO,
  }),
  'the superseded figure gets its date': step({
    on: '$157 billion',
    offers: ['Write “$852 billion”', 'Add “as of October 2024”'],
    chosen: 'as of October 2024',
    result: 'is worth $157 billion as of October 2024, or was',
    gone: SELECTORS.squiggle,
  }),
  'an estimate that agrees gets its source': step({
    on: '$78 million',
    offers: ['according to Stanford HAI', 'Cite Stanford HAI'],
    chosen: 'according to Stanford HAI',
    result: 'cost $78 million, according to Stanford HAI, which nobody',
  }),
  'an open card goes when the theme changes, and the next is drawn for it': async ({ page, shot }) => {
    const at = await placeOf(page, '$78 million');
    await hover(page, at);
    expect((await ink(page)) === '#1f2328', 'not drawn for a light theme');
    await shot('light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('.monaco-workbench.vs-dark').waitFor();
    await page.locator(SELECTORS.hoverLink).first().waitFor({ state: 'hidden' });
    await shot('switched');
    await page.mouse.move(5, 5);
    await hover(page, at);
    await page.waitForTimeout(300);
    expect((await ink(page)) === '#f0f0f0', 'still drawn for a light theme');
    await shot('dark');
  },
};

export const besidesFrench = {
  'les deux chiffres du litige sont donnés': async (scene) => {
    await openFile(scene.page, 'contestes.md');
    await scene.page.locator(INFO).first().waitFor();
    return step({
      on: '10 000',
      offers: ['Donner les deux', 'selon SemiAnalysis', 'Ajouter « environ »'],
      chosen: 'Donner les deux',
      result: 'possède 10 000 GPU H100 (environ 50 000 GPU selon Alexandr Wang), et la querelle',
      gone: INFO,
    })(scene);
  },
  'le chiffre dépassé reçoit sa date': step({
    on: '157 milliards',
    offers: ['Ajouter « en octobre 2024 »'],
    chosen: 'en octobre 2024',
    result: '157 milliards de dollars en octobre 2024',
    gone: SELECTORS.squiggle,
  }),
};
