import type { SubjectMention } from '../mention/mention.ts';
import type { Block } from '../prose/block.ts';
import { contains } from '../text/span.ts';
import type { Context } from './claim.ts';
import type { Scene } from './scene.ts';

const RECENT = 5;
const NONE: readonly string[] = [];
/** 'Its revenue so far:' hands its subject and its metric to the list below. */
const LEADS_IN = /[:\uff1a][\s*_]*$/;

/** Metrics of the last sentence; one without any hands on what it was given. */
export function spokenOf(scene: Scene | undefined, context: Context): readonly string[] {
  const metrics = new Set(scene?.cues.filter((hit) => hit.value.weight >= 1).map((hit) => hit.value.metric));
  return metrics.size > 0 ? [...metrics].sort() : context.metrics;
}

/** What was found in a block that its successor may need. `lastScene` is asked only where it is. */
interface Said {
  readonly block: Block;
  readonly mentions: readonly SubjectMention[];
  readonly near: readonly string[];
  readonly metrics: readonly string[];
  readonly tokenPriced: boolean;
  lastScene(): Scene | undefined;
}

function leadOf(said: Said, context: Context): Context['lead'] {
  const { block, mentions } = said;
  if (block.kind === 'item') return context.lead;
  if (block.kind === 'heading' || !LEADS_IN.test(block.text)) return null;
  const last = block.sentences.at(-1);
  const own = mentions.filter((mention) => !mention.unknown && last && contains(last, mention))[0];
  return {
    subject: own?.subjects[0] ?? context.recent[0] ?? null,
    metrics: spokenOf(said.lastScene(), context),
  };
}

/** What a block leaves to the next. */
export function contextAfter(said: Said, context: Context): Context {
  const recent: string[] = [];
  for (const id of [...said.mentions].reverse().flatMap((mention) => mention.subjects.slice(0, 1)))
    if (!recent.includes(id)) recent.push(id);
  for (const id of context.recent) if (!recent.includes(id)) recent.push(id);
  const lead = leadOf(said, { ...context, recent });
  return {
    recent: recent.slice(0, RECENT),
    near: said.near,
    ahead: recent.length > 0 ? NONE : context.ahead,
    tokenPriced: said.tokenPriced,
    metrics: said.metrics.length === 0 && lead ? lead.metrics : said.metrics,
    lead,
  };
}
