import type { SubjectMention } from '../mention/mention.ts';
import { isAncestor } from '../mention/subjects.ts';
import { membersKey, type Reference } from '../reference/reference.ts';
import type { Span } from '../text/span.ts';
import {
  comparands,
  contrasted,
  inBrackets,
  isAnothers,
  isCounted,
  isGrouped,
  isInNextClause,
  isModifier,
  isNamed,
  isNextsOwn,
  isOwner,
  isRival,
  leftBehind,
  opensOwn,
  RATIO,
  type UnitOf,
} from './beside.ts';
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
  /** The chip whose number the amount is ('50,000 H100 GPUs'): it may have been sold, but owns and uses none. */
  readonly counted?: boolean;
}

/** Names of the texts around a block: innermost heading last. */
export interface Surroundings {
  readonly headings: readonly (readonly string[])[];
  readonly row: readonly string[];
  /** The row is of one case of whom it names. */
  readonly narrowed: boolean;
  readonly column: readonly string[];
  readonly caption: readonly string[];
  readonly context: Context;
}

const SAME = 3;
const FAR = 1.4;
const FIRST = 0.35;
/** Named behind the amount. */
const BEHIND = 0.3;
const ATTACHED = 1.1;
const CONTRASTED = 1;
const EARLIER = 1.5;
const BACK = 0.2;
const NOT_FIRST = 0.05;
const ROLE = 0.7;
const HEADING = 1.5;
const CONTEXT = 1.4;
/** Named only after the amount, in another sentence. */
const LATER = 1.1;
/** Where one of a kind is named this plainly, no other of it is looked for behind. */
const SPOKEN = 0.9;
/** Whose list it is. */
const LED = 2.1;

/** What a maker before the amount spends it on is no subject: 'Microsoft plans to spend … on AI data centers'. */
const OBJECTS: ReadonlySet<string> = new Set(['aggregate', 'place']);
const MAKER = 'company';
const OBJECT = 2;
/** A name after 'ten times' is what is compared with. */
const COMPARAND = 1.3;
const LEAD = 0.35;
const BRACKETED = 0.8;
const COUNTED_CHIP = 0.9;

const ANOTHERS = 1.3;

/** Its maker was spoken of, and it only comes in behind the amount. */
const NEXT_CLAUSE = 0.8;
const CLAUSE = 0.8;

const EPITHET = 2;
const OWNER = 0.8;

function inSentence(
  scene: Scene,
  at: number,
  mentions: readonly SubjectMention[],
  unitOf: UnitOf,
  reference: Reference,
): SubjectCandidate[] {
  const out: SubjectCandidate[] = [];
  const amount = scene.items[at];
  if (amount?.kind !== 'amount') return out;
  const told: { id: string; score: number; mention: SubjectMention }[] = [];
  let first = true;
  let before = false;
  const makers = new Set<string>();
  scene.items.forEach((item, i) => {
    if (item.kind !== 'name') return;
    const mention = mentions[item.mention]!;
    const attached =
      scene.attach.some((hit) => hit.amount === amount.quantity && hit.from <= i && i < hit.to) &&
      !(i < at && isRival(scene, i));
    let score = SAME - Math.min(FAR, distance(scene, i, at));
    if (i < at && first && !contrasted(scene, i, at)) score += FIRST;
    if (i > at) score -= unitOf(amount.quantity) === RATIO ? COMPARAND : BEHIND;
    if (attached) score += ATTACHED;
    else if (contrasted(scene, i, at)) score -= CONTRASTED;
    if (!attached && isAnothers(scene, i, at, unitOf)) score -= ANOTHERS;
    if (i > at && OBJECTS.has(item.subjectKind) && before) score -= OBJECT;
    if (i < at && item.subjectKind === MAKER) {
      before = true;
      for (const id of mention.subjects) makers.add(id);
    }
    const isKin = (other: number): boolean =>
      mention.subjects.some((id) => mentions[other]!.subjects.some((of) => isAncestor(of, id, reference)));
    if (mention.weak) score -= 0.1;
    if (i === 0) score += LEAD;
    if (!attached && (opensOwn(scene, i, at) || isNextsOwn(scene, i, at) || leftBehind(scene, i, at, isKin)))
      score -= CLAUSE;
    const vendor = reference.subjects.get(mention.subjects[0] ?? '')?.vendor;
    if (!attached && vendor && makers.has(vendor) && isInNextClause(scene, i, at)) score -= NEXT_CLAUSE;
    if (inBrackets(scene, i, at)) score -= BRACKETED;
    if (i !== at + 1 && isCounted(scene, i)) score -= COUNTED_CHIP;
    if (isModifier(scene, i, mentions, unitOf)) score -= 2;
    const epithet = scene.epithets.find((hit) => hit.from <= i && i < hit.to);
    const maker = epithet?.value.maker ? (reference.subjects.get(mention.subjects[0] ?? '')?.vendor ?? null) : null;
    if (maker !== null) out.push({ subject: maker, score, origin: 'sentence', mention, attached, group: false });
    if (epithet) score -= EPITHET;
    if (!attached && isOwner(scene, i, mentions, reference)) score -= OWNER;
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
        counted: i === at + 1 && isCounted(scene, i),
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
  unitOf: UnitOf,
): SubjectCandidate[] {
  const scene = scenes[index]!;
  const found = inSentence(scene, at, mentions, unitOf, reference);
  const shunned = comparands(scene, at, mentions, unitOf);
  const carried = (subject: string | null, score: number, origin: Origin, mention: Span | null): void => {
    if (subject !== null && shunned.has(subject)) return;
    const kind = subject === null ? '' : (reference.subjects.get(subject)?.kind ?? '');
    const role = scene.roles.some(
      (hit) => hit.value.kinds.includes(kind) && !isNamed(scene, hit, at, mentions, unitOf),
    );
    found.push({ subject, score: score + (role ? ROLE : 0), origin, mention, attached: false, group: false });
  };
  for (let back = 1; back <= 4 && index - back >= 0; back++) {
    const before = scenes[index - back]!;
    const here = before.items.flatMap((item) => (item.kind === 'name' ? [mentions[item.mention]!] : []));
    here.forEach((mention, i) => {
      const score = EARLIER - BACK * (back - 1) - (i === 0 ? 0 : NOT_FIRST);
      for (const subject of mention.unknown ? [null] : mention.subjects) carried(subject, score, 'earlier', mention);
    });
  }
  for (const subject of around.row)
    found.push({ subject, score: 3.3, origin: 'table', mention: null, attached: true, group: around.narrowed });
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
  const kindOf = (subject: string | null): string | undefined =>
    subject === null ? undefined : reference.subjects.get(subject)?.kind;
  const spoken = new Set(found.flatMap((one) => (one.score >= SPOKEN ? [kindOf(one.subject)] : [])));
  const ahead = (subject: string, score: number, mention: Span | null): void => {
    if (!spoken.has(kindOf(subject))) carried(subject, score, 'later', mention);
  };
  for (let on = 1; on <= 2 && index + on < scenes.length; on++) {
    const after = scenes[index + on]!;
    for (const item of after.items) {
      const mention = item.kind === 'name' ? mentions[item.mention] : undefined;
      if (mention && !mention.unknown)
        for (const subject of mention.subjects) ahead(subject, LATER - 0.1 * (on - 1), mention);
    }
  }
  around.context.ahead.forEach((subject, i) => {
    ahead(subject, LATER - 0.1 * i, null);
  });
  const best = new Map<string | null, SubjectCandidate>();
  for (const one of found) if ((best.get(one.subject)?.score ?? -9) < one.score) best.set(one.subject, one);
  return membersFirst([...best.values()], reference)
    .sort((a, b) => b.score - a.score)
    .slice(0, 10);
}

/** Named about as plainly, one of a family is rather meant than the family spoken of before: an 'H200', not 'Hopper'. */
function membersFirst(found: readonly SubjectCandidate[], reference: Reference): SubjectCandidate[] {
  const isMember = (one: SubjectCandidate, of: SubjectCandidate): boolean =>
    one.subject !== null && of.subject !== null && isAncestor(of.subject, one.subject, reference);
  return found.map((one) =>
    !one.attached &&
    one.origin !== 'table' &&
    found.some((other) => other.score >= one.score - MEMBER && isMember(other, one))
      ? { ...one, score: one.score - MEMBER }
      : one,
  );
}
const MEMBER = 0.5;
