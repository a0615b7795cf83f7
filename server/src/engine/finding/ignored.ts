import type { Options } from '../draft.ts';
import type { Block, Prose } from '../prose/block.ts';
import type { Claim, Finding } from '../report.ts';

/** The block that holds an offset, or else null. Blocks are in order. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  const at = firstAfter(blocks, offset);
  const block = blocks[at];
  return block && block.start <= offset ? block : null;
}

/** Index of the first block that ends after an offset. */
function firstAfter(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The blocks that hold or touch an offset: from, to. */
function around(blocks: readonly Block[], offset: number): [number, number] {
  const from = firstAfter(blocks, offset - 1);
  let to = from;
  while (to < blocks.length && blocks[to]!.start <= offset) to++;
  return [from, to];
}

/** Rules that are silent in a block; null: all. */
type Silent = Map<Block, Set<string | null>>;

function silentBlocks({ blocks, directives }: Prose): Silent {
  const silent: Silent = new Map();
  const add = (block: Block | undefined, target: string | null): void => {
    if (!block) return;
    const targets = silent.get(block) ?? new Set();
    silent.set(block, targets.add(target));
  };
  for (const { kind, target, start, end } of directives) {
    if (kind !== 'ignore' && kind !== 'ignore-next') continue;
    const inside = kind === 'ignore' ? blocks.slice(...around(blocks, start)) : [];
    for (const block of inside) add(block, target);
    if (inside.length > 0) continue;
    let next = firstAfter(blocks, end);
    while (kind === 'ignore-next' && next < blocks.length && blocks[next]!.start < end) next++;
    add(blocks[next], target);
  }
  return silent;
}

/** Whether the writer asked for silence about a finding: by comment, front matter or settings. */
export function silencer(prose: Prose, options: Options): (finding: Finding, claim: Claim | undefined) => boolean {
  const keys = new Set([...options.ignore, ...prose.frontMatter.ignore]);
  const silent = silentBlocks(prose);
  const switches = prose.directives.filter(({ kind }) => kind === 'disable' || kind === 'enable');
  return (finding, claim) => {
    const { rule, start } = finding;
    if (keys.has(rule)) return true;
    if (claim && keys.has(claim.fingerprint)) return true;
    if (claim?.subject && keys.has(`${rule}:${claim.subject.id}`)) return true;
    const block = silent.size > 0 ? blockAt(prose.blocks, start) : null;
    const targets = block && silent.get(block);
    if (targets?.has(null) || targets?.has(rule)) return true;
    let disabled = false;
    for (const directive of switches) {
      if (directive.start > start) break;
      if (directive.target === null || directive.target === rule) disabled = directive.kind === 'disable';
    }
    return disabled;
  };
}
