import type { SubjectMention } from '../mention/mention.ts';
import type { Reference } from '../reference/reference.ts';
import type { Scene } from './scene.ts';

/** Asked of quantities by their index: the unit they are in. */
export type UnitOf = (quantity: number) => string;

/** In this unit a name behind the amount is what is compared with. */
export const RATIO = 'ratio';

/** How far a contrast word reaches: 'against 1,980 and 495 for the H100'. */
const CONTRAST = 8;

/** A contrast word right before the name: 'matches ChatGPT with 2,000 GPUs'. */
export const isRival = (scene: Scene, name: number): boolean => scene.contrast.some((hit) => name === hit.to);

/** True where a contrast word stands before the name and the amount is not between the two ('unlike OpenAI'). */
export const contrasted = (scene: Scene, name: number, amount: number): boolean =>
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
export function isModifier(scene: Scene, at: number, mentions: readonly SubjectMention[], amounts: UnitOf): boolean {
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

/** A later name with its own amount right behind it: 'Meta will spend 70 billion, Microsoft 80'. */
export const isNextsOwn = (scene: Scene, name: number, at: number): boolean =>
  name > at && (isAmount(scene, name + 1) || (isAmount(scene, name + 2) && !isJoint(scene, name + 1)));

/** A later name in another clause: '2,048 GPUs, with its R1 model rivalling'. */
export const isInNextClause = (scene: Scene, name: number, at: number): boolean =>
  name > at &&
  scene.items
    .slice(at + 1, name)
    .some((item) => item.kind === 'word' && (item.text === ',' || scene.openers.has(item.text)));

/** A name in brackets that do not hold the amount: an aside. */
export function inBrackets(scene: Scene, name: number, amount: number): boolean {
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
const isComma = (scene: Scene, at: number): boolean => {
  const item = scene.items[at];
  return item?.kind === 'word' && item.text === ',';
};
const isJoint = (scene: Scene, at: number): boolean => {
  const item = scene.items[at];
  return item?.kind === 'word' && (item.text === ',' || (item.text.length <= 3 && JOINS.test(item.text)));
};

/** True where the name is one of a list of its kind that a small word joins: 'Meta, Google and Amazon'. */
export function isGrouped(scene: Scene, at: number): boolean {
  const item = scene.items[at];
  if (item?.kind !== 'name') return false;
  let joined = false;
  for (const step of [-1, 1]) {
    let i = at;
    for (let names = 0; names < 5; names++) {
      const oxford =
        isComma(scene, i + step) !== isComma(scene, i + 2 * step) &&
        isJoint(scene, i + step) &&
        isJoint(scene, i + 2 * step);
      const word = scene.items[oxford && isComma(scene, i + step) ? i + 2 * step : i + step];
      const far = oxford ? 3 : 2;
      const next = scene.items[i + far * step];
      if (word?.kind !== 'word' || next?.kind !== 'name' || next.subjectKind !== item.subjectKind) break;
      const comma = word.text === ',';
      if (!comma && (word.text.length > 3 || !JOINS.test(word.text))) break;
      if (!comma) joined = true;
      i += far * step;
    }
  }
  return joined;
}

/** A chip that is only what is counted: '384 Ascend 910C'. */
export function isCounted(scene: Scene, at: number): boolean {
  const [item, before] = [scene.items[at], scene.items[at - 1]];
  return item?.kind === 'name' && item.subjectKind === 'chip' && before?.kind === 'amount';
}

const COUNTED: ReadonlySet<string> = new Set(['GPU', 'TPU', 'chip', 'number']);

/** A maker beside its own thing ('Stargate's planned Abilene campus', 'ChatGPT by OpenAI'): rather that is meant. */
export function isOwner(scene: Scene, at: number, mentions: readonly SubjectMention[], reference: Reference): boolean {
  const subjectAt = (i: number): string | undefined => {
    const item = scene.items[i];
    return item?.kind === 'name' ? mentions[item.mention]?.subjects[0] : undefined;
  };
  const owner = subjectAt(at);
  const owns = (i: number): boolean => {
    const thing = subjectAt(i);
    const subject = thing === undefined ? undefined : reference.subjects.get(thing);
    return subject !== undefined && (subject.vendor === owner || subject.parent === owner);
  };
  const reaches = (step: number, far: number): boolean => {
    for (let i = at + step; Math.abs(i - at) <= far; i += step) {
      const item = scene.items[i];
      if (!item || item.kind === 'amount' || (item.kind === 'word' && scene.openers.has(item.text))) return false;
      if (item.kind === 'name') return owns(i);
    }
    return false;
  };
  return owner !== undefined && (reaches(1, 4) || reaches(-1, 2));
}
/** Whom the sentence names only to compare with: what was said of them before does not count for this amount. */
export function comparands(
  scene: Scene,
  at: number,
  mentions: readonly SubjectMention[],
  unitOf: UnitOf,
): ReadonlySet<string> {
  const amount = scene.items[at];
  const relative = amount?.kind === 'amount' && unitOf(amount.quantity) === RATIO;
  const out = new Set<string>();
  const plainly = new Set<string>();
  scene.items.forEach((item, i) => {
    if (item.kind !== 'name') return;
    const apart = contrasted(scene, i, at) || (relative && i > at);
    for (const id of mentions[item.mention]!.subjects) (apart ? out : plainly).add(id);
  });
  for (const id of plainly) out.delete(id);
  return out;
}

/** A name tied behind a like amount that comes after this one: '141 GB, against 80 GB for the H100'. */
export const isAnothers = (scene: Scene, name: number, at: number, unitOf: UnitOf): boolean =>
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
/** A name of the same kind stands between a pronoun and the amount: 'its predecessor, the H100, drew 700 W'. */
export const isNamed = (
  scene: Scene,
  role: Scene['roles'][number],
  at: number,
  mentions: readonly SubjectMention[],
  unitOf: UnitOf,
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
export const opensOwn = (scene: Scene, name: number, at: number): boolean =>
  name > at &&
  scene.items.slice(at + 1, name).some((item) => item.kind === 'word' && scene.openers.has(item.text)) &&
  !scene.items.slice(at + 1, name).some((item) => item.kind === 'amount') &&
  scene.items.slice(name + 1).some((item) => item.kind === 'amount');

/**
 * An earlier name whose clause has ended with an amount of its own, where the amount's clause names another of its kind:
 * 'Acme pays 2 million, while Initech pays 3 million'.
 */
export function leftBehind(scene: Scene, name: number, at: number, isKin: (mention: number) => boolean): boolean {
  const item = scene.items[name];
  if (item?.kind !== 'name' || name > at) return false;
  let told = false;
  let opened = -OPENED;
  for (let i = name + 1; i < at; i++) {
    const next = scene.items[i]!;
    if (next.kind === 'amount') told = true;
    else if (next.kind === 'word' && told && (next.text === ';' || scene.openers.has(next.text))) opened = i;
    else if (next.kind === 'name' && next.subjectKind === item.subjectKind && i - opened <= OPENED)
      return at - i <= OWN_CLAUSE && !contrasted(scene, i, at) && !isKin(next.mention);
  }
  return false;
}
/** So soon behind the word that opens a clause stands its subject, and so soon behind that what is told of it. */
const OPENED = 4;
const OWN_CLAUSE = 12;
