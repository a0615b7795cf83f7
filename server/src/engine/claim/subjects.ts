import type { SubjectMention } from '../mention/mention.ts';
import { membersKey, type Reference } from '../reference/reference.ts';
import type { Span } from '../text/span.ts';
import type { Context, Origin } from './claim.ts';
import { distance, type Scene } from './scene.ts';

/** A subject an amount may belong to, and how plainly. `subject` null: a name nobody here knows. */
export interface SubjectCandidate {
  readonly subject: string | null;
  readonly score: number;
  readonly origin: Origin;
  readonly mention: Span | null;
  /** Names the amount's own words point at ('GPT-3 (175B)'). */
  readonly attached: boolean;
  /** One of several names told together ('Meta, Google and Amazon'): the amount may be all of theirs. */
  readonly group: boolean;
}

/** Names of the texts around a block: innermost heading last. */
export interface Surroundings {
  readonly headings: readonly (readonly string[])[];
  readonly row: readonly string[];
  readonly column: readonly string[];
  readonly caption: readonly string[];
  readonly context: Context;
}

const SAME = 3;
const EARLIER = 1.7;
const HEADING = 1.5;
const CONTEXT = 1.25;
/** Named only after the amount, in another sentence. */
const LATER = 1.1;
/** Whose list it is. */
const LED = 2.1;

/** How far a contrast word reaches: 'against 1,980 and 495 for the H100'. */
const CONTRAST = 8;

/** True where a contrast word stands before the name and the amount is not between the two ('unlike OpenAI'). */
const contrasted = (scene: Scene, name: number, amount: number): boolean =>
  scene.contrast.some((hit) => {
    const gap = name - hit.to;
    if (gap < 0 || gap > CONTRAST) return false;
    if (gap <= 1) return true;
    const between = scene.items.slice(hit.to, name);
    const amounts = between.some((item) => item.kind === 'amount');
    return amounts && !between.some((item) => item.kind === 'name') && !(hit.from <= amount && amount < name);
  });

const isAmount = (scene: Scene, at: number): boolean => scene.items[at]?.kind === 'amount';

/** A maker's name that only says whose chips are counted ('50,000 Nvidia GPUs'), or stands before its product's. */
function isModifier(
  scene: Scene,
  at: number,
  mentions: readonly SubjectMention[],
  amounts: (quantity: number) => string,
): boolean {
  const item = scene.items[at];
  if (item?.kind !== 'name' || item.subjectKind !== 'company') return false;
  const next = scene.items[at + 1];
  if (next?.kind === 'name' && mentions[next.mention]?.kind === 'chip') return true;
  for (const side of [at - 1, at + 1]) {
    const beside = scene.items[side];
    if (isAmount(scene, side) && beside?.kind === 'amount' && COUNTED.has(amounts(beside.quantity))) return true;
  }
  return scene.roles.some(
    (hit) => hit.from <= at + 1 && hit.to > at + 1 && hit.from > at && hit.value.kinds.includes('chip'),
  );
}

/** What a maker before the amount spends it on is no subject: 'Microsoft plans to spend … on AI data centers'. */
const OBJECTS: ReadonlySet<string> = new Set(['aggregate', 'place']);
const MAKER = 'company';
const OBJECT = 2;
/** A name after 'ten times' is what is compared with. */
const RATIO = 'ratio';
const COMPARAND = 1.3;
const LEAD = 0.35;
const BRACKETED = 0.8;
const COUNTED_CHIP = 0.9;

/** A name in brackets that do not hold the amount: an aside. */
function inBrackets(scene: Scene, name: number, amount: number): boolean {
  const text = (i: number): string => {
    const item = scene.items[i];
    return item?.kind === 'word' ? item.text : '';
  };
  let open = -1;
  for (let i = name; i >= 0 && name - i < 12; i--) {
    if (text(i) === ')') return false;
    if (text(i) === '(') {
      open = i;
      break;
    }
  }
  if (open < 0) return false;
  let close = name;
  while (close < scene.items.length && text(close) !== ')') close++;
  return amount < open - 1 || amount > close;
}

/** A small word or a sign that joins; a bracket does not. */
const JOINS = /^[\p{L}&+/]/u;

/** True where the name is one of a list of its kind that a small word joins: 'Meta, Google and Amazon'. */
function isGrouped(scene: Scene, at: number): boolean {
  const item = scene.items[at];
  if (item?.kind !== 'name') return false;
  let joined = false;
  for (const step of [-1, 1]) {
    let i = at;
    for (let names = 0; names < 5; names++) {
      const word = scene.items[i + step];
      const next = scene.items[i + 2 * step];
      if (word?.kind !== 'word' || next?.kind !== 'name' || next.subjectKind !== item.subjectKind) break;
      const comma = word.text === ',';
      if (!comma && (word.text.length > 3 || !JOINS.test(word.text))) break;
      if (!comma) joined = true;
      i += 2 * step;
    }
  }
  return joined;
}

/** A chip that is only what is counted: '384 Ascend 910C'. */
function isCounted(scene: Scene, at: number): boolean {
  const [item, before] = [scene.items[at], scene.items[at - 1]];
  return item?.kind === 'name' && item.subjectKind === 'chip' && before?.kind === 'amount';
}

const COUNTED: ReadonlySet<string> = new Set(['GPU', 'TPU', 'chip', 'number']);

/** A name tied behind a like amount that comes after this one: '141 GB, against 80 GB for the H100'. */
const isAnothers = (scene: Scene, name: number, at: number, unitOf: (quantity: number) => string): boolean =>
  scene.attach.some((hit) => {
    const [mine, other] = [scene.items[at], scene.items[hit.from]];
    return (
      hit.from > at &&
      hit.from < name &&
      name < hit.to &&
      mine?.kind === 'amount' &&
      other?.kind === 'amount' &&
      unitOf(mine.quantity) === unitOf(other.quantity)
    );
  });
const ANOTHERS = 1.3;

/** A name of the same kind stands between a pronoun and the amount: 'its predecessor, the H100, drew 700 W'. */
const isNamed = (
  scene: Scene,
  role: Scene['roles'][number],
  at: number,
  mentions: readonly SubjectMention[],
  unitOf: (quantity: number) => string,
): boolean =>
  scene.items.some(
    (item, i) =>
      i >= role.to &&
      i < at &&
      item.kind === 'name' &&
      role.value.kinds.includes(item.subjectKind) &&
      !contrasted(scene, i, at) &&
      !isCounted(scene, i) &&
      !isModifier(scene, i, mentions, unitOf),
  );

/** A later name with an amount of its own behind a word that opens a clause: '…, while GPT-4 cost 100 million'. */
const opensOwn = (scene: Scene, name: number, at: number): boolean =>
  name > at &&
  scene.items.slice(at + 1, name).some((item) => item.kind === 'word' && scene.openers.has(item.text)) &&
  !scene.items.slice(at + 1, name).some((item) => item.kind === 'amount') &&
  scene.items.slice(name + 1).some((item) => item.kind === 'amount');
const CLAUSE = 0.8;

function inSentence(
  scene: Scene,
  at: number,
  mentions: readonly SubjectMention[],
  unitOf: (quantity: number) => string,
  reference: Reference,
): SubjectCandidate[] {
  const out: SubjectCandidate[] = [];
  const amount = scene.items[at];
  if (amount?.kind !== 'amount') return out;
  const told: { id: string; score: number; mention: SubjectMention }[] = [];
  let first = true;
  let before = false;
  scene.items.forEach((item, i) => {
    if (item.kind !== 'name') return;
    const mention = mentions[item.mention]!;
    const attached = scene.attach.some((hit) => hit.amount === amount.quantity && hit.from <= i && i < hit.to);
    let score = SAME - Math.min(1.8, distance(scene, i, at));
    if (i < at && first && !contrasted(scene, i, at)) score += 0.35;
    if (i > at) score -= unitOf(amount.quantity) === RATIO ? COMPARAND : 0.15;
    if (attached) score += 1.1;
    else if (contrasted(scene, i, at)) score -= 1;
    if (!attached && isAnothers(scene, i, at, unitOf)) score -= ANOTHERS;
    if (i > at && OBJECTS.has(item.subjectKind) && before) score -= OBJECT;
    if (i < at && item.subjectKind === MAKER) before = true;
    if (mention.weak) score -= 0.1;
    if (i === 0) score += LEAD;
    if (!attached && opensOwn(scene, i, at)) score -= CLAUSE;
    if (inBrackets(scene, i, at)) score -= BRACKETED;
    if (i !== at + 1 && isCounted(scene, i)) score -= COUNTED_CHIP;
    if (isModifier(scene, i, mentions, unitOf)) score -= 2;
    first = false;
    if (!mention.unknown && !scene.each && isGrouped(scene, i)) told.push({ id: mention.subjects[0]!, score, mention });
    const each = mention.unknown ? [null] : mention.subjects;
    for (const subject of each) {
      out.push({
        subject,
        score: score - (each.length > 1 ? 0.3 : 0),
        origin: 'sentence',
        mention,
        attached,
        group: !scene.each && isGrouped(scene, i),
      });
    }
  });
  const all = reference.byMembers.get(membersKey(told.map(({ id }) => id)));
  const best = [...told].sort((x, y) => y.score - x.score)[0];
  if (all !== undefined && best)
    out.push({
      subject: all,
      score: best.score + TOGETHER,
      origin: 'sentence',
      mention: best.mention,
      attached: false,
      group: false,
    });
  return out;
}
/** What is told of all members of an aggregate is the aggregate's. */
const TOGETHER = 0.3;

/** Everyone the amount at item `at` of scene `index` may belong to, best first; each subject once. */
export function candidatesOf(
  scenes: readonly Scene[],
  index: number,
  at: number,
  mentions: readonly SubjectMention[],
  around: Surroundings,
  reference: Reference,
  unitOf: (quantity: number) => string,
): SubjectCandidate[] {
  const scene = scenes[index]!;
  const found = inSentence(scene, at, mentions, unitOf, reference);
  const carried = (subject: string | null, score: number, origin: Origin, mention: Span | null): void => {
    const kind = subject === null ? '' : (reference.subjects.get(subject)?.kind ?? '');
    const role = scene.roles.some(
      (hit) => hit.value.kinds.includes(kind) && !isNamed(scene, hit, at, mentions, unitOf),
    );
    found.push({ subject, score: score + (role ? 0.7 : 0), origin, mention, attached: false, group: false });
  };
  for (let back = 1; back <= 4 && index - back >= 0; back++) {
    const before = scenes[index - back]!;
    const here = before.items.flatMap((item) => (item.kind === 'name' ? [mentions[item.mention]!] : []));
    here.forEach((mention, i) => {
      const score = EARLIER - 0.3 * (back - 1) - (i === 0 ? 0 : 0.15);
      for (const subject of mention.unknown ? [null] : mention.subjects) carried(subject, score, 'earlier', mention);
    });
  }
  for (const subject of around.row)
    found.push({ subject, score: 3.3, origin: 'table', mention: null, attached: true, group: false });
  for (const subject of around.column)
    found.push({ subject, score: 3, origin: 'table', mention: null, attached: true, group: false });
  for (const subject of around.caption) carried(subject, 1.5, 'caption', null);
  around.headings.forEach((names, i) => {
    const depth = around.headings.length - 1 - i;
    for (const subject of names) carried(subject, HEADING - 0.25 * depth, 'heading', null);
  });
  if (around.context.lead && !scene.items.some((item) => item.kind === 'name'))
    carried(around.context.lead.subject, LED, 'caption', null);
  around.context.recent.forEach((subject, i) => {
    carried(subject, CONTEXT - 0.2 * i, 'context', null);
  });
  for (let on = 1; on <= 2 && index + on < scenes.length; on++) {
    const after = scenes[index + on]!;
    for (const item of after.items) {
      const mention = item.kind === 'name' ? mentions[item.mention] : undefined;
      if (mention && !mention.unknown)
        for (const subject of mention.subjects) carried(subject, LATER - 0.1 * (on - 1), 'later', mention);
    }
  }
  around.context.ahead.forEach((subject, i) => {
    carried(subject, LATER - 0.1 * i, 'later', null);
  });
  const best = new Map<string | null, SubjectCandidate>();
  for (const one of found) if ((best.get(one.subject)?.score ?? -9) < one.score) best.set(one.subject, one);
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 10);
}
