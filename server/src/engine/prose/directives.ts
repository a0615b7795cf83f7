import type { Directive } from './block.ts';

const PREFIX = 'ballpark-';
/** The key of our settings in front matter. */
export const SETTINGS_KEY: string = PREFIX.slice(0, -1);
const KINDS: readonly Directive['kind'][] = ['ignore-next', 'ignore', 'disable', 'enable', 'source'];

/**
 * Reads one comment of HTML (or of MDX) as a directive, or null. `start` and `end` are the comment's own.
 * Forms: `<!-- ballpark-ignore [rule] [-- reason] -->`, `<!-- ballpark-source: ID -->`.
 */
export function readDirective(comment: string, start: number): Directive | null {
  const mdx = comment.startsWith('{/*') && comment.endsWith('*/}');
  if (!mdx && !(comment.startsWith('<!--') && comment.endsWith('-->'))) return null;
  const body = comment.slice(mdx ? 3 : 4, -3).trim();
  if (!body.startsWith(PREFIX) || body.length > 2000) return null;
  const command = body.slice(PREFIX.length);
  const kind = KINDS.find((name) => command.startsWith(name) && !/[\w-]/.test(command.charAt(name.length)));
  if (kind === undefined) return null;
  const rest = command.slice(kind.length).replace(/^:/, '');
  const dashes = rest.indexOf('--');
  const target = (dashes < 0 ? rest : rest.slice(0, dashes)).trim().replace(/:$/, '');
  const reason = dashes < 0 ? '' : rest.slice(dashes + 2).trim();
  return { kind, target: target || null, reason: reason || null, start, end: start + comment.length };
}
