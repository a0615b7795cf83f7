import { itemsOf } from '../claim/scene.ts';
import type { Lexicon } from '../mention/lexicon.ts';
import { findPatterns } from '../mention/match.ts';
import type { Block } from '../prose/block.ts';
import type { Basis, Claim, Derived, Reckoned } from '../report.ts';
import { tokenize } from '../text/tokens.ts';
import { apart, sumOf } from './addition.ts';
import { amount } from './bench.ts';
import { type GridRow, gridsOf } from './grid.ts';
import { agrees, differs, isRelativeUnit, proportion, sensesOf } from './proportion.ts';
import { withReckoned } from './reckoned.ts';

/** A claim of a cell that can be reckoned with. */
interface Entry {
  readonly claim: Claim;
  readonly basis: Basis;
  readonly point: number;
  readonly room: NonNullable<Basis['room']>;
}

const WRONG: ReadonlySet<string> = new Set(['conflict', 'outdated']);

function entryOf(claim: Claim | null | undefined): Entry | null {
  const basis = claim?.basis;
  const point = claim?.quantity.value;
  if (!claim || !basis?.room || point === null || point === undefined || WRONG.has(claim.verdict)) return null;
  return { claim, basis, point, room: basis.room };
}

const isEntry = (entry: Entry | null): entry is Entry => entry !== null;
const alike = (a: Entry, b: Entry): boolean =>
  a.claim.quantity.unit === b.claim.quantity.unit && a.claim.quantity.perUnit === b.claim.quantity.perUnit;
const derived = ({ claim, point }: Entry): Derived => ({
  text: claim.text,
  value: point,
  unit: claim.quantity.unit,
  from: 'draft',
});

const LONGEST = 60;

/** Whether the name of a row is a word for sums, and nothing else. */
function isTotal(name: string, language: string, lexicon: Lexicon): boolean {
  const cues = lexicon.cues.get(language)?.sums;
  if (!cues || name.length > LONGEST) return false;
  const tokens = tokenize(name).filter((token) => token.kind !== 'mark');
  const items = itemsOf(tokens, [], [], { start: 0, end: name.length });
  return findPatterns(cues, items).some(
    ({ value, from, to }) => value.kind === 'row' && from === 0 && to === items.length,
  );
}

/** Of a share or factor in a row with two like amounts: what they give. Null where it is no such row. */
function rowChange(
  row: GridRow,
): { readonly entry: Entry; readonly column: string; readonly sum: Reckoned | null } | null {
  const found = row.cells.map(({ claim, column }) => ({ entry: entryOf(claim), column }));
  const relative = found.filter(({ entry }) => entry && isRelativeUnit(entry.claim.quantity.unit));
  const ends = found.flatMap(({ entry }) => (entry && !isRelativeUnit(entry.claim.quantity.unit) ? [entry] : []));
  const [one] = relative;
  const [a, b] = ends;
  if (!one?.entry || relative.length > 1 || !a || !b || ends.length > 2 || !alike(a, b)) return null;
  const { entry, column } = one;
  const { unit, op } = entry.claim.quantity;
  const { direction } = entry.basis;
  const proportional = proportion(a, b);
  if (!proportional || (unit === PERCENT && direction === null)) return null;
  const senses = sensesOf({ unit, op, direction, point: entry.point, room: entry.room });
  const fits = senses.some((sense) => agrees(sense, proportional));
  if (!fits && (senses.length === 0 || !senses.every((sense) => differs(sense, proportional))))
    return { entry, column, sum: null };
  const falls = direction === 'down' || direction === 'less';
  const share = (falls ? 1 - 1 / proportional.point : proportional.point - 1) * 100;
  const computed = amount(unit === PERCENT ? share : proportional.point, unit);
  return { entry, column, sum: { agrees: fits, computed, derivation: [derived(a), derived(b)] } };
}
const PERCENT = 'percent';

/** Shares and factors of a table's rows. One that fails is told only where others of its column come out. */
function rowSums(rows: readonly GridRow[], out: Map<Claim, Reckoned>): void {
  const found = rows.map(rowChange).filter((one) => one !== null);
  for (const { entry, column, sum } of found) {
    const others = found.filter((one) => one.entry !== entry && one.column === column && one.sum?.agrees);
    if (sum && (sum.agrees || others.length >= WITNESSES)) out.set(entry.claim, sum);
  }
}
const WITNESSES = 2;

const FAR = 3;
const CLEAR = 0.02;

/** The last row of a table, where it is named a total, against the rows above it. */
function columnSums(rows: readonly GridRow[], lexicon: Lexicon, out: Map<Claim, Reckoned>): void {
  const named = rows.filter((row) => row.cells.length > 0);
  const total = named.at(-1);
  const language = total?.cells.find(({ claim }) => claim)?.claim?.language;
  if (!total || !language || !isTotal(total.name, language, lexicon)) return;
  const above = named.slice(0, -1);
  if (above.length < 2 || above.some(({ name }) => isTotal(name, language, lexicon))) return;
  for (const { column, claim } of total.cells) {
    const whole = entryOf(claim);
    const parts = above
      .map(({ cells }) => entryOf(cells.find((cell) => cell.column === column)?.claim))
      .filter(isEntry);
    if (!whole || parts.length !== above.length || !parts.every((part) => alike(part, whole))) continue;
    const { unit, perUnit, op } = whole.claim.quantity;
    if (
      isRelativeUnit(unit) ||
      unit.includes('/') ||
      op !== 'eq' ||
      parts.some((part) => part.claim.quantity.op !== 'eq')
    )
      continue;
    const sum = sumOf(parts);
    if (sum.point > whole.point * FAR || whole.point > sum.point * FAR || !apart(sum, whole.room, CLEAR)) continue;
    out.set(whole.claim, { agrees: false, computed: amount(sum.point, unit, perUnit), derivation: parts.map(derived) });
  }
}

/** The claims of a draft, those of its tables with what their rows and columns give. Linear in the draft. */
export function tableSums(claims: readonly Claim[], blocks: readonly Block[], lexicon: Lexicon): readonly Claim[] {
  const grids = gridsOf(blocks, claims);
  if (grids.length === 0) return claims;
  const sums = new Map<Claim, Reckoned>();
  for (const rows of grids) {
    rowSums(rows, sums);
    columnSums(rows, lexicon, sums);
  }
  return sums.size === 0 ? claims : claims.map((claim) => withReckoned(claim, sums.get(claim) ?? null));
}
