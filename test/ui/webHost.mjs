// Gives the extension to the page itself, as vscode.dev does: it runs in the web worker extension host, its server in a worker.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const PATH = '/ballpark/';
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.png': 'image/png' };
const SETTINGS = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

/** The unpacked extension in a data folder it is installed into. */
function unpacked(installed) {
  const folder = join(installed, 'extensions');
  const name = readdirSync(folder).find((one) => one.startsWith('ballpark.'));
  return join(folder, name);
}

const answered = (from, url) => {
  const file = join(from, normalize(decodeURIComponent(url.pathname.slice(PATH.length))));
  if (!file.startsWith(from) || !existsSync(file) || !statSync(file).isFile()) return { status: 404 };
  return { contentType: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
};

/** Before the page is opened. Gives the list of what the page asks of the extension's folder. */
export async function giveToPage(context, server, installed) {
  const from = unpacked(installed);
  const [scheme, authority] = ['http', server.authority];
  const asked = [];
  await context.route(
    (url) => url.host === authority && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(SETTINGS, (_all, head, settings) => {
        const config = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
        config.developmentOptions = { ...config.developmentOptions, extensions: [{ scheme, authority, path: PATH }] };
        return `${head}${JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
      });
      await route.fulfill({ response, body });
    },
  );
  await context.route(
    (url) => url.host === authority && url.pathname.startsWith(PATH),
    (route) => {
      const url = new URL(route.request().url());
      asked.push(url.pathname.slice(PATH.length));
      return route.fulfill(answered(from, url));
    },
  );
  return asked;
}
