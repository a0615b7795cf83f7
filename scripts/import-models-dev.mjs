// Writes list prices and context windows of vendors' own models from a checkout of models.dev (MIT licence):
// node scripts/import-models-dev.mjs CHECKOUT DATE. What a hand-kept source states already is left out.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { data, readData } from './build-data.mjs';
import { book } from './epoch/book.mjs';
import { directory } from './epoch/names.mjs';
import { decimal } from './epoch/read.mjs';

const [checkout, date] = process.argv.slice(2);
if (!checkout || !/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')) {
  console.error('usage: node scripts/import-models-dev.mjs CHECKOUT DATE');
  process.exit(2);
}

/** Provider that is the maker -> our subject of the maker. */
const makers = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'alphabet',
  mistral: 'mistral-ai',
  xai: 'xai',
  deepseek: 'deepseek',
  moonshotai: 'moonshot-ai',
  zhipuai: 'zhipu-ai',
  minimax: 'minimax',
  alibaba: 'alibaba',
};
/** Not models of prose, or names that move from one model to the next. */
const skipped =
  /latest|embed|image|tts|audio|live|realtime|transcri|omni|vl|vision|ocr|asr|livetrans|-mt-|codestral|devstral|pixtral|voxtral|deep-research|character|^deepseek-(?:chat|reasoner)|-\d{4}-\d{2}-\d{2}$|-\d{8}$|-\d{4}$|computer|math|customtools|highspeed|imagine/i;

/** Dates that are not the release: a month only, a later snapshot's day, an announcement. */
const notReleased = (api, day) => day.endsWith('-01') || /^(?:gpt-4|o3-mini|magistral-small)$/.test(api);

const section = (text, name) => new RegExp(`^\\[${name}\\]\\n((?:(?!^\\[).*\\n?)*)`, 'm').exec(text)?.[1] ?? '';
const value = (text, key) => new RegExp(`^${key}\\s*=\\s*(.+)$`, 'm').exec(text)?.[1].trim() ?? null;
const string = (text, key) => value(text, key)?.replace(/^"|"$/g, '') ?? null;
const number = (text, key) => value(text, key)?.replaceAll('_', '') ?? null;

function read(provider, file) {
  const text = readFileSync(join(checkout, 'providers', provider, 'models', file), 'utf8');
  const base = join(checkout, 'models', `${string(text, 'base_model')}.toml`);
  const all = `${existsSync(base) ? readFileSync(base, 'utf8') : ''}\n${text}`;
  const tier = /tier = \{ size = ([\d_]+) \}/.exec(text)?.[1].replaceAll('_', '');
  return {
    name: string(all, 'name'),
    released: string(all, 'release_date'),
    cost: section(text, 'cost'),
    context: number(section(all, 'limit'), 'context'),
    upTo: tier ? { context: `up to ${Number(tier) / 1000}k` } : {},
  };
}

rmSync(join(data, 'subjects', 'models-dev.yaml'), { force: true });
const { sources, subjects } = readData();
const generated = (source) => source.generated && source.publisher === 'models.dev';
for (const source of sources) if (generated(source)) rmSync(join(data, 'sources', `${source.id}.yaml`));
const held = sources.filter((s) => !s.generated);
const known = subjects.filter((s) => !existsSync(join(data, 'subjects', 'epoch.yaml')) || s.kind !== undefined);
const names = directory(known);
const found = book(held, known);
const source = found.source({ title: 'Model database', url: 'https://models.dev', date });

const done = new Set();
for (const [provider, vendor] of Object.entries(makers)) {
  for (const file of readdirSync(join(checkout, 'providers', provider, 'models'), { recursive: true })) {
    if (!existsSync(join(checkout, 'providers', provider, 'models', file))) continue;
    if (!file.endsWith('.toml') || skipped.test(file.replace(/\.toml$/, ''))) continue;
    const model = read(provider, file);
    if (!model.name || /[^\x20-\x7e]/.test(model.name)) continue;
    const title = model.name.replace(/ \(?(?:Preview|Latest)\)?$/i, '').replace(/ Instruct$/, '');
    const api = file.replace(/\.toml$/, '');
    let subject = names.find(title) ?? names.find(api);
    if (done.has(subject ?? title)) continue;
    if (!subject) {
      subject = names.fresh(title);
      names.add(title, subject);
      found.subject({ id: subject, kind: 'model', name: title, vendor, near: null });
    }
    done.add(subject).add(title);
    const add = (metric, amount, unit, qualifiers) =>
      amount && source.figure({ subject, metric, value: amount, unit, qualifiers, op: 'eq', date, by: 'models-dev' });
    add('api_price_input', decimal(number(model.cost, 'input'), 8), 'USD/Mtoken', model.upTo);
    add('api_price_output', decimal(number(model.cost, 'output'), 8), 'USD/Mtoken', model.upTo);
    add('api_price_cached_input', decimal(number(model.cost, 'cache_read'), 8), 'USD/Mtoken', model.upTo);
    add('context_window', decimal(model.context, 8), 'token', {});
    if (model.released?.length === 10 && !notReleased(api, model.released)) {
      source.figure({
        subject,
        metric: 'release_date',
        day: model.released,
        unit: 'date',
        qualifiers: {},
        op: 'eq',
        date: model.released,
        by: 'models-dev',
      });
    }
  }
}
found.write(data, {
  publisher: 'models.dev',
  licence: 'MIT',
  script: 'scripts/import-models-dev.mjs',
  subjectsFile: 'models-dev.yaml',
});
console.log(`${found.counts.written} figures written, ${found.counts.held} held already`);
