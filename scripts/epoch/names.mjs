// Which subject a name of Epoch AI's tables is: one we know, or a new one.
import { slug } from './read.mjs';

const key = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '');

/** '... (Mar 2023)', '... (preview)': a dated snapshot of one model. */
const bare = (name) =>
  name
    .replace(/\s+/g, ' ')
    .replace(/\s*\((?:[A-Z][a-z]{2} \d{4}|preview|latest|Preview)\)\s*$/, '')
    .trim();

/** Epoch's organisations whose figures we keep under another name. */
const organisations = {
  Google: 'alphabet',
  'Google Research': 'alphabet',
  'Google Brain': 'alphabet',
  'Google DeepMind': 'google-deepmind',
  DeepMind: 'google-deepmind',
  'Meta AI': 'meta',
  Facebook: 'meta',
  'Facebook AI': 'meta',
  'Facebook AI Research': 'meta',
  'Microsoft Research': 'microsoft',
  'Z.ai (Zhipu AI)': 'zhipu-ai',
  Moonshot: 'moonshot-ai',
  'Technology Innovation Institute': 'tii',
};

/** Epoch's spellings of models that folding does not meet. */
const models = {
  Transformer: 'transformer-2017',
  'GPT-3 175B (davinci)': 'gpt-3',
  'DeepSeek-V2 (MoE-236B)': 'deepseek-v2',
  Arctic: 'snowflake-arctic',
};

/** 'NVIDIA H100 SXM5 80GB' -> 'NVIDIA H100': the chip, as qualifiers name it. */
export const chip = (name) =>
  name
    .replace(/ (SXM\d?|PCIe|DGXS)\b.*$/, '')
    .replace(/ \d+ ?GB$/, '')
    .replace(/^NVIDIA Tesla /, 'NVIDIA ');

export function directory(subjects) {
  const known = new Map();
  for (const subject of subjects) {
    known.set(key(subject.name), subject.id);
    known.set(key(subject.id), subject.id);
    for (const alias of subject.aliases ?? []) {
      const text = typeof alias === 'string' ? alias : alias.near ? null : alias.text;
      if (text && !known.has(key(text))) known.set(key(text), subject.id);
    }
  }
  const ids = new Set(subjects.map((s) => s.id));
  return {
    bare,
    /** The id of a known subject, or null. */
    find: (name) => models[bare(name)] ?? known.get(key(bare(name))) ?? null,
    vendor: (organisation) => {
      const first = organisation.split(',')[0].trim();
      return organisations[first] ?? (ids.has(slug(first)) ? slug(first) : null);
    },
    fresh: (name) => {
      const id = slug(bare(name));
      return ids.has(id) ? `${id}-epoch` : id;
    },
    add: (name, id) => {
      known.set(key(bare(name)), id);
      ids.add(id);
    },
  };
}

const ordinary = (name) => !/\d/.test(name) || /^[a-z]?\d+$/i.test(name);

/** Words that must stand near a name that could be an ordinary word: who made it. */
export function near(name, organisation) {
  if (!ordinary(name) && name.length > 4) return null;
  const makers = organisation
    .replace(/\(.*?\)/g, '')
    .split(/[,/]/)
    .map((o) => o.trim())
    .filter(Boolean)
    .slice(0, 3)
    .map((o) => o.split(' ').slice(0, 2).join(' '));
  return [...new Set([...makers, 'Epoch'])];
}
