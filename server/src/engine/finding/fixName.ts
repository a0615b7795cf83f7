import type { Bench, Proposal } from './fixBench.ts';
import { inManner, insert, rewrite } from './fixBench.ts';

/** Single-character changes between two short texts. */
function changes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}

const LONGEST = 60;

/** Names of a subject, the most like a given one first: 'V3' stands for 'R1', 'DeepSeek-V3' for 'DeepSeek-R1'. */
export function namesLike(id: string, like: string, bench: Bench): string[] {
  const subject = bench.reference.subjects.get(id);
  if (!subject) return [];
  const own = subject.aliases.filter((alias) => alias.language === null || alias.language === bench.language.tag);
  const names = [...new Set([subject.name, ...own.map((alias) => alias.text)])].filter(
    (name) => name.length <= LONGEST,
  );
  const far = new Map(names.map((name) => [name, changes(like.slice(0, LONGEST), name)]));
  return names.sort((a, b) => far.get(a)! - far.get(b)! || a.length - b.length);
}

const TRIED = 3;

/** Names the subject whose figure it is: in place of the one in the sentence, else in brackets after the amount. */
export function nameOther(bench: Bench): Proposal[] {
  const { claim, verdict, block, reference } = bench;
  const id = verdict.suspectSubject;
  const subject = id === null ? undefined : reference.subjects.get(id);
  if (!subject) return [];
  const { mention, origin } = verdict.reading;
  const args: Proposal['args'] = { subject: { kind: 'subject', id: subject.id, name: subject.name } };
  const fix = { kind: 'subject', titleId: 'fix.subject', args } as const;
  if (mention && origin === 'sentence') {
    const like = block.text.slice(mention.start, mention.end);
    return namesLike(subject.id, like, bench)
      .slice(0, TRIED)
      .flatMap((name) => rewrite(bench, mention, inManner(bench, name), 'all') ?? [])
      .map((edit) => ({ ...fix, edits: [edit] }));
  }
  const edit = insert(bench, claim.quantity.end, ` (${inManner(bench, subject.name)})`);
  return edit ? [{ ...fix, edits: [edit] }] : [];
}
