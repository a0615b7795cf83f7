// The workbench as a person meets it: what stands where on its screen (VS Code 1.139), and how it is reached.

export const SELECTORS = {
  workbench: '.monaco-workbench',
  file: (name) => `.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`,
  tab: (name) => `.tab[data-resource-name="${name}"]`,
  lines: '.editor-instance .view-lines',
  squiggle: '.editor-instance .squiggly-warning',
  problems: '[id="status.problems"] a',
  problem: '.markers-panel .monaco-list-row',
  hover: '.monaco-hover:not(.hidden) .hover-row, .monaco-resizable-hover .hover-row',
  hoverLink: '.monaco-hover a[data-href^="https://"]',
  hoverPicture: '.monaco-hover img[src^="data:image/svg+xml"]',
  languageStatus: '[id="status.languageStatus"]',
  languageStatusRow: '.hover-language-status .element',
  menuItem: '.action-widget .monaco-list-row',
  pane: (title) => `.pane:has(.pane-header[aria-label^="${title}" i])`,
  caret: '[id="status.editor.selection"]',
  paletteInput: '.quick-input-widget input',
  paletteRow: '.quick-input-list .monaco-list-row',
  restricted: '[id="status.workspaceTrust"]',
};

export async function openFile(page, name) {
  await page.locator(SELECTORS.file(name)).dblclick();
  await page.waitForSelector(SELECTORS.tab(name));
}

export const squiggle = (page) => page.locator(SELECTORS.squiggle).first();

const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/** Middle of the first squiggle, in pixels. */
async function middle(page) {
  await squiggle(page).waitFor();
  return middleOf(await squiggle(page).boundingBox());
}

/** Middle of the squiggle in the line that holds `words`. */
export async function squiggleBeside(page, words) {
  await squiggle(page).waitFor();
  const line = await page.locator('.view-line', { hasText: words }).first().boundingBox();
  const boxes = await Promise.all((await page.locator(SELECTORS.squiggle).all()).map((found) => found.boundingBox()));
  const box = boxes.find(({ y }) => y >= line.y - 2 && y < line.y + line.height);
  if (!box) throw new Error(`no squiggle beside "${words}"`);
  return middleOf(box);
}

/** Points at the squiggle until the card with its links is there; gives the card's words. */
export async function hover(page, at) {
  const { x, y } = at ?? (await middle(page));
  await page.mouse.move(x, y - 60);
  await page.mouse.move(x, y, { steps: 5 });
  await page.locator(SELECTORS.hoverLink).first().waitFor({ state: 'attached' });
  return wordsOf(page.locator(SELECTORS.hover));
}

/** The first such element of the card is seen whole without scrolling. */
export const aboveTheFold = (page, selector) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const card = element.closest('.monaco-hover').getBoundingClientRect();
      return top >= card.top && bottom <= card.bottom;
    });

/** What the language status says of the draft. */
export async function languageStatus(page, words) {
  await page.locator(SELECTORS.languageStatus).hover();
  const row = page.locator(SELECTORS.languageStatusRow, { hasText: words }).first();
  await row.waitFor();
  return wordsOf(row);
}

/** Asks again so often for a menu that the editor closes while it is still drawing. */
const ASKED = 3;

/** Opens the light bulb's menu on the squiggle; gives its titles. A second key press does what a user would do. */
export async function quickFixes(page, at) {
  const { x, y } = at ?? (await middle(page));
  const rows = page.locator(SELECTORS.menuItem);
  for (let asked = 1; ; asked++) {
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
    try {
      await rows.first().waitFor({ timeout: asked < ASKED ? 8000 : 30_000 });
      return await rows.allInnerTexts();
    } catch (error) {
      if (asked === ASKED) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Words of an element in one line. */
export const wordsOf = async (locator) => (await locator.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');

/** What stands in the editor, in one line. */
export const editorText = (page) => wordsOf(page.locator(SELECTORS.lines).first());

/** Runs the command whose title holds some words. */
export async function command(page, words) {
  await palette(page, words);
  await page.keyboard.press('Enter');
}

/** F1, some words; gives the row whose title holds them. */
export async function palette(page, words) {
  await page.keyboard.press('F1');
  await page.locator(SELECTORS.paletteInput).first().waitFor();
  await page.keyboard.type(words);
  const row = page.locator(SELECTORS.paletteRow, { hasText: words }).first();
  await row.waitFor();
  return row;
}
