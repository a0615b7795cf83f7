// Draws the extension's icon: `node scripts/icon.mjs` writes docs/images/icon.png.
// A number line: the interval of the sources, the writer's figure a little outside it.
import { join } from 'node:path';
import { launchBrowser } from '../test/host/browser.mjs';
import { root } from '../test/host/cache.mjs';

const SIZE = 256;
const ticks = [40, 84, 128, 172, 216].map((x) => `<path d="M${x} 142v20"/>`).join('');
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 256 256">
  <defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1">
    <stop offset="0" stop-color="#1f4e79"/><stop offset="1" stop-color="#12304c"/>
  </linearGradient></defs>
  <rect width="256" height="256" rx="56" fill="url(#g)"/>
  <rect x="62" y="118" width="96" height="34" rx="17" fill="#4fc1a6"/>
  <g stroke="#dfe9f3" stroke-width="10" stroke-linecap="round" fill="none"><path d="M34 152h188"/>${ticks}</g>
  <circle cx="194" cy="96" r="22" fill="#ffb454"/>
  <path d="M194 118v30" stroke="#ffb454" stroke-width="8" stroke-linecap="round"/>
  <path d="M150 208q7-13 14 0t14 0 14 0 14 0 14 0" transform="translate(9 -6)" stroke="#ffb454" stroke-width="7"
    stroke-linecap="round" fill="none"/>
</svg>`;

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: join(root, 'docs/images/icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
