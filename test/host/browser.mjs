// A Chromium: CHROMIUM_PATH, else an installed one, else the one that npm brought.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { cached, step } from './cache.mjs';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const SYSTEM_FONTS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/** In place of the package's own, which names folders of another machine. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

const hasFonts = () =>
  SYSTEM_FONTS.some(
    (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((f) => /\.[ot]tf$/.test(f)),
  );

/** Unpacks the npm-borne Chromium with the libraries and fonts that a bare Debian lacks. */
async function fromNpm() {
  const folderOfPackage = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(readFileSync(join(folderOfPackage, 'package.json'), 'utf8'));
  const home = await cached(`chromium-${version}`, `@sparticuz/chromium@${version} with fonts.conf`, (folder) => {
    const bin = join(folderOfPackage, 'bin');
    const inflate = (name) => brotliDecompressSync(readFileSync(join(bin, name)));
    writeFileSync(join(folder, 'chromium'), inflate('chromium.br'));
    chmodSync(join(folder, 'chromium'), 0o755);
    for (const name of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) {
      writeFileSync(join(folder, name), inflate(`${name}.br`));
      step(`unpack ${name}`, 'tar', ['-xf', join(folder, name), '-C', folder], folder);
      rmSync(join(folder, name));
    }
    writeFileSync(join(folder, 'fonts.conf'), FONTS);
  });
  const libraries = [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, ...(hasFonts() ? {} : { FONTCONFIG_PATH: home }) },
  };
}

/** Where the browser is, and the environment it needs. */
export async function ensureBrowser() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) {
    if (!existsSync(wished)) throw new Error(`CHROMIUM_PATH names no file: ${wished}`);
    return { executablePath: wished, env: {} };
  }
  const installed = onPath(INSTALLED);
  if (installed) return { executablePath: installed, env: {} };
  try {
    return await fromNpm();
  } catch (error) {
    throw new Error(
      `no browser: CHROMIUM_PATH is not set, none of ${INSTALLED.join(', ')} is installed, and @sparticuz/chromium cannot be unpacked (${error.message})`,
    );
  }
}

export async function launchBrowser() {
  const { executablePath, env } = await ensureBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
